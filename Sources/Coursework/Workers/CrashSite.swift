import Foundation
import Processes
import Synchronization
import Text

/// The message of Swift's runtime when a program traps: a sentence, and the calls that led there.
///
/// ```
/// Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range
/// Current stack trace:
/// 0    libswiftCore.so                    0x00007f4a5975f130 swift_reportError + 33
/// 5    worker                             0x00005604f95ca0f0 <unavailable> + 4336
/// ```
struct CrashMessage: Equatable {
  /// The sentence without the place in the standard library: `Fatal error: Index out of range`.
  let sentence: String
  let trace: String
  /// The offset of the message in the bytes it was read from.
  let start: Int

  private static let mark = Data("Fatal error: ".utf8)
  private static let traceMark = Data("\nCurrent stack trace:\n".utf8)

  /// Finds the message at the end of a program's output; nil when there is none.
  init?(endOf printed: Data) {
    let trace = printed.range(of: Self.traceMark, options: .backwards)
    let before = printed[..<(trace?.lowerBound ?? printed.endIndex)]
    guard let mark = before.range(of: Self.mark, options: .backwards) else { return nil }
    let lineStart = before[..<mark.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    let line = lineStart ?? before.startIndex
    // Before the mark stands the runtime's `File.swift:692: ` or the learner's own output.
    let prefix = String(decoding: before[line..<mark.lowerBound], as: UTF8.self)
    let isPlace = prefix.isEmpty || (prefix.hasSuffix(": ") && prefix.contains(".swift:"))
    start = (isPlace ? line : mark.lowerBound) - printed.startIndex
    var sentence = before[mark.lowerBound...]
    if trace == nil { sentence = sentence.prefix { $0 != UInt8(ascii: "\n") } }
    self.sentence = String(decoding: sentence, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines).ofStrangers(500)
    self.trace = trace.map { String(decoding: printed[$0.upperBound...], as: UTF8.self) } ?? ""
  }

  /// Returns the calls inside the program, innermost first, as offsets from its start.
  ///
  /// An address is that of the instruction after the call; subtracting one gives the call's own
  /// line.
  func offsets(in program: String) -> [Int] {
    trace.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 6, words[1] == program, words[3] == "<unavailable>", words[4] == "+",
        let offset = Int(words[5]), offset > 0
      else { return nil }
      return offset - 1
    }
  }
}

/// The line of a learner's file in which a program trapped.
enum CrashSite {
  /// The folders of the learner's own files and of the solutions.
  static let folders = ["Exercises", "Solutions"]
  private static let deepest = 32
  /// The time limit of the symbolizer in seconds; it usually takes a tenth of a second.
  private static let timeLimit = 5.0
  private static let known = Mutex<[String: String?]>([:])
  /// The programs whose symbolization failed once and is not tried again.
  private static let stuck = Mutex<Set<String>>([])

  /// Returns the innermost call from a file in one of the folders, such as
  /// `Exercises/C1W2-LogisticRegression/LogisticRegression.swift:18`.
  ///
  /// The toolchain's `llvm-symbolizer` is used; without it there is no place.
  static func place(
    of words: CrashMessage, launch: WorkerLaunch, folders: [String] = folders
  ) -> String? {
    let name = URL(fileURLWithPath: launch.program).lastPathComponent
    return place(at: words.offsets(in: name), launch: launch, folders: folders)
  }

  /// Returns the line of the innermost of these calls that is in one of the folders.
  static func place(at offsets: [Int], launch: WorkerLaunch, folders: [String]) -> String? {
    let offsets = offsets.prefix(deepest)
    guard !offsets.isEmpty else { return nil }
    let key = "\(launch.program) \(offsets)"
    if let place = known.withLock({ $0[key] }) { return place }
    let place = symbols(launch, Array(offsets)).lazy
      .compactMap { inside(folders, $0) }.first.map { Visible.line($0.ofStrangers(200)) }
    known.withLock { known in
      if known.count > 500 { known = [:] }
      known[key] = .some(place)
    }
    return place
  }

  /// Symbolizes each address as `file:line:column`.
  ///
  /// A learner may have put anything into the program, such as a file of endless lines: the
  /// symbolizer runs as the launch prescribes, within a time limit.
  private static func symbols(_ launch: WorkerLaunch, _ offsets: [Int]) -> [String] {
    guard !stuck.withLock({ $0.contains(launch.program) }) else { return [] }
    let command =
      launch.symbolizer
      ?? ["llvm-symbolizer"] + WorkerLaunch.symbolizerArguments(of: launch.program)
    let addresses = offsets.map { "0x" + String($0, radix: 16) }
    let outcome = try? Subprocess(
      command + addresses, includesErrors: false, timeLimit: timeLimit, outputLimit: 1 << 16
    ).run()
    guard let outcome, outcome.succeeded else {
      stuck.withLock { _ = $0.insert(launch.program) }
      return []
    }
    return outcome.text.split(separator: "\n").map(String.init)
  }

  /// Shortens `/somewhere/Exercises/…/File.swift:18:5` to `Exercises/…/File.swift:18`; nil for a
  /// file outside the folders.
  private static func inside(_ folders: [String], _ symbol: String) -> String? {
    let parts = symbol.split(separator: ":")
    guard parts.count >= 3, let line = Int(parts[parts.count - 2]), line > 0 else { return nil }
    let path = parts.dropLast(2).joined(separator: ":")
    for folder in folders {
      guard let found = path.range(of: "/\(folder)/", options: .backwards) else { continue }
      return "\(path[path.index(after: found.lowerBound)...]):\(line)"
    }
    return nil
  }
}
