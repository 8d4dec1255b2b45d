import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import XCTest

@testable import course

/// Tests which function is reported as changed when an editor saves a file.
final class SourceWatcherTests: FrameworkTestCase {
  private var package = URL(fileURLWithPath: "/")
  private var file: URL { ExerciseFile(of: C1W2.week, in: package).url }

  private let text = """
    public func sigmoid(_ z: Tensor) throws -> Tensor {
      throw NotImplemented()
    }

    public func softmax(_ x: Tensor) throws -> Tensor {
      throw NotImplemented()
    }
    """

  override func setUpWithError() throws {
    try super.setUpWithError()
    package = try temporaryFolder()
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The names of the changed functions, watching for at most one second; nil if nothing was saved.
  private func changes(in watcher: inout SourceWatcher) -> [String]? {
    for _ in 0..<50 {
      if let change = watcher.look().first { return change.exercises.map(\.info.name) }
      usleep(20_000)
    }
    return nil
  }

  func testEverySaveIsReportedOnce() throws {
    let ways: [@Sendable (String, URL) throws -> Void] = [
      Saving.byRenaming, Saving.byTruncating, Saving.byKeepingABackup,
    ]
    for (number, save) in ways.enumerated() {
      var watcher = SourceWatcher([C1W2.week], in: package)
      let other = text.replacing("softmax(_ x:", with: "softmax(_ x\(number):")
      let (url, isDone) = (file, expectation(description: "saved"))
      DispatchQueue.global().async {
        try? save(other, url)
        isDone.fulfill()
      }
      XCTAssertEqual(changes(in: &watcher), ["softmax"], "method of saving \(number)")
      wait(for: [isDone], timeout: 10)
      XCTAssertNil(
        changes(in: &watcher), "method of saving \(number): the change should be reported once")
    }
  }

  func testAChangeOutsideTheFunctionsReportsNone() throws {
    var watcher = SourceWatcher([C1W2.week], in: package)
    try Saving.byRenaming("// mine\n" + text, file)
    XCTAssertEqual(changes(in: &watcher), [])
  }

  func testAnEmptyFileCountsAsBeingWritten() throws {
    var watcher = SourceWatcher([C1W2.week], in: package)
    try Data().write(to: file)
    XCTAssertNil(changes(in: &watcher))
    try Data(text.utf8).write(to: file)
    XCTAssertEqual(changes(in: &watcher), [])
  }

  func testAnEditorsOwnFilesAreIgnored() throws {
    var watcher = SourceWatcher([C1W2.week], in: package)
    let folder = file.deletingLastPathComponent()
    for name in [".LogisticRegression.swift.swp", "LogisticRegression.swift~", "4913"] {
      try Data("x".utf8).write(to: folder.appending(path: name))
    }
    XCTAssertNil(changes(in: &watcher))
  }
}
