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
    for (module, place) in Self.imports(in: text)
    where modules.contains(module) && !Self.open.contains(module) {
      return (.closedModule(module), line(of: place))
    }
    for helper in GivenHelper.all
    where !helper.weeks.contains(week.id) && source.range(of: Data(helper.word.utf8)) != nil {
      if let found = text.firstMatch(of: helper.use) {
        return (.givenElsewhere(helper.name), line(of: found.range.lowerBound))
      }
    }
    return nil
  }

  /// The modules that a text imports, and where.
  ///
  /// Only what begins with the word is matched: a pattern that is tried at each character takes a
  /// fifth of what a submission costs this process.
  private static func imports(in text: String) -> [(module: String, place: String.Index)] {
    let bytes = Data(text.utf8)
    let pattern = importPattern
    var found: [(String, String.Index)] = []
    var rest = bytes.startIndex
    while let word = bytes.range(of: Data("import".utf8), in: rest..<bytes.endIndex) {
      rest = word.upperBound
      let start = text.utf8.index(text.startIndex, offsetBy: word.lowerBound)
      // What stands before it says whether it is a word.
      let before = start == text.startIndex ? start : text.index(before: start)
      if let match = text[before...].prefixMatch(of: pattern) {
        found.append((String(match.1), start))
      }
    }
    return found
  }

  /// An import behind at most one character, whatever stands between its words: the module.
  private static var importPattern: Regex<(Substring, Substring)> {
    #/(?s:.)??\bimport(?:\s|/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n|\b(?:struct|class|enum|protocol|typealias|func|let|var|actor)\b)*`?([A-Za-z_]\w*)/#
      .wordBoundaryKind(.simple)
  }
}
