import GradedTesting
import Text
import XCTest

@testable import Grading

/// Every sentence that says why a class cannot be graded, in both languages.
final class GradingErrorTests: FrameworkTestCase {
  func testEverySentence() {
    let cases: [(GradingError, String, String)] = [
      (
        .noToolchain(path: "/bin"),
        "there is no swiftc in PATH (/bin); install a Swift toolchain",
        "PATH（/bin）里找不到 swiftc；请安装 Swift 工具链"
      ),
      (
        .cannotStart("bwrap", reason: "r"), "bwrap cannot be started: r", "无法启动 bwrap：r"
      ),
      (
        .buildFailed(folder: "f", output: "o"),
        "the judge does not build in f; the last the compiler said:\no",
        "评分程序在 f 构建失败；编译器最后的输出：\no"
      ),
      (
        .notBuilt(folder: "f", missing: "worker"),
        "f holds no worker; run swift build --build-tests there",
        "f 里没有 worker；请在那里运行 swift build --build-tests"
      ),
      (
        .lacksPart(folder: "f", part: "Solutions"),
        "f holds no Solutions; this needs the whole course, not a release of it",
        "f 里没有 Solutions；这里需要完整的课程，而不是发给学生的版本"
      ),
      (
        .noHiddenSuites(folder: "f"),
        "f holds no .swift file; --hidden takes a folder with XCTest files",
        "f 里没有 .swift 文件；--hidden 需要一个放 XCTest 文件的文件夹"
      ),
      (
        .sandboxIsOpen(["network: eth0", "files: /etc/passwd"]),
        "the sandbox does not hold here: network: eth0; files: /etc/passwd. Grade on "
          + "another machine, or with --trust-submissions if you trust every one of them",
        "这台机器上的沙箱有漏洞：network: eth0；files: /etc/passwd。请换一台机器评分；"
          + "如果每一份提交都信得过，也可以加上 --trust-submissions"
      ),
      (
        .noSandbox,
        "there is no sandbox: bubblewrap (bwrap) is not installed. Install it "
          + "(apt-get install bubblewrap), or use --trust-submissions if you trust every submission",
        "没有沙箱：未安装 bubblewrap（bwrap）。请先安装（apt-get install bubblewrap）；"
          + "如果每一份提交都信得过，也可以加上 --trust-submissions"
      ),
      (
        .probeCannotListen(reason: "r"),
        "the sandbox cannot be tried, since no socket can be opened for it: r",
        "无法检验沙箱，因为打不开检验用的套接字：r"
      ),
      (
        .buildInputsFailed(what: "ld.lld", output: "o"),
        "ld.lld failed, which prepares the grading:\no", "评分前的准备工作 ld.lld 失败：\no"
      ),
      (
        .stubFailed(week: "C1W2", output: "o"),
        "the empty exercises of C1W2 do not compile:\no", "C1W2 的空白练习无法编译：\no"
      ),
      (
        .compilerDoesNotStart(reason: "r"), "the compiler does not start: r", "编译器无法启动：r"
      ),
      (
        .workerFailed(output: "o"), "the program of this submission does not link:\no",
        "这份提交的程序无法链接：\no"
      ),
      (
        .workerDoesNotStart(reason: "r"), "the program of this submission does not start: r",
        "这份提交的程序无法启动：r"
      ),
      (
        .judgeEnded(code: "signal 9", output: "o"),
        "the judge ended with signal 9 before it was through; the last it said:\no",
        "评分程序中途结束（signal 9）；它最后的输出：\no"
      ),
      (
        .recordsMissing(expected: 9, found: 7, output: "o"),
        "9 tests were run, but only 7 have a verdict; the last the judge said:\no",
        "运行了 9 个测试，却只有 7 个有结果；评分程序最后的输出：\no"
      ),
      (
        .cannotWrite(file: "f", reason: "disk full"),
        "f cannot be written (disk full); what is graded so far is kept: make room and run the same "
          + "command again",
        "无法写入 f（disk full）；已评的结果都已保存：请腾出空间，再运行同一条命令"
      ),
      (.cannotRead(file: "f", reason: "r"), "f cannot be read: r", "无法读取 f：r"),
      (
        .noJournalLine(file: "journal.jsonl", line: 3),
        "journal.jsonl:3: no line of a journal; move the file away to grade everything again",
        "journal.jsonl:3：不是评分日志的内容；要全部重新评分，请先移走这个文件"
      ),
      (
        .locked(folder: "f"), "another course grade is writing to f; wait for it to end",
        "另一个 course grade 正在写入 f；请等它结束"
      ),
      (
        .unknownSubmission("ana"), "there is no submission of ana to grade again",
        "没有 ana 的提交可以重新评分"
      ),
    ]
    for (error, english, chinese) in cases {
      XCTAssertEqual(error.phrase(.english), english)
      XCTAssertEqual(error.phrase(.chinese), chinese)
    }
  }

  func testTheSandboxInForce() {
    let sentences = { (hasGroup: Bool, language: Language) in
      let measures = SandboxMeasure.all(hasGroup: hasGroup)
      return [
        "network", "files", "writing", "processes", "environment", "descriptors", "privileges",
        "scratch", "memory", "tasks",
      ].map { measures[$0]?.inForce(language) }
    }
    // The figures are those of SandboxLimits.worker.
    XCTAssertEqual(
      sentences(true, .english),
      [
        "no network", "solutions, judge, results and home are not visible",
        "nothing can be written but the scratch folder", "no other process is visible",
        "an empty environment", "no open descriptor is handed in",
        "no capabilities, no new privileges, no user namespaces", "a scratch folder of 16 MB",
        "2048 MB of memory for all processes together (control group)",
        "64 processes and threads (control group)",
      ])
    XCTAssertEqual(
      sentences(false, .chinese),
      [
        "没有网络", "看不到参考答案、评分程序、成绩和主目录", "除临时目录外都不能写", "看不到其他进程", "没有环境变量",
        "不传入任何打开的文件描述符", "没有特权，不能提权，不能新建用户命名空间", "临时目录最多 16 MB",
        "每个进程最多 4096 MB 地址空间", "最多 64 个进程与线程",
      ])
    XCTAssertEqual(sentences(true, .chinese)[8], "所有进程合计最多 2048 MB 内存（控制组）")
    XCTAssertEqual(sentences(false, .english)[8], "4096 MB of address space for each process")
    XCTAssertEqual(
      SandboxReport.trusted(.english).inForce,
      ["no sandbox: the submissions were trusted (--trust-submissions)"])
    XCTAssertEqual(
      SandboxReport.trusted(.chinese).inForce, ["没有沙箱：提交被视为可信（--trust-submissions）"])
  }
}
