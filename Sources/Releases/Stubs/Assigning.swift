public import Coursework
public import Foundation

/// Writes the stubs of Exercises/ from Solutions/.
public struct Assigning: Sendable {
  private let package: URL

  /// Reads the solutions of a package.
  public init(package: URL) {
    self.package = package
  }

  /// The learner's file of a week.
  public func exerciseFile(_ week: Week) -> URL {
    ExerciseFile(of: week, in: package).url
  }

  /// What the learner's file of a week holds before anything is written.
  public func stub(_ week: Week) throws -> String {
    try Self.joined(parts(of: week).map { try Stub(of: $0.text, file: $0.path).text })
  }

  /// The solution of a week as the one file that a learner edits, with the marks of its regions.
  public func solution(_ week: Week) throws -> String {
    try Self.joined(parts(of: week).map(\.text))
  }

  /// The files that hold the solution regions of a week: `Module.swift`, and where that would be too
  /// long, `Module+Part.swift` by name.
  private func parts(of week: Week) throws -> [(path: String, text: String)] {
    let folder = "Solutions/\(week.folder)"
    let first = "\(week.module).swift"
    let others = try FileManager.default
      .contentsOfDirectory(atPath: package.appending(path: folder).path)
      .filter { $0.hasPrefix("\(week.module)+") && $0.hasSuffix(".swift") }.sorted()
    return try ([first] + others).compactMap { name in
      let path = "\(folder)/\(name)"
      let text = try String(contentsOf: package.appending(path: path), encoding: .utf8)
      return name == first || text.contains("// BEGIN SOLUTION") ? (path, text) : nil
    }
  }

  /// One file of several; the imports are those of the first.
  private static func joined(_ texts: [String]) -> String {
    texts.dropFirst().reduce(texts.first ?? "") { whole, part in
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      return whole + "\n"
        + lines.drop { $0.isEmpty || $0.hasPrefix("import ") }.joined(separator: "\n")
    }
  }

  /// Writes the stub of a week.
  ///
  /// A file that holds anything else is first kept under `.course/backup/`.
  ///
  /// - Returns: what became of the file.
  public func assign(_ week: Week) throws -> ExerciseFile.Change {
    try ExerciseFile(of: week, in: package).replace(with: stub(week))
  }

  /// Puts the stub of one function back into the learner's file.
  ///
  /// - Returns: what became of the file.
  public func reset(_ info: ExerciseInfo, of week: Week) throws -> ExerciseFile.Change {
    try ExerciseFile(of: week, in: package).reset(info.name, from: stub(week))
  }
}
