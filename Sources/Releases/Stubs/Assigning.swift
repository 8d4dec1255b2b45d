public import Coursework
public import Foundation

/// Writes the stubs of Exercises/ from Solutions/.
public struct Assigning: Sendable {
  private let package: URL

  /// Reads the solutions of a package.
  public init(package: URL) {
    self.package = package
  }

  /// Returns the learner's file of a week.
  public func exerciseFile(_ week: Week) -> URL {
    ExerciseFile(of: week, in: package).url
  }

  /// Returns the learner's file of a week as it is handed out.
  public func stub(_ week: Week) throws -> String {
    try Self.joined(parts(of: week).map { try Stub(of: $0.text, file: $0.path).text })
  }

  /// Returns the solution of a week as the single file that a learner edits, with the marks of its
  /// regions.
  public func solution(_ week: Week) throws -> String {
    try Self.joined(parts(of: week).map(\.text))
  }

  /// Returns the files with the solution regions of a week: `Module.swift` and, if that would be
  /// too long, `Module+Part.swift` files by name.
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

  /// Joins several files into one, with the imports of the first.
  private static func joined(_ texts: [String]) -> String {
    texts.dropFirst().reduce(texts.first ?? "") { whole, part in
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      return whole + "\n"
        + lines.drop { $0.isEmpty || $0.hasPrefix("import ") }.joined(separator: "\n")
    }
  }

  /// Writes the stub of a week.
  ///
  /// Different contents are first backed up under `.course/backup/`.
  ///
  /// - Returns: what happened to the file.
  public func assign(_ week: Week) throws -> ExerciseFile.Change {
    try ExerciseFile(of: week, in: package).replace(with: stub(week))
  }

  /// Restores the stub of one function in the learner's file.
  ///
  /// - Returns: what happened to the file.
  public func reset(_ info: ExerciseInfo, of week: Week) throws -> ExerciseFile.Change {
    try ExerciseFile(of: week, in: package).reset(info.name, from: stub(week))
  }
}
