import GradedTesting
import Text
import XCTest

@testable import Sandboxes

/// Every sentence about a sandbox, in both languages.
final class SandboxErrorTests: FrameworkTestCase {
  func testEveryErrorIsSaidInBothLanguages() {
    let cases: [(SandboxError, String, String)] = [
      (
        .needsLinux,
        "grading a class needs Linux, whose sandbox holds what strangers wrote; on this machine run "
          + "it in a virtual machine or a container with Linux",
        "批改全班作业需要 Linux 的沙箱来隔离陌生代码；在这台机器上，请用装有 Linux 的虚拟机或容器运行"
      ),
      (
        .noToolchain(path: "/bin"),
        "there is no swiftc in PATH (/bin); install a Swift toolchain",
        "PATH（/bin）里找不到 swiftc；请安装 Swift 工具链"
      ),
      (
        .sandboxIsOpen(["network: eth0", "files: /etc/passwd"]),
        "the sandbox does not hold here: network: eth0; files: /etc/passwd. Grade on "
          + "another machine, or with --trust-submissions if you trust every one of them",
        "这台机器上的沙箱有漏洞：network: eth0；files: /etc/passwd。请换一台机器评分；"
          + "如果每一份提交都信得过，也可以加上 --trust-submissions"
      ),
      (
        .noSandbox(),
        "there is no sandbox: bubblewrap (bwrap) is not installed. Install it "
          + "(apt-get install bubblewrap), or use --trust-submissions if you trust every submission",
        "没有沙箱：未安装 bubblewrap（bwrap）。请先安装（apt-get install bubblewrap）；"
          + "如果每一份提交都信得过，也可以加上 --trust-submissions"
      ),
      (
        .noSandbox(NamespaceDenial.forbidden.phrase),
        "there is no sandbox: bubblewrap (bwrap) is not installed. Install it "
          + "(apt-get install bubblewrap), which is not enough here: the kernel allows no user namespace "
          + "at all: sudo sysctl user.max_user_namespaces=15000; or use --trust-submissions if you trust "
          + "every submission",
        "没有沙箱：未安装 bubblewrap（bwrap）。请先安装（apt-get install bubblewrap）；但这还不够："
          + "内核不允许任何用户命名空间：sudo sysctl user.max_user_namespaces=15000；"
          + "如果每一份提交都信得过，也可以加上 --trust-submissions"
      ),
      (
        .processesLeft(user: 61_201),
        "processes of user 61201, under which a submission ran, cannot be ended; nothing is written",
        "无法终止用户 61201（提交以它的身份运行）的进程；没有写入任何结果"
      ),
      (
        .probeCannotListen(reason: "r"),
        "the sandbox cannot be tried, since no socket can be opened for it: r",
        "无法检验沙箱，因为打不开检验用的套接字：r"
      ),
      (
        .sandboxDoesNotStart(reason: "r", nil),
        "bubblewrap (bwrap) is installed, but makes no sandbox here: r. Allow it to make namespaces, "
          + "grade on another machine, or use --trust-submissions if you trust every submission",
        "已安装 bubblewrap（bwrap），但它在这里建不了沙箱：r。请允许它创建命名空间，或换一台机器评分；"
          + "如果每一份提交都信得过，也可以加上 --trust-submissions"
      ),
    ]
    let told = SandboxError.sandboxDoesNotStart(reason: "r", NamespaceDenial.forbidden.phrase)
    XCTAssertEqual(
      told.phrase(.english),
      "bubblewrap (bwrap) is installed, but makes no sandbox here: r. the kernel allows no user "
        + "namespace at all: sudo sysctl user.max_user_namespaces=15000; or grade on another machine, "
        + "or use --trust-submissions if you trust every submission")
    for (error, english, chinese) in cases {
      XCTAssertEqual(error.phrase(.english), english)
      XCTAssertEqual(error.phrase(.chinese), chinese)
    }
  }

  func testTheSandboxInForceIsDescribedInBothLanguages() {
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
        "每个进程最多 4096 MB 地址空间", "最多 16 个进程与线程",
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
