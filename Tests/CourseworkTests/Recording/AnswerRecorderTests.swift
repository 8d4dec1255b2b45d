import Foundation
import FrameworkTesting
import GradedTesting
import Tensors
import XCTest

@testable import Coursework

/// Tests what is stored for a call, and what a learner is told about it.
final class AnswerRecorderTests: FrameworkTestCase {
  private let info = Sample.sigmoid.info
  private let z: [Value] = [.tensor(Tensor([0, 2]))]
  private let right = Value.tensor(Tensor([0.5, 0.75]))
  private let mistaken = Value.tensor(Tensor([0.5, 0.25]))
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  private func recorded(
    _ mistake: Value, arguments: [Value]? = nil, right: Result<Value, CallFailure>? = nil
  ) throws -> AnswerFile {
    let log = folder.appending(path: "log")
    try AnswerRecorder(log: log).record(
      info, arguments ?? z, right: right ?? .success(self.right), variants: ["missing-minus"]
    ) { _ in .success(mistake) }
    return try AnswerFile(AnswerRecorder.answers(of: [log]), path: "answers")
  }

  private func mistake(_ file: AnswerFile) -> Result<Value, CallFailure>? {
    file.outcome(of: info.id, variant: "missing-minus", z)
  }

  func testRightAndMistakenAnswerAreKept() throws {
    let file = try recorded(mistaken)
    XCTAssertEqual(file.outcome(of: info.id, variant: nil, z), .success(right))
    XCTAssertEqual(mistake(file), .success(mistaken))
  }

  func testAMistakeWithoutEffectGivesTheCorrectAnswer() throws {
    XCTAssertEqual(mistake(try recorded(.tensor(Tensor([0.5, 0.75 + 1e-12])))), .success(right))
  }

  func testALargeMistakenAnswerIsStoredAsUnknown() throws {
    let large = Value.tensor(.zeros(AnswerRecorder.largestMistake / 8, 1))
    XCTAssertEqual(mistake(try recorded(large)), .failure(.notRecorded))
  }

  func testASecondRunAppendsToTheLog() throws {
    _ = try recorded(mistaken)
    let more: [Value] = [.tensor(Tensor([7]))]
    let file = try recorded(mistaken, arguments: more)
    XCTAssertNotNil(file.outcome(of: info.id, variant: nil, z))
    XCTAssertNotNil(file.outcome(of: info.id, variant: nil, more))
  }

  func testLogThatEndsInTheMiddleIsRefused() throws {
    _ = try recorded(mistaken)
    let log = folder.appending(path: "log")
    try Data(contentsOf: log).dropLast().write(to: log)
    XCTAssertThrowsError(try AnswerRecorder.answers(of: [log])) { error in
      XCTAssertTrue("\(error)".hasPrefix("\(log.path) contains no recorded answers"), "\(error)")
    }
  }

  // MARK: Calls that were not recorded

  func testAnUnknownCallIsReported() throws {
    let host = Host.recorded(try recorded(mistaken))
    XCTAssertEqual(host.outcome(of: info, [.number(1)]), .failure(.notRecorded))
  }

  func testFormIsComparedWhereTheNumbersAreUnknown() throws {
    let host = Host.recorded(try recorded(mistaken))
    let other: [Value] = [.tensor(Tensor([3, 4]))]
    XCTAssertNoThrow(
      try host.checkRecordedForm(of: .tensor(Tensor([9, 9])), info, other))
    XCTAssertThrowsError(
      try host.checkRecordedForm(of: .tensor(Tensor([9, 9, 9])), info, other)
    ) { error in
      guard case .form(.shape(_, let expected, let actual))? = (error as? ExpectationFailure)?.fact
      else { return XCTFail("\(error)") }
      XCTAssertEqual(expected, [2])
      XCTAssertEqual(actual, [3])
    }
  }

  func testAnswerOfUnknownFormReachesNoTest() throws {
    let host = Host.recorded(try recorded(mistaken))
    XCTAssertThrowsError(
      try host.checkRecordedForm(of: right, info, [.tensor(Tensor([[3, 4]]))])
    ) { XCTAssertEqual($0 as? CallFailure, .notRecorded) }
  }

  func testAnyAnswerIsAcceptedWhereTheSolutionThrows() throws {
    let host = Host.recorded(try recorded(mistaken, right: .failure(.threw("shapes"))))
    XCTAssertEqual(host.outcome(of: info, z), .failure(.threw("shapes")))
    XCTAssertNoThrow(try host.checkRecordedForm(of: right, info, z))
  }

  func testFormsOfStructuresAreRebuilt() throws {
    let value = Value.record([
      .init("W", .tensor(Tensor([[1, 2]]))), .init("b", .number(3)), .init("name", .text("relu")),
      .init("sizes", .list([.integer(4), .tensor(Tensor(5))])), .init("none", .null),
    ])
    let rebuilt = try XCTUnwrap(value.form().ofThisForm)
    XCTAssertNil(value.formDifference(from: rebuilt))
    XCTAssertEqual(
      value.form(),
      .record([
        .init("W", .text("1 2")), .init("b", .number(0)), .init("name", .text("")),
        .init("sizes", .list([.integer(0), .text("()")])), .init("none", .null),
      ]))
  }

  func testAnImpossibleShapeHasNoForm() {
    XCTAssertNil(Value.text("-1").ofThisForm)
    XCTAssertNil(Value.text("99999999999 99999999999").ofThisForm)
  }
}
