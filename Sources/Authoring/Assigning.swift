public import Basics
public import Coursework
public import Foundation

/// Writes the stubs of Exercises/ from Solutions/.
public struct Assigning: Sendable {
  private let package: URL

  public init(package: URL) {
    self.package = package
  }

  /// The learner's file of a week.
  public func exerciseFile(_ week: Week) -> URL {
    package.appending(path: "Exercises/\(week.folder)/\(week.module).swift")
  }

  /// What the learner's file of a week holds before anything is written.
  ///
  /// A long solution is spread over several files, `Module.swift` and `Module+Part.swift`. Those
  /// that hold solution regions follow each other by name in the one file that a learner edits; the
  /// imports are those of the first.
  public func stub(_ week: Week) throws -> String {
    let folder = "Solutions/\(week.folder)"
    let first = "\(week.module).swift"
    let names = try FileManager.default
      .contentsOfDirectory(atPath: package.appending(path: folder).path)
      .filter { $0.hasPrefix("\(week.module)+") && $0.hasSuffix(".swift") }.sorted()
    var text = try solution("\(folder)/\(first)")
    var stub = try Stub(of: text, file: "\(folder)/\(first)").text
    for name in names {
      text = try solution("\(folder)/\(name)")
      let part = try Stub(of: text, file: "\(folder)/\(name)").text
      guard part != text else { continue }
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      stub += "\n" + lines.drop { $0.isEmpty || $0.hasPrefix("import ") }.joined(separator: "\n")
    }
    return stub
  }

  private func solution(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// Writes the stub of a week. A file that holds anything else is first kept under
  /// `.course/backup/`.
  ///
  /// - Returns: the backup, or nil when there was nothing to lose.
  public func assign(_ week: Week) throws -> URL? {
    try replace(exerciseFile(week), with: stub(week))
  }

  /// Puts the stub of one function back into the learner's file.
  ///
  /// - Returns: the backup of the file as it was; nil when the function is still the stub.
  public func reset(_ assignment: Assignment, of week: Week) throws -> URL? {
    let file = exerciseFile(week)
    let text = try String(contentsOf: file, encoding: .utf8)
    let stub = try stub(week)
    guard let given = FunctionText(named: assignment.name, in: stub),
      let own = FunctionText(named: assignment.name, in: text)
    else { throw AssigningError.functionNotFound(assignment.name, file: file.path) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.replaceSubrange(own.lines, with: given.text)
    return try replace(file, with: lines.joined(separator: "\n"))
  }

  private func replace(_ file: URL, with text: String) throws -> URL? {
    let old = try? Data(contentsOf: file)
    guard old != Data(text.utf8) else { return nil }
    var backup: URL?
    if let old {
      let folder = package.appending(path: ".course/backup")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let stem = file.deletingPathExtension().lastPathComponent
      var number = 1
      var place = folder.appending(path: "\(stem)-\(number).swift")
      while FileManager.default.fileExists(atPath: place.path) {
        number += 1
        place = folder.appending(path: "\(stem)-\(number).swift")
      }
      try old.write(to: place, options: .atomic)
      backup = place
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    return backup
  }
}

/// Where a public function stands in a file: its documentation, signature and body.
struct FunctionText {
  let lines: Range<Int>
  let text: ArraySlice<Substring>

  init?(named name: String, in source: String) {
    let all = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = all.firstIndex(where: { $0.hasPrefix("public func \(name)(") }),
      let end = all[start...].firstIndex(of: "}")
    else { return nil }
    var first = start
    while first > 0, all[first - 1].hasPrefix("///") { first -= 1 }
    lines = first..<end + 1
    text = all[lines]
  }
}

/// What keeps a stub from being put back.
public enum AssigningError: PhrasedError, Equatable {
  case functionNotFound(String, file: String)

  public var phrase: Phrase {
    switch self {
    case .functionNotFound(let name, let file):
      Phrase(
        "\(file) has no line that begins with \"public func \(name)(\" and a closing brace of its own; nothing was changed",
        zh: "\(file) 里找不到以“public func \(name)(”开头、并以单独一行右花括号结束的函数；文件没有改动")
    }
  }
}
