import Foundation
import Synchronization

/// A group of processes whose memory and number the kernel counts and limits together.
///
/// The kernel's own groups are taken where this process may make some, and else a scope of the user's
/// systemd. Where neither can be had there is no group, and the limits of each process stand alone.
package struct ControlGroup: Sendable {
  private enum Kind: Sendable {
    /// The folders that a process enters.
    case folders([String])
    case scope(UserScope, SandboxLimits)
  }

  private let kind: Kind
  private static let prefix = "course-grade-"
  /// By this number the groups of two graders in one process differ, which have the same purposes.
  private static let made = Atomic(0)

  /// Makes a group of this process; nil where that is not allowed.
  package init?(_ purpose: String, limits: SandboxLimits) {
    self.init(
      purpose, limits: limits, in: ControlGroupTree.ofMachine, or: UserScope.ofMachine)
  }

  init?(_ purpose: String, limits: SandboxLimits, in tree: ControlGroupTree?, or scope: UserScope?)
  {
    if let folders = tree.flatMap({ Self.folders(purpose, limits, in: $0) }) {
      kind = .folders(folders)
    } else if let scope {
      kind = .scope(scope, limits)
    } else {
      return nil
    }
  }

  private static func folders(
    _ purpose: String, _ limits: SandboxLimits, in tree: ControlGroupTree
  ) -> [String]? {
    let number = made.wrappingAdd(1, ordering: .relaxed).newValue
    let name = "\(prefix)\(getpid())-\(number)-\(purpose)"
    let folders = tree.folders.map { "\($0)/\(name)" }
    for folder in folders where mkdir(folder, 0o755) != 0 && errno != EEXIST {
      for folder in folders { rmdir(folder) }
      return nil
    }
    let settings: [(file: String, value: Int)]
    if tree.isSecond {
      settings = [
        ("\(folders[0])/memory.max", limits.memory), ("\(folders[0])/pids.max", limits.tasks),
      ]
      _ = ControlGroupTree.write("0", to: "\(folders[0])/memory.swap.max")
    } else {
      settings = [
        ("\(folders[0])/memory.limit_in_bytes", limits.memory),
        ("\(folders[1])/pids.max", limits.tasks),
      ]
      _ = ControlGroupTree.write(
        "\(limits.memory)", to: "\(folders[0])/memory.memsw.limit_in_bytes")
    }
    for setting in settings where !ControlGroupTree.write("\(setting.value)", to: setting.file) {
      remove(folders)
      return nil
    }
    return folders
  }

  /// The command, run in the group.
  func entering(_ command: [String]) -> [String] {
    switch kind {
    case .folders(let folders):
      let enter = folders.map { "echo 0 > \($0)/cgroup.procs" }.joined(separator: " && ")
      return ["/bin/sh", "-c", "\(enter) && exec \"$@\"", "sh"] + command
    case .scope(let scope, let limits):
      return scope.command(command, limits: limits)
    }
  }

  /// Takes away the groups of graders that were killed, with what is left in them.
  package static func removeAbandoned() {
    for tree in ControlGroupTree.ofMachine?.folders ?? [] {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: tree)) ?? []
      where name.hasPrefix(prefix) {
        let owner = name.dropFirst(prefix.count).prefix { $0 != "-" }
        guard let pid = pid_t(owner), kill(pid, 0) != 0, errno == ESRCH else { continue }
        remove(["\(tree)/\(name)"])
      }
    }
  }

  /// Kills what is left in it and takes it away.
  package func remove() {
    if case .folders(let folders) = kind { Self.remove(folders) }
  }

  private static func remove(_ folders: [String]) {
    for folder in folders {
      for _ in 0..<50 {
        let left = (try? String(contentsOfFile: "\(folder)/cgroup.procs", encoding: .utf8)) ?? ""
        let numbers = left.split(separator: "\n").compactMap { pid_t($0) }
        for number in numbers { kill(number, SIGKILL) }
        if rmdir(folder) == 0 || errno == ENOENT { break }
        usleep(10_000)
      }
    }
  }
}
