import Coursework
import Foundation
import GradedTesting
import Processes
import Syllabus
import Text
import XCTest

@testable import Authoring

/// Tests that the course's functions draw the pictures of the lessons, and that each lesson shows
/// its own.
final class LessonPictureTests: ThoroughTestCase {
  private func folder(_ week: Week) -> URL {
    RunEnvironment.current.package.appending(path: "Exercises/\(week.folder)")
  }

  private func week(of picture: LessonPicture) throws -> Week {
    try XCTUnwrap(Course.weeks.first { $0.id == picture.week }, "there is no week \(picture.week)")
  }

  /// The targets of a lesson's images, with their alternative texts.
  private func images(_ lesson: URL) throws -> [(path: String, words: String)] {
    let text = try String(contentsOf: lesson, encoding: .utf8)
    return text.matches(of: /!\[([^\]]*)\]\(([^)]*)\)/).map { (String($0.2), String($0.1)) }
  }

  func testEveryFileIsUpToDate() throws {
    let pictures = LessonPicture.all
    for (picture, files) in zip(pictures, try pictures.concurrentMap { try $0.files() }) {
      let folder = try folder(week(of: picture)).appending(path: "Pictures")
      for (name, svg) in files {
        let file = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
        XCTAssertTrue(
          file == svg, "\(picture.week) \(name) is out of date: course assign --pictures")
      }
    }
  }

  func testEveryWeekHasAPictureAndEveryLessonShowsItsOwn() throws {
    for week in Course.weeks {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder(week).appending(path: "Pictures").path
      ).sorted()
      XCTAssertFalse(files.isEmpty, "\(week.id) has no picture")
      let names = LessonPicture.all.filter { $0.week == week.id }.map(\.name)
      XCTAssertEqual(
        Set(files.map { String($0.prefix { $0 != "." }) }), Set(names),
        "\(week.id): the files should be those of its pictures")
      let chinese = Set(files.filter { $0.hasSuffix(".zh.svg") })
      for (lesson, expected) in [
        ("README.md", files.filter { !chinese.contains($0) }),
        (
          "README.zh.md",
          files.filter {
            chinese.contains($0) || !chinese.contains($0.replacing(".svg", with: ".zh.svg"))
          }
        ),
      ] {
        let images = try images(folder(week).appending(path: lesson))
        XCTAssertEqual(
          images.map(\.path).sorted(), expected.map { "Pictures/\($0)" }.sorted(),
          "\(week.id) \(lesson)")
        for image in images {
          XCTAssertGreaterThan(image.words.count, 20, "\(image.path) needs an alternative text")
        }
      }
    }
  }
}
