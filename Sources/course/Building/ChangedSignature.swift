import Coursework
import Foundation
import Syllabus
import Text

/// A function whose declaration no longer has the handed-out signature, which the compiler reports
/// in the list of the week's functions rather than in the learner's file.
struct ChangedSignature {
  let week: Week
  private let function: String

  /// Recognizes an error in `Sources/worker/Serving/LogisticRegression+Serving.swift`; nil for any
  /// other.
  init?(_ message: CompilerMessage) {
    guard let line = message.source, let name = line.range(of: ".served(by: "),
      let week = Course.weeks.first(where: {
        message.error.file.hasSuffix("Sources/worker/Serving/\($0.module)+Serving.swift")
      })
    else { return nil }
    self.week = week
    function = String(line[name.upperBound...].prefix { $0 != ")" })
  }

  /// Moves the error to the learner's own function.
  ///
  /// - Parameters:
  ///   - package: the folder of the manifest.
  ///   - stub: the file as it was handed out.
  /// - Returns: the message for the learner.
  func message(in package: URL, stub: String) -> CompilerMessage {
    let file = package.appending(path: "Exercises/\(week.folder)/\(week.module).swift")
    let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let own = Self.declaration(of: function, in: source)
    let given = Self.declaration(of: function, in: stub)?.line ?? "public func \(function)"
    let error = PackageBuild.Diagnostic(
      file: file.path, line: own?.number ?? 1, column: 1, message: given)
    var message = CompilerMessage(error: error, source: own?.line)
    message.lesson =
      own == nil
      ? Phrase("\(function) is missing; it must be: \(given)", zh: "缺少 \(function)，它应当是：\(given)")
      : Phrase(
        "other code calls \(function) as it was given; change it back to: \(given)",
        zh: "其他代码按原来的形式调用 \(function)，请改回：\(given)")
    return message
  }

  /// Returns the declaration from `public func` to the result type, and its line number from 1.
  private static func declaration(
    of name: String, in source: String
  ) -> (line: String, number: Int)? {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("public func \(name)(") }) else {
      return nil
    }
    let end = lines[start...].firstIndex { $0.hasSuffix("{") } ?? start
    let text = lines[start...end].map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ").replacing("( ", with: "(").replacing(" )", with: ")")
    return (text.hasSuffix(" {") ? String(text.dropLast(2)) : text, start + 1)
  }
}
