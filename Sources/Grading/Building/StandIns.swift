import Coursework
import Foundation
import Releases

/// The exercises that are missing from a learner's file and answered by their stubs: the file was
/// handed out before they were added, or the learner removed them.
///
/// A function that is present but can no longer be called as handed out is not one of them.
struct StandIns {
  private let week: Week
  private let source: String
  private let stub: String

  init(_ week: Week, source: Data, stub: Data) {
    self.week = week
    self.source = String(decoding: source, as: UTF8.self)
    self.stub = String(decoding: stub, as: UTF8.self)
  }

  /// Returns the functions that the compiler does not find and the file does not declare.
  func lacking(_ diagnostics: [PackageBuild.Diagnostic]) -> [String] {
    week.exercises.map(\.info.name).filter { name in
      diagnostics.contains { $0.message.contains("cannot find '\(name)' in scope") }
        && !declares(name)
    }
  }

  private func declares(_ name: String) -> Bool {
    source.matches(of: #/\b(?:func|let|var)\s+`?(\w+)/#).contains { $0.1 == name }
  }

  /// Returns the list of the week's functions with stubs for the missing ones; nil when the
  /// handed-out stub has no such function.
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
