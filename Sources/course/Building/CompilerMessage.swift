import Coursework
import Foundation
import Text

/// An error of the compiler with its line of source and its notes.
///
/// ```
/// /course/Exercises/C1W2-LogisticRegression/LogisticRegression.swift:18:7: error: cannot find 'np' in scope
/// 16 | public func sigmoid(_ z: Tensor) throws -> Tensor {
/// 18 |   np.exp(z)
///    |   `- error: cannot find 'np' in scope
/// ```
struct CompilerMessage: Equatable {
  let error: PackageBuild.Diagnostic
  /// The source line without its indentation.
  var source: String?
  var notes: [String] = []
  /// The explanation shown in place of the compiler's words.
  var lesson: Phrase?

  /// Parses a build's output, dropping duplicate errors.
  static func all(in output: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    var isOpen = false
    for line in output.split(separator: "\n") {
      if let error = PackageBuild.Diagnostic(line) {
        isOpen = !messages.contains { $0.error == error }
        if isOpen { messages.append(CompilerMessage(error: error)) }
      } else if line.first == "/", line.contains(".swift:") {
        // A warning, or a note that points to another file.
        if isOpen, let note = line.range(of: ": note: ") {
          messages[messages.count - 1].add(note: line[note.upperBound...])
        } else {
          isOpen = false
        }
      } else if isOpen {
        messages[messages.count - 1].read(line)
      }
    }
    return messages
  }

  /// Parses a line of the excerpt below an error.
  private mutating func read(_ line: Substring) {
    guard let bar = line.firstIndex(of: "|") else { return }
    let number = line[..<bar].filter { $0 != " " }
    let content = line[line.index(after: bar)...]
    if number == "\(error.line)" {
      source = String(content.drop { $0 == " " })
    } else if number.isEmpty, let note = content.range(of: "- note: ") {
      add(note: content[note.upperBound...])
    }
  }

  private mutating func add(note: Substring) {
    if !notes.contains(String(note)) { notes.append(String(note)) }
  }

  /// Whether the compiler's message adds nothing to the lesson.
  var saysOnlyItsLesson: Bool {
    lesson != nil || isMissingTry || error.message.contains(" is deprecated: ")
  }

  /// Whether only a `try` is missing.
  var isMissingTry: Bool {
    error.message.hasSuffix("can throw but is not marked with 'try'")
      || error.message.hasSuffix("can throw but expression is not marked with 'try'")
  }
}
