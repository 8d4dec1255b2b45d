import Coursework
import Files
public import Foundation
import Syllabus

/// A problem in an instructor's own suites, found before minutes are spent on building them.
public struct HiddenSuiteProblem: Sendable, Equatable {
  /// The kind of problem.
  public enum Kind: Sendable, Equatable {
    /// A test class that is not a subclass of `GradedTestCase`.
    case notGraded(name: String)
    /// A class that does not declare which exercise it grades.
    case noExercise(name: String)
    /// An import of a module of learners' code, which is never linked into the judge.
    case importsWeek(module: String)
    /// A test that the course's own solution fails.
    case failsOnReference(test: String, message: String)
  }

  /// The name of the file within its folder.
  public let file: String
  /// The line; 0 for a problem found only in the built suites.
  public let line: Int
  /// The kind of problem.
  public let kind: Kind
}

extension HiddenSuites {
  /// Checks the files of a folder.
  ///
  /// - Throws: `GradingError.noHiddenFolder`, `noHiddenSuites`, or `badHiddenSuites` with every
  ///   problem that would keep them from building or from grading.
  public static func check(_ folder: URL) throws {
    guard FileManager.default.isFolder(folder.path) else {
      throw GradingError.noHiddenFolder(folder: folder.path)
    }
    let files = try SourceDigest.files(in: folder).filter { $0.name.hasSuffix(".swift") }
    guard !files.isEmpty else { throw GradingError.noHiddenSuites(folder: folder.path) }
    let problems = try files.flatMap { file in
      try Self.problems(of: String(decoding: Data(contentsOf: file.url), as: UTF8.self), file.name)
    }
    guard problems.isEmpty else { throw GradingError.badHiddenSuites(problems) }
  }

  static func problems(of source: String, _ file: String) -> [HiddenSuiteProblem] {
    let modules = Set(Course.weeks.flatMap { [$0.module, "\($0.module)Solution"] })
    var problems: [HiddenSuiteProblem] = []
    let lines = withoutComments(source).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      func add(_ kind: HiddenSuiteProblem.Kind) {
        problems.append(HiddenSuiteProblem(file: file, line: index + 1, kind: kind))
      }
      if let found = line.firstMatch(
        of: #/^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:class\s+|struct\s+|func\s+)?(\w+)/#),
        modules.contains(String(found.1))
      {
        add(.importsWeek(module: String(found.1)))
      }
      guard let found = line.firstMatch(of: #/\bclass\s+(\w+)\s*:\s*(\w+)/#) else { continue }
      let name = String(found.1)
      if found.2 == "XCTestCase" { add(.notGraded(name: name)) }
      if found.2 == "GradedTestCase" {
        let rest = lines[(index + 1)...].prefix { !$0.contains(#/^\s*(?:\w+\s+)*class\s+\w+\s*:/#) }
        let body = ([line] + rest).joined(separator: "\n")
        if !body.contains(#/\bvar\s+exercise\b/#) { add(.noExercise(name: name)) }
      }
    }
    return problems
  }

  /// Returns the source with comments blanked out, so that line numbers stay the same.
  private static func withoutComments(_ source: String) -> String {
    var result = ""
    var rest = source[...]
    while let start = rest.firstRange(of: #/\/\/|\/\*/#) {
      result += rest[..<start.lowerBound]
      let isLine = rest[start] == "//"
      let end =
        isLine
        ? rest[start.upperBound...].firstIndex(where: \.isNewline) ?? rest.endIndex
        : rest[start.upperBound...].firstRange(of: "*/")?.upperBound ?? rest.endIndex
      result += rest[start.lowerBound..<end].filter(\.isNewline)
      rest = rest[end...]
    }
    return result + rest
  }
}
