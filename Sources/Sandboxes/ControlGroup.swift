import Foundation
import Synchronization

/// A group of processes whose total memory and number the kernel limits.
///
/// It uses the kernel's control groups where this process may create any, and otherwise a scope of
/// the user's systemd. Where neither is available there is no group, and only the limits of each
/// process apply.
package struct ControlGroup: Sendable {
  private enum Kind: Sendable {
    /// The folders of the control groups that a process joins.
    case folders([String])
    case scope(UserScope, SandboxLimits)
  }

  private let kind: Kind
  private static let prefix = "course-grade-"
  /// A counter that distinguishes the groups of two graders in one process.
  private static let made = Atomic(0)

  /// Creates a group of this process; nil where that is not permitted.
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

  /// Returns the command line that runs a command in the group.
  func entering(_ command: [String]) -> [String] {
    switch kind {
    case .folders(let folders):
      let enter = folders.map { "echo 0 > \($0)/cgroup.procs" }.joined(separator: " && ")
      return ["/bin/sh", "-c", "\(enter) && exec \"$@\"", "sh"] + command
    case .scope(let scope, let limits):
      return scope.command(command, limits: limits)
    }
  }

  /// Removes the groups of graders that were killed, along with their remaining processes.
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

  /// Kills the remaining processes and removes the group.
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
