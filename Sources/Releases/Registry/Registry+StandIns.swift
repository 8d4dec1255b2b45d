import Coursework
import Files
import Foundation

extension Registry {
  private static let standInFolder = "Sources/reference/StandIns"

  /// Returns the functions through which an alternative solution is called wherever the solutions
  /// call the function that it replaces, by the path of the week's file.
  ///
  /// They are derived from the declarations in Solutions/; only exercises that others call need
  /// one.
  func standIns(in package: URL) throws -> [String: String] {
    let called = Set(weeks.flatMap(\.exercises).flatMap(\.info.dependsOn))
    var files: [String: String] = [:]
    for week in weeks {
      let names = week.exercises.map(\.info).filter { called.contains($0.id) }.map(\.name)
      let source = try Self.solution(of: week, in: package)
      let functions = names.compactMap { name in
        FunctionSignature(of: name, in: source).map { Self.standIn($0, of: "\(week.id).\(name)") }
      }
      guard !functions.isEmpty else { continue }
      let imports = ["Coursework", "Syllabus", "Tensors", "\(week.module)Solution"].sorted()
        .map { "import \($0)\n" }.joined()
      files["\(Self.standInFolder)/\(week.module)+StandIns.swift"] =
        Self.head + imports + "\n"
        + "// An alternative that replaces a function is called wherever the solutions call it.\n\n"
        + functions.joined(separator: "\n")
    }
    return files
  }

  /// Returns the differences from the files in a package, if it has solutions.
  func standInDifferences(
    in package: URL
  ) throws -> [String: (text: String?, change: Change)] {
    let solutions = package.appending(path: "Solutions").path
    guard FileManager.default.fileExists(atPath: solutions) else { return [:] }
    return differences(
      of: try standIns(in: package), in: Self.standInFolder, of: package)
  }

  /// Returns the files with the solutions, but not their mistakes or alternatives.
  private static func solution(of week: Week, in package: URL) throws -> String {
    let folder = package.appending(path: "Solutions/\(week.folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try names.filter { $0.hasPrefix(week.module) && $0.hasSuffix(".swift") }.sorted()
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
      .joined(separator: "\n")
  }

  /// Only the body itself may call the replaced function: a closure, including one made by `??`,
  /// would call the replacement again, endlessly.
  private static func standIn(_ signature: FunctionSignature, of exercise: String) -> String {
    let name = signature.name
    let labels = signature.parameters.map { "\($0.label):" }.joined()
    let types = signature.parameters.map { "\($0.label) \($0.name): \($0.type)" }
    let arguments = signature.parameters.map(\.argument).joined(separator: ", ")
    let values = signature.parameters.map(\.name).joined(separator: ", ")
    return """
      @_dynamicReplacement(for:\(name)(\(labels)))
      private func \(name)StandIn(
      \(filled(types))
      ) throws -> \(signature.result) {
        if StandIn.isUsed {
      \(call("    let answer = try \(exercise).standIn", values))
          if let answer { return answer }
        }
      \(call("  return try \(name)", arguments))
      }

      """
  }

  /// Formats a call on one line if it fits.
  private static func call(_ head: String, _ arguments: String) -> String {
    let line = "\(head)(\(arguments))"
    let indentation = head.prefix { $0 == " " } + "  "
    return line.count <= 100 ? line : "\(head)(\n\(indentation)\(arguments))"
  }

  /// Formats parameters on lines of the package's width.
  private static func filled(_ parameters: [String]) -> String {
    var lines: [String] = []
    for (index, parameter) in parameters.enumerated() {
      let text = parameter + (index == parameters.count - 1 ? "" : ",")
      if let last = lines.last, last.count + 1 + text.count <= 100 {
        lines[lines.count - 1] = "\(last) \(text)"
      } else {
        lines.append("  \(text)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
