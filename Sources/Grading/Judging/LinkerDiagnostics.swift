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
      let name = Self.demangled(name)
      let module = SourceRules.hiddenModules.first { name.contains("\($0).") }
      return module.map { .moduleMissing($0) } ?? .nameMissing(name)
    }
    return .notLinked(output: String(text.suffix(300)))
  }

  /// Returns a symbol's name as it is written in Swift; any other name is returned unchanged.
  ///
  /// The function is in the runtime of every Swift program, and returns memory that is the caller's.
  private static func demangled(_ symbol: String) -> String {
    typealias Demangle =
      @convention(c) (
        UnsafePointer<CChar>, Int, UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<Int>?, UInt32
      ) -> UnsafeMutablePointer<CChar>?
    guard let function = dlsym(dlopen(nil, RTLD_NOW), "swift_demangle") else { return symbol }
    let demangle = unsafeBitCast(function, to: Demangle.self)
    guard let text = demangle(symbol, symbol.utf8.count, nil, nil, 0) else { return symbol }
    defer { free(text) }
    return String(cString: text)
  }

  private func first(after mark: String) -> String? {
    guard let found = text.range(of: mark) else { return nil }
    return String(text[found.upperBound...].prefix { $0 != "\n" }.prefix(200))
  }
}
