import Coursework
import Foundation
import GradedTesting
import Text
import XCTest

/// Tests that lessons teach what quizzes ask, and that quizzes ask what the notes teach.
final class LessonCoverageTests: FrameworkTestCase {
  /// The ids of the questions of a quiz in one language.
  private func questions(of quiz: String, _ language: String = "en") throws -> Set<String> {
    let folder = RunEnvironment.current.package.appending(path: "Quizzes")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let name = try XCTUnwrap(
      names.first { $0.hasPrefix("\(quiz)-") && $0.hasSuffix(".\(language).md") }, "no quiz \(quiz)"
    )
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return Set(text.matches(of: /\n## (.+)/).map { String($0.1) })
  }

  func testEveryTopicHasASectionAndAQuestion() throws {
    let lessons = try Lesson.all().filter { $0.language == .english }
    for topic in LessonCoverage.topics {
      let lesson = try XCTUnwrap(lessons.first { $0.week == topic.lesson }, topic.name)
      XCTAssert(
        lesson.sections.contains(topic.section),
        "\(topic.name): \(lesson.name) has no section “\(topic.section)”")
      XCTAssertFalse(topic.questions.isEmpty, "no question asks about \(topic.name)")
      for question in topic.questions {
        let parts = question.split(separator: " ").map(String.init)
        for language in ["en", "zh"] {
          XCTAssert(
            try questions(of: parts[0], language).contains(parts[1]),
            "\(topic.name): no question \(question) in \(language)")
        }
      }
    }
  }

  func testEveryQuestionOfAWeekWithALessonIsTaught() throws {
    let asked = Set(LessonCoverage.topics.flatMap(\.questions))
    let quizzes = [
      "C1W1", "C1W2", "C1W3", "C1W4", "C2W1", "C2W2", "C2W3", "C3W1", "C3W2", "C4W1", "C4W2",
      "C4W3", "C4W4",
    ]
    for quiz in quizzes {
      let missing = try Set(questions(of: quiz).map { "\(quiz) \($0)" }).subtracting(asked)
      XCTAssertEqual(missing.sorted(), [], "every question should belong to a topic of a lesson")
    }
  }
}
