public import Foundation

/// The folder in which this process grades, whose name reveals nothing about its owner inside a
/// sandbox.
///
/// The paths of mounts outside are visible inside, as is the sandbox's command line, so nothing
/// lies below the results or a home. The folder is created on first use and removed when the
/// process ends or, if it was killed, by the next grader.
public enum Workplace {
  private static let prefix = "course-grade-"

  /// The folder, whose files belong to this user alone.
  public static let folder: URL = {
    removeAbandoned()
    let name = "\(prefix)\(getpid())-\(UInt64.random(in: .min ... .max))"
    let places = [ProcessInfo.processInfo.environment["TMPDIR"], "/tmp", "/var/tmp"]
    for place in places.compactMap(\.self) where runsPrograms(place) {
      let folder = URL(fileURLWithPath: place).resolvingSymlinksInPath().appending(path: name)
      guard mkdir(folder.path, 0o700) == 0 else { continue }
      made = folder.path
      atexit { Workplace.remove() }
      return folder
    }
    return FileManager.default.temporaryDirectory.appending(path: name)
  }()

  // Written once, before anything else knows of the folder, and read when the process ends.
  nonisolated(unsafe) private static var made: String?

  private static func remove() {
    guard let made else { return }
    try? FileManager.default.removeItem(atPath: made)
  }

  /// Returns whether programs may run from a file system: some are mounted noexec.
  private static func runsPrograms(_ folder: String) -> Bool {
    #if os(Linux)
      var status = statvfs()
      // ST_NOEXEC of `sys/statvfs.h`.
      return statvfs(folder, &status) == 0 && status.f_flag & 8 == 0
    #else
      return true
    #endif
  }

  /// Takes away the folders of this user's graders that were killed.
  private static func removeAbandoned() {
    for place in ["/tmp", "/var/tmp", ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"] {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      where name.hasPrefix(prefix) {
        let owner = name.dropFirst(prefix.count).prefix { $0 != "-" }
        guard let pid = pid_t(owner), kill(pid, 0) != 0, errno == ESRCH else { continue }
        try? FileManager.default.removeItem(atPath: "\(place)/\(name)")
      }
    }
  }
}
