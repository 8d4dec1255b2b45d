import Coursework
import Foundation
import Syllabus
import Text

/// What a learner's file may not name although the compiler would know it: the course's own modules,
/// which hold recorded answers and both sides of the worker, and what is given to other weeks and
/// would answer an exercise of this.
///
/// The text is read as it stands, comments and all: a reader that skips comments can be told what one
/// is.
struct SourceRules {
  let week: Week
  /// The course's own modules, as a worker is made of them.
  let modules: Set<String>

  /// The modules that the stubs import.
  private static let open: Set<String> = ["Syllabus", "Tensors"]

  /// What a file must not name, and where; nil when it names nothing of that kind.
  func problem(in source: Data) -> (problem: CompilationProblem, line: Int)? {
    let text = String(decoding: source, as: UTF8.self)
    func line(of place: String.Index) -> Int {
      text[..<place].utf8.count { $0 == UInt8(ascii: "\n") } + 1
    }
    for found in text.matches(of: Self.imports) {
      let module = String(found.1)
      if modules.contains(module), !Self.open.contains(module) {
        return (.closedModule(module), line(of: found.range.lowerBound))
      }
    }
    for helper in GivenHelper.all where !helper.weeks.contains(week.id) {
      if let found = text.firstMatch(of: helper.use) {
        return (.givenElsewhere(helper.name), line(of: found.range.lowerBound))
      }
    }
    return nil
  }

  /// An import, whatever stands between its words: the module.
  private static var imports: Regex<(Substring, Substring)> {
    #/\bimport(?:\s|/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n|\b(?:struct|class|enum|protocol|typealias|func|let|var|actor)\b)*`?([A-Za-z_]\w*)/#
      .wordBoundaryKind(.simple)
  }
}
