import Coursework
import Foundation
import GradedTesting
import Text

/// A lesson in one language, as stored in Exercises/.
struct Lesson {
  /// The folder's name, such as `C1W2-LogisticRegression`.
  let folder: String
  let language: Language
  let text: String

  /// The week's id, such as `C1W2`.
  var week: String { String(folder.prefix { $0 != "-" }) }
  var name: String { "\(folder)/\(language == .chinese ? "README.zh.md" : "README.md")" }

  static var exercises: URL { RunEnvironment.current.package.appending(path: "Exercises") }

  /// The folders of all lessons in the order of study, including those without exercises.
  static func folders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: exercises.path).filter {
      FileManager.default.fileExists(atPath: exercises.appending(path: "\($0)/README.md").path)
    }.sorted()
  }

  /// All lessons in both languages.
  static func all() throws -> [Lesson] {
    try folders().flatMap { folder in
      try [(Language.english, "README.md"), (.chinese, "README.zh.md")].map { language, file in
        let url = exercises.appending(path: folder).appending(path: file)
        return Lesson(
          folder: folder, language: language, text: try String(contentsOf: url, encoding: .utf8))
      }
    }
  }

  /// The lines outside fenced code.
  var prose: [Substring] {
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let isFence = line.drop { $0 == " " }.hasPrefix("```")
      if isFence { isCode.toggle() }
      return !isFence && !isCode
    }
  }

  /// The titles of the lesson's sections.
  var sections: [String] {
    prose.filter { $0.hasPrefix("## ") || $0.hasPrefix("### ") }
      .map { String($0.drop { $0 == "#" || $0 == " " }) }
  }
}
