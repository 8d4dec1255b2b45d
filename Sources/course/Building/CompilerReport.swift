import Coursework
import Foundation
import Syllabus
import Text

/// The compiler's first errors in the learner's own line numbers, each with its source line.
struct CompilerReport {
  private let messages: [CompilerMessage]
  private let output: String
  private let package: String
  private static let most = 3
  private static let mostNotes = 2

  /// - Parameters:
  ///   - build: the failed build.
  ///   - package: the folder of the manifest.
  ///   - stub: returns a week's file as it was handed out.
  init(
    _ build: PackageBuild, package: URL,
    stub: (Week) throws -> String = ResetCommand.stub
  ) {
    messages = CompilerMessage.all(in: build.output).map { message in
      guard let change = ChangedSignature(message) else { return message }
      return change.message(in: package, stub: (try? stub(change.week)) ?? "")
    }
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
    let stories = stories
    let more = stories.count - Self.most
    return stories.prefix(Self.most).flatMap { $0.lines(path(of: $0.first.error), language) }
      + (more > 0 ? [Phrase("  and \(more) more", zh: "  还有 \(more) 处错误")(language)] : [])
  }

  /// The errors to report, from the top of each file: one per line, since further errors in a line
  /// mostly have the same cause, and one lesson for all its lines.
  private var stories: [Story] {
    var lines: Set<String> = []
    var stories: [Story] = []
    for message in messages {
      let error = message.error
      guard lines.insert("\(error.file):\(error.line)").inserted else { continue }
      let lesson = message.lesson ?? CompilerLesson.of(message)
      let known = stories.firstIndex { other in
        lesson != nil && other.lesson == lesson && other.first.error.file == error.file
      }
      if let known {
        stories[known].others.append(error.line)
      } else {
        stories.append(Story(first: message, lesson: lesson))
      }
    }
    return stories.sorted {
      ($0.first.error.file, $0.first.error.line) < ($1.first.error.file, $1.first.error.line)
    }
  }

  /// An error, and the other lines with the same problem.
  private struct Story {
    let first: CompilerMessage
    let lesson: Phrase?
    var others: [Int] = []

    func lines(_ path: String, _ language: Language) -> [String] {
      let error = first.error
      var lines = ["  \(path):\(error.line):\(error.column)"]
      if let source = first.source { lines.append("    | \(source)") }
      if let lesson {
        if !first.saysOnlyItsLesson { lines.append("    \(error.message)") }
        lines.append("    → \(lesson(language))")
      } else {
        lines.append("    \(error.message)")
        lines += first.notes.prefix(CompilerReport.mostNotes).map { "    \($0)" }
      }
      if !others.isEmpty {
        let list = others.map(String.init).joined(separator: ", ")
        lines.append(
          "    " + Phrase("the same in lines \(list)", zh: "第 \(list) 行也是如此")(language))
      }
      return lines
    }
  }

  private func path(of error: PackageBuild.Diagnostic) -> String {
    error.file.hasPrefix(package) ? String(error.file.dropFirst(package.count)) : error.file
  }
}
