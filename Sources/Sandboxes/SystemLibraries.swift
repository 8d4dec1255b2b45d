import Foundation
import Processes
import Synchronization

/// What a program that is run inside loads of the system, which is all that it sees of it.
enum SystemLibraries {
  private static let known = Mutex<[[String]: [String]]>([:])

  /// The loader, the libraries of Swift's runtime, and the programs that start others, with what those
  /// load.
  ///
  /// - Parameters:
  ///   - runtime: the folder of Swift's own libraries, which are not among the answer.
  ///   - programs: the programs that are run inside besides a submission's.
  /// - Returns: paths without a link among their folders; nil where they cannot be told, as without `ldd`.
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

  /// The paths that `ldd` names: `libm.so.6 => /lib/libm.so.6 (0x7f…)`, or `/lib64/ld-linux.so.2 (0x7f…)`.
  static func paths(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.last?.hasPrefix("(0x") == true, words.count >= 2 else { return nil }
      let path = words[words.count - 2]
      return path.hasPrefix("/") ? String(path) : nil
    }
  }

  /// The same file, by a path whose folders are no links.
  private static func direct(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return url.deletingLastPathComponent().resolvingSymlinksInPath()
      .appending(path: url.lastPathComponent).path
  }
}
