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
  /// Whether XCTest's own lines are off, so that this prints the failures.
  private let linesAreOff = Mutex(false)

  func add(_ record: Record) {
    records.withLock { $0.append(record) }
    guard let url = RunEnvironment.current.records else { return }
    do {
      try RecordFile(url).append(record)
    } catch {
      // A mark that was not written must never look like one that was.
      XCTFail("\(error)")
    }
  }

  /// Registers as an observer of the run, only once.
  func observe() {
    let isFirst = isObserving.withLock { isObserving in
      defer { isObserving = true }
      return !isObserving
    }
    if isFirst, RunEnvironment.current.launch != nil { ParentWatchdog.watch() }
    guard isFirst else { return }
    XCTestObservationCenter.shared.addTestObserver(Observer())
    if XCTestLines.areOff { linesAreOff.withLock { $0 = XCTestLines.takeAway() } }
  }

  /// Prints the most informative failure of every exercise; `course check` shows one exercise in
  /// full.
  private func tellFailures(among records: [Record]) {
    let tested = Set(records.map(\.week))
    for info in Course.weeks.filter({ tested.contains($0.id) }).flatMap(\.exercises).map(\.info) {
      let failures = records.of(info).failuresToTell
      guard let first = failures.first else { continue }
      let more =
        failures.count == 1
        ? Phrase("", zh: "")
        : Phrase(", and \(failures.count - 1) more", zh: "，另有 \(failures.count - 1) 项")
      print(
        Phrase("\n✗ \(info.id): \(first.test)", zh: "\n✗ \(info.id)：\(first.test)")(.current)
          + more(.current))
      print(first.message)
    }
  }

  fileprivate func finish() {
    let records = records.withLock { $0 }
    guard !records.isEmpty else { return }
    if linesAreOff.withLock({ $0 }) { tellFailures(among: records) }
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
