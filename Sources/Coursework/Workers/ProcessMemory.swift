import Foundation

/// The memory use of a process, as the system reports it.
enum ProcessMemory {
  /// Returns the last process in the chain of children below the given one, which may be that one
  /// itself.
  static func last(below pid: pid_t) -> pid_t {
    var last = pid
    // The sandbox adds two levels of processes.
    for _ in 0..<4 {
      guard
        let text = try? String(
          contentsOfFile: "/proc/\(last)/task/\(last)/children", encoding: .utf8),
        let child = text.split(separator: " ").first.flatMap({ pid_t($0) })
      else { break }
      last = child
    }
    return last
  }

  /// Returns the peak memory of a process in bytes: `VmHWM` of `/proc/PID/status`; nil where there
  /// is no such file.
  static func peak(of pid: pid_t) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return kilobytes * 1024
  }
}
