import GradedTesting
import Processes
import Text
import XCTest

@testable import Grading
@testable import Intake
@testable import Reports
@testable import Sandboxes

/// The texts about a hole in the sandbox, in both languages.
final class SandboxFindingTests: FrameworkTestCase {
  func testEveryHoleHasItsName() {
    let names: [(name: String, english: String, chinese: String)] = [
      ("network", "network", "网络"),
      ("files", "files", "文件"),
      ("writing", "writing", "写入"),
      ("processes", "processes", "进程"),
      ("environment", "environment", "环境变量"),
      ("descriptors", "descriptors", "文件描述符"),
      ("privileges", "privileges", "权限"),
      ("scratch", "scratch folder", "临时目录"),
      ("memory", "memory", "内存"),
      ("tasks", "processes and threads", "进程与线程数"),
    ]
    for (name, english, chinese) in names {
      for hasGroup in [true, false] {
        let hole = SandboxFinding(name: name, isOpen: true).hole(hasGroup: hasGroup)
        XCTAssertEqual(hole(.english), english)
        XCTAssertEqual(hole(.chinese), chinese)
      }
    }
  }

  func testEveryFactOfTheProbeIsSaidInBothLanguages() {
    let cases: [(word: String, english: String, chinese: String)] = [
      ("port=4711", "port 4711 of the grader", "评分程序的端口 4711"),
      ("socket=course-grade-7", "socket course-grade-7", "套接字 course-grade-7"),
      ("interface=eth0", "interface eth0", "网络接口 eth0"),
      ("place=/etc/pass wd", "/etc/pass wd", "/etc/pass wd"),
      ("processes=31", "31 processes", "31 个进程"),
      ("variable=HOME", "HOME", "HOME"),
      ("descriptor=5", "5", "5"),
      ("root", "the rights of root", "root 权限"),
      (
        "capabilities=CapEff:0000000000000400", "capabilities CapEff:0000000000000400",
        "特权 CapEff:0000000000000400"
      ),
      ("newPrivileges", "new privileges", "可以提权"),
      ("userNamespace", "a user namespace of its own", "可以新建用户命名空间"),
      ("megabytes=448", "448 MB", "448 MB"),
      ("threads=80", "80 threads", "80 个线程"),
    ]
    for (word, english, chinese) in cases {
      let finding = SandboxFinding(line: "open\tnetwork\t\(word)")
      XCTAssertEqual(finding?.hole(hasGroup: true)(.english), "network: \(english)")
      XCTAssertEqual(finding?.hole(hasGroup: true)(.chinese), "网络：\(chinese)")
    }
  }

  func testAllThatIsFoundStandsInOneSentence() {
    let finding = SandboxFinding(line: "open\tnetwork\tport=4711\tinterface=eth0")
    XCTAssertEqual(
      finding,
      SandboxFinding(name: "network", isOpen: true, facts: [.port("4711"), .interface("eth0")]))
    let hole = finding?.hole(hasGroup: false)
    XCTAssertEqual(hole?(.english), "network: port 4711 of the grader, interface eth0")
    XCTAssertEqual(hole?(.chinese), "网络：评分程序的端口 4711、网络接口 eth0")
  }

  func testAnAttemptThatEndsEarlySaysSo() {
    let hole = SandboxFinding(name: "scratch", isOpen: true, facts: [.endedEarly(output: "killed")])
      .hole(hasGroup: false)
    XCTAssertEqual(hole(.english), "scratch folder: the attempt ended early: killed")
    XCTAssertEqual(hole(.chinese), "临时目录：检验中途结束：killed")
  }

  func testLinesOfTheProbeAreToldFromOthers() {
    XCTAssertEqual(
      SandboxFinding(line: "shut\tmemory"), SandboxFinding(name: "memory", isOpen: false))
    XCTAssertNil(SandboxFinding(line: "open"))
    XCTAssertNil(SandboxFinding(line: "This program tests the sandbox for `course grade`."))
  }

  /// Outside a sandbox the probe has everything to find.
  func testTheProbeFindsWhatIsOpenOutside() throws {
    let probe = try BuiltJudge.shared.get().products.appending(path: "probe").path
    let folder = try ClassFolder()
    try folder.write("words", "look\nfile=/\nfile=/no/such/file\nscratch=0\nvariable=PATH")
    let outcome = try Subprocess(
      [probe, folder.url.appending(path: "words").path],
      environment: ["PATH": "/usr/bin", "SECRET": "1"], timeLimit: 60, outputLimit: 1 << 24
    ).run()
    let findings = outcome.text.split(separator: "\n").compactMap(SandboxFinding.init(line:))
    XCTAssertEqual(
      Set(findings.map(\.name)),
      [
        "network", "files", "writing", "processes", "environment", "descriptors", "privileges",
        "scratch", "paths", "systemCalls",
      ])
    func facts(_ name: String) -> [SandboxFact]? { findings.first { $0.name == name }?.facts }
    XCTAssertEqual(facts("files"), [.place("/")])
    XCTAssertEqual(facts("environment"), [.variable("SECRET")])
    XCTAssertTrue(facts("systemCalls")?.contains(.call("flock")) ?? false)
    XCTAssertEqual(facts("scratch"), [.megabytes("1")])
    let unread = findings.flatMap(\.facts).filter {
      if case .other = $0 { true } else { false }
    }
    XCTAssertEqual(unread, [], "no words for what the probe found")
  }
}
