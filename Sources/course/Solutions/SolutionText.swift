import Coursework
import Foundation

/// The text in Solutions/ for an exercise: the function and its alternatives.
struct SolutionText {
  /// The location of the function: `Solutions/C1W2-LogisticRegression/LogisticRegression.swift:16`.
  let place: String
  let function: [String]
  /// The lines of each alternative.
  let alternatives: [[String]]

  /// - Throws: `ExerciseFileError` when no file contains the function.
  init(of info: ExerciseInfo, _ week: Week, in package: URL) throws {
    let folder = "Solutions/\(week.folder)"
    let files = try FileManager.default
      .contentsOfDirectory(atPath: package.appending(path: folder).path)
      .filter { $0.hasSuffix(".swift") }.sorted { $0.dropLast(6) < $1.dropLast(6) }
    var found: (place: String, lines: [String])?
    var alternatives: [[String]] = []
    for file in files where !file.hasPrefix("Mistakes") {
      let text = try String(
        contentsOf: package.appending(path: "\(folder)/\(file)"), encoding: .utf8)
      if file.hasPrefix("Alternatives") {
        alternatives += Self.alternatives(of: info.id, in: text)
      } else if found == nil, let function = FunctionText(named: info.name, in: text) {
        let first = function.lines.lowerBound + function.documentation.count
        found = (
          "\(folder)/\(file):\(first + 1)",
          function.text.dropFirst(function.documentation.count).map(String.init)
            .filter { !Self.isMark($0) }
        )
      }
    }
    guard let found else { throw ExerciseFileError.functionNotFound(info.name, file: folder) }
    (place, function) = found
    self.alternatives = alternatives
  }

  private static func isMark(_ line: String) -> Bool {
    ["// BEGIN SOLUTION", "// END SOLUTION"].contains(String(line.drop { $0 == " " }))
  }

  /// Finds the calls `C1W2.sigmoid.alternative("by-tanh") { z in … }` in a text, and returns them
  /// from `alternative` on.
  private static func alternatives(of id: String, in text: String) -> [[String]] {
    let start = "\(id).alternative("
    var found: [[String]] = []
    var open = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " }
      if open == 0 {
        guard content.hasPrefix(start) else { continue }
        found.append([])
      }
      let isFirst = found[found.count - 1].isEmpty
      found[found.count - 1].append(
        isFirst ? String(content.dropFirst(id.count + 1)) : String(line.dropFirst(2)))
      open += line.count { "({[".contains($0) } - line.count { ")}]".contains($0) }
    }
    return found
  }
}
