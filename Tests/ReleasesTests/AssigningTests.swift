import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Releases

/// Tests that stubs are written into the learner's folder without losing what was there.
final class AssigningTests: FrameworkTestCase {
  private let double = Exercise<Double, Double>(
    "double", week: "C9W1", parameters: ["x"], points: 1, sample: { _ in 1 })
  private let half = Exercise<Double, Double>(
    "half", week: "C9W1", parameters: ["x"], points: 1, sample: { _ in 1 })
  private var week: Week {
    let exercises = [double, half]
    return Week(
      "C9W1", module: "Numbers", title: Phrase("Numbers", zh: "数"), exercises: exercises)
  }

  private var package = URL(fileURLWithPath: "/")
  private var assigning: Assigning { Assigning(package: package) }
  private var file: URL { package.appending(path: "Exercises/C9W1-Numbers/Numbers.swift") }
  private var backups: [String] {
    let folder = package.appending(path: ".course/backup")
    return (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
  }

  private let stub = """
    /// Twice.
    public func double(_ x: Double) throws -> Double {
      // YOUR CODE HERE
      throw NotImplemented()
    }

    /// Half.
    public func half(_ x: Double) throws -> Double {
      // YOUR CODE HERE
      throw NotImplemented()
    }

    """

  override func setUpWithError() throws {
    try super.setUpWithError()
    package = try temporaryFolder()
    let folder = package.appending(path: "Solutions/C9W1-Numbers")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let solution = """
      /// Twice.
      public func double(_ x: Double) throws -> Double {
        // BEGIN SOLUTION
        2 * x
        // END SOLUTION
      }

      /// Half.
      public func half(_ x: Double) throws -> Double {
        // BEGIN SOLUTION
        x / 2
        // END SOLUTION
      }

      """
    try solution.write(
      to: folder.appending(path: "Numbers.swift"), atomically: true, encoding: .utf8)
  }

  private func written() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private func write(_ text: String) throws {
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  func testAssigningWritesTheStubOnce() throws {
    XCTAssertEqual(try assigning.assign(week), .created)
    XCTAssertEqual(try written(), stub)
    XCTAssertEqual(try assigning.assign(week), .unchanged)
    XCTAssertEqual(try written(), stub)
    XCTAssertEqual(backups, [])
  }

  func testAssigningKeepsWhatWasThere() throws {
    _ = try assigning.assign(week)
    for (number, text) in [(1, "mine"), (2, "mine again")] {
      try write(text)
      let backup = try XCTUnwrap(try assigning.assign(week).backup)
      XCTAssertEqual(backup.lastPathComponent, "Numbers-\(number).swift")
      XCTAssertEqual(try String(contentsOf: backup, encoding: .utf8), text)
      XCTAssertEqual(try written(), stub)
    }
    XCTAssertEqual(backups, ["Numbers-1.swift", "Numbers-2.swift"])
  }

  func testResetPutsBackOneFunctionOnly() throws {
    _ = try assigning.assign(week)
    let own = stub.replacingOccurrences(
      of: "  // YOUR CODE HERE\n  throw NotImplemented()", with: "  return x\n  // mine")
    try write("// on top\n" + own)
    let backup = try XCTUnwrap(try assigning.reset(half.info, of: week).backup)
    XCTAssertEqual(try String(contentsOf: backup, encoding: .utf8), "// on top\n" + own)
    XCTAssertEqual(
      try written(),
      """
      // on top
      /// Twice.
      public func double(_ x: Double) throws -> Double {
        return x
        // mine
      }

      /// Half.
      public func half(_ x: Double) throws -> Double {
        // YOUR CODE HERE
        throw NotImplemented()
      }

      """)
  }

  func testTheStubHoldsEveryPartOfTheSolutionAndNoOtherFile() throws {
    let folder = package.appending(path: "Solutions/C9W1-Numbers")
    let part = """
      import Tensors

      /// A third.
      public func third(_ x: Double) throws -> Double {
        // BEGIN SOLUTION
        x / 3
        // END SOLUTION
      }

      """
    try Data(part.utf8).write(to: folder.appending(path: "Numbers+Thirds.swift"))
    try Data("let wrong = 0\n".utf8).write(to: folder.appending(path: "Mistakes.swift"))
    XCTAssertEqual(
      try assigning.stub(week),
      stub + """

        /// A third.
        public func third(_ x: Double) throws -> Double {
          // YOUR CODE HERE
          throw NotImplemented()
        }

        """)
  }

  func testResetOfAStubChangesNothing() throws {
    _ = try assigning.assign(week)
    XCTAssertEqual(try assigning.reset(double.info, of: week), .unchanged)
    XCTAssertEqual(backups, [])
  }

  func testResetOfAFunctionThatIsGoneChangesNothing() throws {
    _ = try assigning.assign(week)
    try write("public func double(_ x: Double) -> Double { x }")
    XCTAssertThrowsError(try assigning.reset(double.info, of: week)) {
      XCTAssertEqual($0 as? ExerciseFileError, .functionNotFound("double", file: file.path))
      XCTAssertEqual(
        "\($0)",
        "\(file.path) has no function that begins with \"public func double(\" and ends with a "
          + "brace on a line of its own; nothing was changed")
      XCTAssertEqual(
        ($0 as? ExerciseFileError)?.phrase(.chinese),
        "\(file.path) 里找不到以“public func double(”开头、并以单独一行右花括号结束的函数；文件没有改动")
    }
    XCTAssertEqual(try written(), "public func double(_ x: Double) -> Double { x }")
    XCTAssertEqual(backups, [])
  }
}

extension ExerciseFile.Change {
  fileprivate var backup: URL? {
    if case .replaced(let backup) = self { backup } else { nil }
  }
}
