import Foundation
import Processes
import Synchronization

/// The files of the system that a program loads, which are all that it sees inside.
enum SystemLibraries {
  private static let known = Mutex<[[String]: [String]]>([:])

  /// Returns the loader, the libraries of Swift's runtime, and the programs that start others, with
  /// everything these load.
  ///
  /// - Parameters:
  ///   - runtime: the folder of Swift's own libraries, which are not included in the result.
  ///   - programs: the programs that run inside besides a submission's.
  /// - Returns: paths whose folders are no links; nil where they cannot be determined, as without
  ///   `ldd`.
  static func loaded(runtime: String, programs: [String]) -> [String]? {
    known.withLock { known in
      let asked = [runtime] + programs
      let files = known[asked] ?? Self.files(runtime: runtime, programs: programs)
      known[asked] = files
      return files.isEmpty ? nil : files
    }
  }

  private static func files(runtime: String, programs: [String]) -> [String] {
    let outcome = try? Subprocess(
      ["ldd", runtime + "/libFoundation.so"] + programs, timeLimit: 10
    ).run()
    guard let outcome, outcome.succeeded else { return [] }
    let libraries = Self.paths(in: outcome.text).filter { !$0.hasPrefix(runtime + "/") }
    return Set((libraries + programs).map(direct)).sorted()
  }

  /// Parses the paths in `ldd`'s output: `libm.so.6 => /lib/libm.so.6 (0x7f…)`, or
  /// `/lib64/ld-linux.so.2 (0x7f…)`.
  static func paths(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.last?.hasPrefix("(0x") == true, words.count >= 2 else { return nil }
      let path = words[words.count - 2]
      return path.hasPrefix("/") ? String(path) : nil
    }
  }

  /// Returns the path of the same file whose folders are no links.
  private static func direct(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return url.deletingLastPathComponent().resolvingSymlinksInPath()
      .appending(path: url.lastPathComponent).path
  }
}
