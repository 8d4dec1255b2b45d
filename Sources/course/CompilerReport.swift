import Coursework
import Foundation
import Text

/// What the compiler says, in the learner's own line numbers: the first errors, each with its line.
struct CompilerReport {
  private let messages: [CompilerMessage]
  private let output: String
  private let package: String
  private static let most = 3
  private static let mostNotes = 2

  init(_ build: PackageBuild, package: URL) {
    messages = CompilerMessage.all(in: build.output)
    output = build.output
    self.package = package.path + "/"
  }

  /// The folders in Exercises/ with errors; empty if any error is elsewhere.
  var folders: Set<String> {
    let folders = messages.map { message in
      let parts = path(of: message.error).split(separator: "/")
      return parts.count > 2 && parts[0] == "Exercises" ? String(parts[1]) : ""
    }
    return folders.contains("") ? [] : Set(folders)
  }

  func lines(_ language: Language) -> [String] {
    if messages.isEmpty { return [String(output.suffix(2000))] }
    let withoutTry = messages.filter(\.isMissingTry)
    // What follows in the same line is mostly of the same cause.
    var lines: Set<String> = []
    var stories = messages.filter { message in
      !message.isMissingTry && lines.insert("\(message.error.file):\(message.error.line)").inserted
    }.map { (place: $0.error, lines: story(of: $0, language)) }
    if let first = withoutTry.first {
      stories.append((first.error, self.story(ofMissing: withoutTry, language)))
    }
    // A file is read from its top.
    stories.sort { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }
    let more = stories.count - Self.most
    return stories.prefix(Self.most).flatMap(\.lines)
      + (more > 0 ? [Phrase("  and \(more) more", zh: "  还有 \(more) 处错误")(language)] : [])
  }

  private func story(of message: CompilerMessage, _ language: Language) -> [String] {
    let error = message.error
    let lesson = CompilerLesson.of(message)
    // What is declared only to be refused says nothing else than its lesson.
    let isOwn = error.message.contains(" is deprecated: ")
    let words =
      lesson.map { (isOwn ? [] : ["    \(error.message)"]) + ["    → \($0(language))"] }
      ?? ["    \(error.message)"] + message.notes.prefix(Self.mostNotes).map { "    \($0)" }
    return ["  \(path(of: error)):\(error.line):\(error.column)"] + excerpt(of: message) + words
  }

  private func excerpt(of message: CompilerMessage) -> [String] {
    message.source.map { ["    | \($0)"] } ?? []
  }

  /// One sentence for all lines that lack nothing but `try`.
  private func story(ofMissing messages: [CompilerMessage], _ language: Language) -> [String] {
    let numbers = messages.map(\.error.line)
    let others = numbers.dropFirst().reduce(into: [Int]()) { list, number in
      if number != numbers[0], !list.contains(number) { list.append(number) }
    }
    let list = others.map(String.init).joined(separator: ", ")
    let error = messages[0].error
    var lines = ["  \(path(of: error)):\(error.line):\(error.column)"] + excerpt(of: messages[0])
    lines.append(
      "    "
        + Phrase(
          "this can throw, because shapes may not fit: put try right after = or return",
          zh: "形状不合时这里会抛出错误：在 = 或 return 之后紧接着写 try")(language))
    if !others.isEmpty {
      lines.append(
        "    " + Phrase("the same in lines \(list)", zh: "第 \(list) 行也是如此")(language))
    }
    return lines
  }

  private func path(of error: PackageBuild.Diagnostic) -> String {
    error.file.hasPrefix(package) ? String(error.file.dropFirst(package.count)) : error.file
  }
}
