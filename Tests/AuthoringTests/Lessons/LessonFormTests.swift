import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import Text
import XCTest

/// Tests that every lesson has all its parts and can be read in one evening.
final class LessonFormTests: FrameworkTestCase {
  func testEveryWeekHasALesson() throws {
    let folders = try Set(Lesson.folders())
    for week in Course.weeks {
      XCTAssert(folders.contains(week.folder), "\(week.id) has no lesson")
    }
  }

  func testNoLessonTakesMoreThanEighteenMinutes() throws {
    for lesson in try Lesson.all() {
      let text = lesson.text.replacing(/<!--.*?-->/, with: "")
      let minutes =
        lesson.language == .chinese
        ? Double(text.count { ("\u{4E00}"..."\u{9FFF}").contains($0) }) / 300
        : Double(text.split { $0.isWhitespace }.count) / 200
      XCTAssertLessThanOrEqual(minutes, 18, "\(lesson.name): split a section that takes too long")
    }
  }

  func testEveryLessonSaysWhatItNeedsAndEndsWithItsQuiz() throws {
    for lesson in try Lesson.all() {
      let isChinese = lesson.language == .chinese
      XCTAssert(
        lesson.text.contains(isChinese ? "**需要的基础**：" : "**You need from before:**"),
        "\(lesson.name) does not list its prerequisites")
      XCTAssertEqual(
        lesson.sections.last, isChinese ? "测验" : "The quiz",
        "\(lesson.name) should end with the quiz")
      XCTAssert(
        lesson.text.contains("swift run course quiz \(lesson.week.prefix(4))"),
        "\(lesson.name) does not name its quiz")
      XCTAssert(
        lesson.sections.contains(isChinese ? "笔记里见过的错误" : "Found in notes, and wrong"),
        "\(lesson.name) has no section on mistakes in notes")
    }
  }

  func testBothLanguagesHaveTheSameSectionsAnswersAndResults() throws {
    let lessons = try Lesson.all()
    for folder in try Lesson.folders() {
      let (english, chinese) = (
        try XCTUnwrap(lessons.first { $0.folder == folder && $0.language == .english }),
        try XCTUnwrap(lessons.first { $0.folder == folder && $0.language == .chinese })
      )
      func count(_ text: String, in lesson: Lesson) -> Int { lesson.text.ranges(of: text).count }
      XCTAssertEqual(
        english.sections.count, chinese.sections.count,
        "\(folder): both languages should have the same sections")
      for part in ["<details>", "</details>", "<summary>", "```", "]("] {
        XCTAssertEqual(
          count(part, in: english), count(part, in: chinese),
          "\(folder): both languages should have the same \(part)")
      }
      XCTAssertEqual(
        ResultBlock.blocks(in: english.text).map(\.name),
        ResultBlock.blocks(in: chinese.text).map(\.name),
        "\(folder): both languages should have the same results")
    }
  }

  func testEveryLinkLeadsSomewhere() throws {
    for lesson in try Lesson.all() {
      for link in lesson.text.matches(of: /\]\(([^)#]+)\)/).map({ String($0.1) })
      where !link.hasPrefix("http") {
        let target = Lesson.exercises.appending(path: "\(lesson.folder)/\(link)").standardized
        XCTAssert(
          FileManager.default.fileExists(atPath: target.path),
          "\(lesson.name): the target \(link) does not exist")
      }
    }
  }

  /// Marks that GitHub's renderer does not understand would appear in the text.
  func testMarkdownRendersWithoutAStrayMark() throws {
    let program = URL(filePath: "/usr/bin/cmark-gfm")
    try XCTSkipUnless(
      FileManager.default.isExecutableFile(atPath: program.path),
      "needs cmark-gfm, from Debian's package of the same name")
    let terms = Lesson.exercises.appending(path: "TERMS.md")
    let texts =
      try Lesson.all().map { ($0.name, $0.text) }
      + [("TERMS.md", try String(contentsOf: terms, encoding: .utf8))]
    for (name, text) in texts {
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data(text.utf8).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let answer = try StartedProgram(
        ["--extension", "table", "--unsafe", file.path], of: program
      ).answer()
      XCTAssertEqual(answer.code, 0, answer.complaint)
      let plain = answer.output
        .replacing(/<pre>(.|\n)*?<\/pre>|<code>.*?<\/code>|<!--.*?-->/, with: "")
        .replacing(/<[^>]*>/, with: "")
      let stray = plain.split(separator: "\n").filter {
        $0.contains("*") || $0.contains("](") || $0.contains("`") || $0.hasPrefix("|")
          || $0.hasPrefix("#")
      }
      XCTAssertEqual(stray, [], name)
    }
  }
}
