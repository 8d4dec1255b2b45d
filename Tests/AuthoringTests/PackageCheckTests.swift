import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import XCTest

@testable import Authoring

/// Tests what `course verify` reports before building anything.
final class PackageCheckTests: FrameworkTestCase {
  private let syllabus = "Sources/Syllabus/LogisticRegression/C1W2.swift"

  private func problems(
    demos: [String] = Course.weeks.map(\.id), _ change: (CopiedPackage) throws -> Void
  ) throws -> [VerificationProblem] {
    let package = try CopiedPackage(to: temporaryFolder())
    try change(package)
    return PackageCheck(weeks: [C1W2.week], package: package.folder, demos: Set(demos)).problems()
  }

  func testTheCourseHasNoProblems() {
    XCTAssertEqual(
      PackageCheck(
        weeks: Course.weeks, package: RunEnvironment.current.package,
        demos: Set(Course.weeks.map(\.id))
      ).problems(), [])
  }

  func testAnUnlistedExerciseIsReported() throws {
    let found = try problems {
      try $0.add(
        """
        extension C1W2 {
          public static let cubed = Exercise<Tensor, Tensor>(
            "cubed", week: "C1W2", parameters: ["z"], points: 5, sample: { $0.randn(2, 2) })
        }

        """, to: syllabus)
    }
    XCTAssertEqual(found, [.exerciseNotListed("C1W2.cubed", file: syllabus)])
  }

  func testAnUnlistedWeekIsReported() throws {
    let file = "Sources/Syllabus/Numbers/C1W9.swift"
    let found = try problems {
      try $0.write(
        file,
        """
        public enum C1W9 {
          public static let week = Week(
            "C1W9", module: "Numbers", title: Phrase("Numbers", zh: "数"), exercises: [])
        }
        """)
    }
    XCTAssertEqual(found, [.weekNotListed("C1W9", file: file)])
  }

  func testAMisspeltNameIsReported() throws {
    let found = try problems {
      try $0.replace("\"l2Loss\", week", "\"l2loss\", week", in: syllabus)
    }
    XCTAssertEqual(
      found,
      [
        .exerciseNotListed("C1W2.l2loss", file: syllabus),
        .otherName("l2loss", handle: "l2Loss", file: syllabus),
      ])
  }

  func testAWeekWithoutExercisesIsReported() throws {
    let empty = Week("C1W2", module: "LogisticRegression", title: C1W2.week.title, exercises: [])
    let found = PackageCheck(
      weeks: [empty], package: RunEnvironment.current.package, demos: ["C1W2"]
    ).problems()
    XCTAssertTrue(found.contains(.noExercises(week: "C1W2")), "\(found)")
  }

  func testAnExerciseOfAnotherWeekIsReported() throws {
    let mixed = Week(
      "C1W2", module: "LogisticRegression", title: C1W2.week.title,
      exercises: C1W2.week.exercises + [C1W3.relu])
    let found = PackageCheck(
      weeks: [mixed], package: RunEnvironment.current.package, demos: ["C1W2"]
    ).problems()
    XCTAssertTrue(found.contains(.otherWeek("C1W3.relu", week: "C1W2")), "\(found)")
  }

  func testAnOutdatedListIsReported() throws {
    let path = "Sources/worker/Serving/LogisticRegression+Serving.swift"
    let found = try problems {
      try $0.replace("  C1W2.l2Loss.served(by: l2Loss),\n", "", in: path)
    }
    XCTAssertEqual(found, [.outdated(path: path)])
  }

  func testAnOutdatedStubIsReported() throws {
    let found = try problems {
      try $0.add(
        "let more = 0\n", to: "Exercises/C1W2-LogisticRegression/LogisticRegression.swift")
    }
    XCTAssertEqual(found, [.otherStub(folder: "C1W2-LogisticRegression")])
  }

  func testMissingHintsAreReportedWithTheirFile() throws {
    let file = "Sources/Syllabus/Hints/C1W2.zh.md"
    let found = try problems { package in
      let text = try package.text(file)
      try package.write(
        file, String(text[..<(try XCTUnwrap(text.range(of: "## model"))).lowerBound]))
    }
    XCTAssertEqual(
      found, [.error(HintsError(file: file, line: nil, .noLadder("model")).phrase, place: nil)])
  }

  func testAMissingLessonIsReported() throws {
    let lesson = "Exercises/C1W2-LogisticRegression/README.zh.md"
    XCTAssertEqual(try problems { try $0.remove(lesson) }, [.noLesson(path: lesson)])
  }

  func testAMissingPictureIsReported() throws {
    let picture = "Exercises/C1W2-LogisticRegression/Pictures/sigmoid.svg"
    let found = try problems { try $0.remove(picture) }
    XCTAssertTrue(
      found.contains(
        .noPicture(path: picture, lesson: "Exercises/C1W2-LogisticRegression/README.md")),
      "\(found)")
  }

  func testAWeekWithoutADemoIsReported() throws {
    XCTAssertEqual(
      try problems(demos: ["C1W3"]) { _ in },
      [.noDemo(week: "C1W2", path: "Sources/Demos/Demo+LogisticRegression.swift")])
  }
}
