import Coursework
import Foundation
import Syllabus
import Text

/// Names that a learner's file must not use although the compiler would accept them: the course's
/// own modules, which hold recorded answers and both sides of the worker, and helpers given to
/// other weeks that would answer an exercise of this one.
///
/// The text is scanned as it stands, including comments: a scanner that skips comments can be
/// deceived about what a comment is.
struct SourceRules {
  let week: Week
  /// The course's own modules that make up a worker.
  let modules: Set<String>

  /// The modules that the stubs import.
  private static let open: Set<String> = ["Syllabus", "Tensors"]

  /// Returns the first forbidden name in a file, and its line; nil when there is none.
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

  /// Whether a file has an attribute, which could name any function.
  static func hasAttributes(_ source: Data) -> Bool { source.contains(UInt8(ascii: "@")) }

  /// Whether a file imports nothing but what the course's library loads.
  static func importsKnownModules(_ source: Data) -> Bool {
    imports(in: String(decoding: source, as: UTF8.self)).allSatisfy { known.contains($0.module) }
  }

  /// Returns the options that link the libraries of the other modules of Swift itself that files
  /// import: `RegexBuilder` is in `libswiftRegexBuilder.so`.
  ///
  /// `swift build` finds them in the object files, so that such a file works at home.
  static func libraries(importedBy sources: [Data], in runtime: String) -> [String] {
    let modules = Set(
      sources.flatMap { imports(in: String(decoding: $0, as: UTF8.self)).map(\.module) })
    return modules.subtracting(known).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(runtime)/libswift\($0).so") }
      .map { "-lswift\($0)" }
  }

  /// The modules of Foundation that cannot be linked: they load libraries of the system which the
  /// sandbox hides.
  static let hiddenModules: Set<String> = ["FoundationNetworking", "FoundationXML"]

  /// The modules whose libraries the course's own library loads.
  private static let known = open.union(["Dispatch", "Foundation", "Glibc", "Synchronization"])

  /// Returns the modules that a text imports, and where.
  ///
  /// Matching starts only where the word `import` is found: a pattern tried at every character
  /// takes a fifth of the time that this process spends on a submission.
  private static func imports(in text: String) -> [(module: String, place: String.Index)] {
    let bytes = Data(text.utf8)
    let pattern = importPattern
    var found: [(String, String.Index)] = []
    var rest = bytes.startIndex
    while let word = bytes.range(of: Data("import".utf8), in: rest..<bytes.endIndex) {
      rest = word.upperBound
      let start = text.utf8.index(text.startIndex, offsetBy: word.lowerBound)
      // The preceding character shows whether it is a whole word.
      let before = start == text.startIndex ? start : text.index(before: start)
      if let match = text[before...].prefixMatch(of: pattern) {
        found.append((String(match.1), start))
      }
    }
    return found
  }

  /// Matches an import after at most one other character, whatever separates its words, and
  /// captures the module.
  private static var importPattern: Regex<(Substring, Substring)> {
    #/(?s:.)??\bimport(?:\s|/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n|\b(?:struct|class|enum|protocol|typealias|func|let|var|actor)\b)*`?([A-Za-z_]\w*)/#
      .wordBoundaryKind(.simple)
  }
}
