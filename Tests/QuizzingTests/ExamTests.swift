import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Commands
@testable import Quizzing
@testable import Terminals

/// The places of an exam's answers, and its clock.
final class ExamTests: FrameworkTestCase {
  private func exam() throws -> AnswerFile {
    AnswerFile(
      try session(mode: .exam), bank: "f", finished: morning.addingTimeInterval(60))
  }

  private func places(_ wanted: String?, _ folders: [String] = []) -> AnswerPlaces {
    AnswerPlaces(quiz: "Sample", wanted: wanted, folders: folders)
  }

  func testAPlaceThatIsTakenIsRefusedBeforeTheFirstQuestion() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/a.json"
    XCTAssertEqual(try places(path).place(), path)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    XCTAssertThrowsError(try places(path).place()) {
      XCTAssertEqual(
        ($0 as? CommandError)?.phrase(.english).hasSuffix(
          "there is a file already: name another one, or move that one away"), true, "\($0)")
    }
  }

  func testAFolderThatIsMissingIsRefusedBeforeTheFirstQuestion() {
    for path in ["/no/such/folder/a.json", "/proc/a.json"] {
      XCTAssertThrowsError(try places(path).place(), path) {
        XCTAssertEqual(($0 as? CommandError)?.exitCode, .cannotCreate, "\($0)")
      }
    }
  }

  func testAFolderReceivesAFileThatIsNamedAfterTheQuiz() throws {
    let scratch = try Scratch()
    XCTAssertEqual(try places(scratch.path).place(), scratch.path + "/Sample-answers.json")
  }

  func testWithoutAWishTheFirstFolderThatCanBeWrittenIsChosen() throws {
    let scratch = try Scratch()
    XCTAssertEqual(
      try places(nil, ["/proc", "/no/such", scratch.path]).place(),
      scratch.path + "/Sample-answers.json")
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: scratch.path), [])
    XCTAssertThrowsError(try places(nil, ["/proc"]).place()) {
      XCTAssertEqual(($0 as? CommandError)?.exitCode, .usage)
    }
  }

  func testNothingIsOverwrittenAtTheEnd() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/a.json"
    let mine = Data("mine".utf8)
    for name in ["a.json", "a-2.json"] {
      try mine.write(to: URL(fileURLWithPath: scratch.path + "/" + name))
    }
    guard case .file(let place, let reason) = places(path).deliver(try exam()) else {
      return XCTFail("the answers are in no file")
    }
    XCTAssertEqual(place, scratch.path + "/a-3.json")
    XCTAssertEqual(reason?(.english), "\(path): there is a file already")
    XCTAssertEqual(try AnswerFile.read(place), try exam())
    XCTAssertEqual(FileManager.default.contents(atPath: path), mine)
    XCTAssertEqual(FileManager.default.contents(atPath: scratch.path + "/a-2.json"), mine)
  }

  func testAnswersOfAFullDiskGoToAnotherFolder() throws {
    let scratch = try Scratch()
    let delivery = places("/dev/full", ["/proc", scratch.path]).deliver(try exam())
    guard case .file(let place, let reason?) = delivery else {
      return XCTFail("the answers are in no file: \(delivery)")
    }
    XCTAssertEqual(place, scratch.path + "/Sample-answers.json")
    XCTAssertTrue(reason(.english).hasPrefix("/dev/full: "), reason(.english))
    XCTAssertEqual(try AnswerFile.read(place), try exam())
  }

  func testAnswersThatNoPlaceHoldsArePrinted() throws {
    guard case .print(let text, reason: .some) = places("/dev/full", ["/proc"]).deliver(try exam())
    else { return XCTFail("the answers are lost") }
    XCTAssertEqual(try AnswerFile.decode(Data(text.utf8), path: "printed"), try exam())
  }

  func testAnExamThatIsBegunAnewIsKeptBesideTheNewOne() throws {
    let scratch = try Scratch()
    var left = try session(mode: .exam)
    left.choose(place: 0)
    XCTAssertTrue(left.submit(now: morning + 20))
    var record = left.record
    record.answerFile = scratch.path + "/a.json"
    let questions = try Samples.bank("Sample-Types.en.md").questionsByKey
    let keeper = scratch.keeper()
    for name in ["Sample-answers-before-restart.json", "Sample-answers-before-restart-2.json"] {
      let path = try XCTUnwrap(keeper.keepRestarted(record, questions))
      XCTAssertEqual(path, scratch.path + "/" + name)
      let kept = try AnswerFile.read(path)
      XCTAssertEqual(kept.answers, AnswerFile(left, bank: "f", finished: morning).answers)
      XCTAssertEqual(kept.finished, morning + 20)
    }
    var nowhere = keeper
    nowhere.answerFolders = []
    record.answerFile = "/proc/a.json"
    XCTAssertNil(nowhere.keepRestarted(record, questions))
  }

  func testAClockThatIsSetBackGivesNoTimeBack() throws {
    var session = try session(mode: .exam, timeLimit: 600)
    session.keepTime(morning.addingTimeInterval(400))
    XCTAssertEqual(session.secondsLeft(morning.addingTimeInterval(100)), 200)
    XCTAssertEqual(session.secondsLeft(morning.addingTimeInterval(-900)), 200)
    XCTAssertEqual(session.secondsLeft(morning.addingTimeInterval(450)), 150)
  }

  /// Stopped, or killed and taken up again, an exam ends at its limit all the same.
  func testAnExamThatWakesLateEndedWhenItsTimeWasUp() throws {
    let scratch = try Scratch()
    var session = try session(mode: .exam, timeLimit: 600)
    session.choose(place: 1)
    session.finish(now: morning + 4000)
    var keeper = scratch.keeper()
    keeper.answerFolders = [scratch.path]
    guard case .file(let path, _) = keeper.deliver(session, now: morning + 4000) else {
      return XCTFail("the answers are in no file")
    }
    let file = try AnswerFile.read(path)
    XCTAssertEqual(file.finished, morning + 600)
    XCTAssertEqual(file.answers.map(\.seconds).max(), 600)
    let graded = try GradedExam(
      file, file: "a", bank: try Samples.bank("Sample-Types.en.md"), scoring: .perOption,
      expecting: .init(timeLimit: 600))
    XCTAssertEqual(graded.remarks.map { $0(.english) }, ["answered another version of the bank"])
  }

  func testWhatIsMarkedWhenTheTimeIsUpCounts() throws {
    var session = try session(mode: .exam, timeLimit: 600)
    session.choose(place: 1)
    let marked = session.current.options[1].index
    session.finish(now: morning.addingTimeInterval(600))
    XCTAssertEqual(
      session.record.answers["Sample/unstructured-data"]?.response, .choices([marked]))
  }

  func testWhatCannotBeReadWhenTheTimeIsUpLeavesTheAnswerBefore() throws {
    var session = try session(mode: .exam, timeLimit: 600)
    while session.current.question.kind != .shape { session.advance(now: morning) }
    let key = session.currentKey
    session.setTyped("(4, m)")
    XCTAssertTrue(session.submit(now: morning))
    XCTAssertTrue(session.goBack(now: morning))
    session.setTyped("(4, m")
    session.setTyped("(((")
    session.finish(now: morning.addingTimeInterval(600))
    XCTAssertEqual(session.record.answers[key]?.response, .typed("(4, m)"))
  }

  func testTheLearnerIsToldOnceFiveMinutesAndOneMinuteBeforeTheEnd() {
    var warnings = TimeWarnings(secondsLeft: 600)
    XCTAssertEqual(warnings.wait(secondsLeft: 600), 300)
    XCTAssertNil(warnings.due(secondsLeft: 301))
    XCTAssertEqual(warnings.due(secondsLeft: 300), 5)
    XCTAssertNil(warnings.due(secondsLeft: 299))
    XCTAssertEqual(warnings.wait(secondsLeft: 299), 239)
    XCTAssertEqual(warnings.due(secondsLeft: 40), 1)
    XCTAssertEqual(warnings.wait(secondsLeft: 40), 40)
    XCTAssertNil(warnings.due(secondsLeft: 0))
    var late = TimeWarnings(secondsLeft: 30)
    XCTAssertNil(late.due(secondsLeft: 20), "whoever begins with less is not told of a minute")
  }

  func testLinesComeWholeAndTheWaitForThemEnds() throws {
    var ends: [Int32] = [0, 0]
    XCTAssertEqual(pipe(&ends), 0)
    defer { close(ends[0]) }
    let input = LineInput(descriptor: ends[0])
    XCTAssertEqual(input.next(milliseconds: 1), .nothing)
    _ = "one\ntwo\nthr".utf8CString.withUnsafeBytes { write(ends[1], $0.baseAddress, 11) }
    XCTAssertEqual(input.next(milliseconds: -1), .line("one"))
    XCTAssertEqual(input.next(milliseconds: -1), .line("two"))
    XCTAssertEqual(input.next(milliseconds: 1), .nothing)
    close(ends[1])
    XCTAssertEqual(input.next(milliseconds: -1), .line("thr"))
    XCTAssertEqual(input.next(milliseconds: -1), .endOfInput)
  }
}
