import Foundation

/// The places where this process may create control groups.
///
/// For root this is the top of the trees, and for others a delegated part of a tree: the group that
/// a service, container or batch system has handed to them.
struct ControlGroupTree: Sendable, Equatable {
  /// The folders in which groups are created: those of memory and processes in version 1, one in
  /// version 2.
  let folders: [String]
  /// Whether the groups are of version 2, which has one tree for all resources.
  let isSecond: Bool

  /// The trees of this machine; nil where nothing may be created.
  static let ofMachine = ControlGroupTree(
    root: "/sys/fs/cgroup",
    membership: (try? String(contentsOfFile: "/proc/self/cgroup", encoding: .utf8)) ?? "")

  /// Searches for a place to create groups.
  ///
  /// - Parameters:
  ///   - root: the mount point of the trees.
  ///   - membership: the groups of this process in the form of `/proc/self/cgroup`:
  ///     `4:memory:/jobs/7` in version 1, `0::/jobs/7` in version 2.
  init?(root: String, membership: String) {
    let manager = FileManager.default
    isSecond = manager.fileExists(atPath: "\(root)/cgroup.controllers")
    var own: [String: String] = [:]
    for line in membership.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[2] != "/" else { continue }
      for name in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
        own[String(name)] = String(parts[2])
      }
    }
    func isWritable(_ folders: [String]) -> Bool {
      folders.allSatisfy { folder in
        manager.isWritableFile(atPath: folder)
          && manager.isWritableFile(atPath: "\(folder)/cgroup.procs")
      }
    }
    let tops = isSecond ? [root] : ["\(root)/memory", "\(root)/pids"]
    if isWritable(tops) {
      folders = tops
      if isSecond { _ = Self.write("+memory +pids", to: "\(root)/cgroup.subtree_control") }
      return
    }
    let names = isSecond ? [""] : ["memory", "pids"]
    let handed = names.compactMap { name in
      own[name].map { (name.isEmpty ? root : "\(root)/\(name)") + $0 }
    }
    guard handed.count == names.count, isWritable(handed) else { return nil }
    if isSecond, !Self.opens(handed[0]) { return nil }
    folders = handed
  }

  /// Enables child groups in a version 2 group that has processes, by moving these into a sibling
  /// of the new groups: only groups without processes may have children that limit anything.
  private static func opens(_ folder: String) -> Bool {
    let own = "\(folder)/course-own"
    guard mkdir(own, 0o755) == 0 || errno == EEXIST else { return false }
    let processes = (try? String(contentsOfFile: "\(folder)/cgroup.procs", encoding: .utf8)) ?? ""
    for process in processes.split(separator: "\n") {
      guard write(String(process), to: "\(own)/cgroup.procs") else { return false }
    }
    return write("+memory +pids", to: "\(folder)/cgroup.subtree_control")
  }

  /// Writes a value to one of the kernel's files.
  static func write(_ value: String, to file: String) -> Bool {
    let descriptor = open(file, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return Foundation.write(descriptor, value, value.utf8.count) == value.utf8.count
  }
}
