import Coursework
import Foundation
import Releases

/// The exercises that a learner's file lacks altogether, which its stubs answer for: the file was
/// handed out before they were added, or the learner took them out.
///
/// A function that is there, and can no longer be called as it was given, is not one of them.
struct StandIns {
  private let week: Week
  private let source: String
  private let stub: String

  init(_ week: Week, source: Data, stub: Data) {
    self.week = week
    self.source = String(decoding: source, as: UTF8.self)
    self.stub = String(decoding: stub, as: UTF8.self)
  }

  /// The functions that the compiler does not find and the file does not declare.
  func lacking(_ diagnostics: [PackageBuild.Diagnostic]) -> [String] {
    week.exercises.map(\.info.name).filter { name in
      diagnostics.contains { $0.message.contains("cannot find '\(name)' in scope") }
        && !declares(name)
    }
  }

  private func declares(_ name: String) -> Bool {
    source.matches(of: #/\b(?:func|let|var)\s+`?(\w+)/#).contains { $0.1 == name }
  }

  /// The list of the week's functions with stubs for those that are lacking; nil when the stub that
  /// was given has no such function.
  func serving(_ lacking: [String]) -> String? {
    let lines = stub.components(separatedBy: "\n")
    var stubs: [String] = []
    for name in lacking {
      guard let start = lines.firstIndex(where: { $0.hasPrefix("public func \(name)(") }),
        let end = lines[start...].firstIndex(where: { $0.hasSuffix("{") })
      else { return nil }
      let signature = lines[start...end].joined(separator: "\n").dropFirst("public ".count)
      stubs.append(signature + "\n  throw NotImplemented()\n}\n")
    }
    let imports = lines.filter { $0.hasPrefix("import ") && !$0.hasSuffix(" Syllabus") }
    return Registry.serving(
      week, in: .worker, additions: (imports + [""] + stubs).joined(separator: "\n"))
  }
}
