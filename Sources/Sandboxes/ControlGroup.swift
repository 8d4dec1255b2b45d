import Foundation
import Synchronization

/// A group of processes whose memory and number the kernel counts and limits together.
///
/// Version 1 of control groups keeps a tree for each resource, version 2 one for all. Where neither
/// can be written, which is usual for anybody but root, there is no group, and the limits of each
/// process stand alone.
package struct ControlGroup: Sendable {
  private static let root = "/sys/fs/cgroup"
  /// The folders that a process enters.
  private let folders: [String]
  private let memoryPeak: String?

  private static let isSecond = FileManager.default
    .fileExists(atPath: "\(root)/cgroup.controllers")
  private static let trees = isSecond ? [root] : ["\(root)/memory", "\(root)/pids"]
  private static let prefix = "course-grade-"
  /// By this number the groups of two graders in one process differ, which have the same purposes.
  private static let made = Atomic(0)

  /// Makes a group of this process; nil where that is not allowed.
  package init?(_ purpose: String, limits: SandboxLimits) {
    let manager = FileManager.default
    let (trees, isSecond) = (Self.trees, Self.isSecond)
    let number = Self.made.wrappingAdd(1, ordering: .relaxed).newValue
    let name = "\(Self.prefix)\(getpid())-\(number)-\(purpose)"
    guard trees.allSatisfy({ manager.isWritableFile(atPath: $0) }) else { return nil }
    if isSecond {
      _ = Self.set("\(Self.root)/cgroup.subtree_control", "+memory +pids")
    }
    folders = trees.map { "\($0)/\(name)" }
    for folder in folders where mkdir(folder, 0o755) != 0 && errno != EEXIST {
      for folder in folders { rmdir(folder) }
      return nil
    }
    let settings: [(file: String, value: Int)]
    if isSecond {
      memoryPeak = "\(folders[0])/memory.peak"
      settings = [
        ("\(folders[0])/memory.max", limits.memory), ("\(folders[0])/pids.max", limits.tasks),
      ]
      _ = Self.set("\(folders[0])/memory.swap.max", "0")
    } else {
      memoryPeak = "\(folders[0])/memory.max_usage_in_bytes"
      settings = [
        ("\(folders[0])/memory.limit_in_bytes", limits.memory),
        ("\(folders[1])/pids.max", limits.tasks),
      ]
      _ = Self.set("\(folders[0])/memory.memsw.limit_in_bytes", "\(limits.memory)")
    }
    for setting in settings where !Self.set(setting.file, "\(setting.value)") {
      remove()
      return nil
    }
  }

  /// The command, run by a shell that has entered the group.
  func entering(_ command: [String]) -> [String] {
    let enter = folders.map { "echo 0 > \($0)/cgroup.procs" }.joined(separator: " && ")
    return ["/bin/sh", "-c", "\(enter) && exec \"$@\"", "sh"] + command
  }

  /// Takes away the groups of graders that were killed, with what is left in them.
  package static func removeAbandoned() {
    for tree in trees {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: tree)) ?? []
      where name.hasPrefix(prefix) {
        let owner = name.dropFirst(prefix.count).prefix { $0 != "-" }
        guard let pid = pid_t(owner), kill(pid, 0) != 0, errno == ESRCH else { continue }
        remove(["\(tree)/\(name)"])
      }
    }
  }

  /// Kills what is left in it and takes it away.
  package func remove() { Self.remove(folders) }

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

  private static func set(_ file: String, _ value: String) -> Bool {
    let descriptor = open(file, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return write(descriptor, value, value.utf8.count) == value.utf8.count
  }
}
