import Coursework
import Foundation
import Syllabus

/// What the linker said, as a learner can use it.
struct LinkerWords {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  func complaints(of week: Week) -> [PackageBuild.Complaint] {
    [
      PackageBuild.Complaint(
        file: Workshop.path(of: week), line: 1, column: 1, message: message.harmless)
    ]
  }

  /// Whether what is missing may be a function whose signature has changed.
  var missesAFunction: Bool {
    text.contains("undefined symbol: ") && !text.contains("duplicate symbol: ")
  }

  private var message: String {
    if let name = first(after: "duplicate symbol: ") {
      return "it defines a name that the course's own program has already: \(name)"
    }
    if let name = first(after: "undefined symbol: ") {
      return "it uses a name that nothing defines here: \(name)"
    }
    return "it cannot be linked: \(text.suffix(300))"
  }

  private func first(after mark: String) -> String? {
    guard let found = text.range(of: mark) else { return nil }
    return String(text[found.upperBound...].prefix { $0 != "\n" }.prefix(200))
  }
}
