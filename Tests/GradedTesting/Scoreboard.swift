import Coursework
import Foundation
import Syllabus
import Synchronization
import Text
import XCTest

/// Collects the records of a run, writes them, and prints the table at its end.
final class Scoreboard: Sendable {
  static let shared = Scoreboard()

  private let records = Mutex<[Record]>([])
  private let isObserving = Mutex(false)

  func add(_ record: Record) {
    records.withLock { $0.append(record) }
    guard let url = RunEnvironment.current.records else { return }
    do {
      try RecordFile(url).append(record)
    } catch {
      // A mark that is not written must never look like one that is.
      XCTFail("\(error)")
    }
  }

  /// Asks to be told when the run ends; once is enough.
  func observe() {
    let isFirst = isObserving.withLock { isObserving in
      defer { isObserving = true }
      return !isObserving
    }
    if isFirst, RunEnvironment.current.launch != nil { ParentWatchdog.watch() }
    if isFirst { XCTestObservationCenter.shared.addTestObserver(Observer()) }
  }

  fileprivate func finish() {
    let records = records.withLock { $0 }
    guard !records.isEmpty else { return }
    let seed = RunEnvironment.current.seed
    print(
      Phrase(
        "\nFresh inputs were drawn with COURSE_SEED=\(seed)", zh: "\n随机输入所用的种子：COURSE_SEED=\(seed)")(
          .current))
    print(ScoreTable(records, weeks: Course.weeks).text(.current))
    if RunEnvironment.current.code == .exercises, RunEnvironment.current.launch == nil {
      try? ProgressFile.standard.merge(records)
    }
  }
}

private final class Observer: NSObject, XCTestObservation {
  func testBundleDidFinish(_ testBundle: Bundle) {
    Scoreboard.shared.finish()
  }
}
