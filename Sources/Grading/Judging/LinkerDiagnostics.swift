import Coursework
import Foundation
import Syllabus
import Text

/// The linker's output in a form that a learner can use.
struct LinkerDiagnostics {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  func diagnostics(of week: Week, _ language: Language) -> [PackageBuild.Diagnostic] {
    [problem.diagnostic(of: SubmissionCompiler.path(of: week), language)]
  }

  /// Whether the missing symbol may be a function whose signature has changed.
  var missesAFunction: Bool {
    text.contains("undefined symbol: ") && !text.contains("duplicate symbol: ")
  }

  private var problem: CompilationProblem {
    if let name = first(after: "duplicate symbol: ") {
      return .nameTaken(name)
    }
    if let name = first(after: "undefined symbol: ") {
      return .nameMissing(name)
    }
    return .notLinked(output: String(text.suffix(300)))
  }

  private func first(after mark: String) -> String? {
    guard let found = text.range(of: mark) else { return nil }
    return String(text[found.upperBound...].prefix { $0 != "\n" }.prefix(200))
  }
}
