import Foundation
import Processes
import Text

/// The reason why this machine permits no namespaces, which a sandbox consists of, and the remedy.
enum NamespaceDenial: Sendable, Equatable, CaseIterable {
  /// AppArmor denies them to programs without a profile, as in Ubuntu since 23.10.
  case profile
  /// The kernel permits them only to root, as Debian's once did.
  case root
  /// The kernel permits none.
  case forbidden
  /// A container's filter and capabilities prevent them.
  case container

  /// Whether a program of the system can create namespaces, so that bubblewrap could.
  static var isAbsent: Bool {
    guard let program = Toolchain.program("unshare") else { return true }
    let outcome = try? Subprocess(
      [program.path, "--user", "--map-root-user", "--mount", "--pid", "--fork", "true"],
      timeLimit: 10
    ).run()
    return outcome?.succeeded ?? false
  }

  /// Examines the settings of the system below a folder; nil where they say nothing.
  init?(below root: String = "/", isRoot: Bool = getuid() == 0) {
    func setting(_ path: String) -> Int? {
      (try? String(contentsOfFile: root + path, encoding: .utf8))
        .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
    let marks = [".dockerenv", "run/.containerenv", "autograder"]
    if setting("proc/sys/user/max_user_namespaces") == 0 {
      self = .forbidden
    } else if marks.contains(where: { FileManager.default.fileExists(atPath: root + $0) }) {
      self = .container
    } else if !isRoot, setting("proc/sys/kernel/apparmor_restrict_unprivileged_userns") == 1 {
      self = .profile
    } else if !isRoot, setting("proc/sys/kernel/unprivileged_userns_clone") == 0 {
      self = .root
    } else {
      return nil
    }
  }

  /// The cause and the remedy.
  var phrase: Phrase {
    switch self {
    case .profile:
      Phrase(
        "AppArmor keeps user namespaces from programs without a profile (Ubuntu 23.10 and later). Either "
          + "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0, or a profile for bwrap that "
          + "says “userns,”, or grade as root",
        zh: "AppArmor 不允许没有配置文件的程序创建用户命名空间（Ubuntu 23.10 及以后）。可以执行 "
          + "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0，或给 bwrap 写一个含“userns,”的"
          + "配置文件，或以 root 身份评分")
    case .root:
      Phrase(
        "the kernel keeps user namespaces from ordinary users. Either "
          + "sudo sysctl kernel.unprivileged_userns_clone=1, or grade as root",
        zh: "内核不允许普通用户创建用户命名空间。可以执行 sudo sysctl kernel.unprivileged_userns_clone=1，"
          + "或以 root 身份评分")
    case .forbidden:
      Phrase(
        "the kernel allows no user namespace at all: sudo sysctl user.max_user_namespaces=15000",
        zh: "内核不允许任何用户命名空间：sudo sysctl user.max_user_namespaces=15000")
    case .container:
      Phrase(
        "this is a container (Docker, Gradescope, Codespaces), which keeps namespaces from what runs in "
          + "it. Grade as root in it, which needs none; or start it with --security-opt seccomp=unconfined "
          + "--security-opt apparmor=unconfined (and, where that is not enough, --cap-add SYS_ADMIN)",
        zh: "这里是容器（Docker、Gradescope、Codespaces），不允许在里面创建命名空间。请在容器里以 root 身份评分，"
          + "这样不需要命名空间；或在启动容器时加上 --security-opt seccomp=unconfined "
          + "--security-opt apparmor=unconfined（仍不行时再加 --cap-add SYS_ADMIN）")
    }
  }
}
