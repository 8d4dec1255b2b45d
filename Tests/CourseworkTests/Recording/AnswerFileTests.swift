import Foundation
import GradedTesting
import Tensors
import XCTest

@testable import Coursework

/// Tests files of recorded answers.
final class AnswerFileTests: FrameworkTestCase {
  private let z: [Value] = [.tensor(Tensor([1, 2]))]
  private let right = RecordedOutcome.returned(.tensor(Tensor([0.5, 0.25])))

  private func bytes(_ contents: [CallDigest: RecordedOutcome]) -> Data {
    AnswerFile.bytes(of: contents.mapValues(\.bytes))
  }

  private func file(_ contents: [CallDigest: RecordedOutcome]) throws -> AnswerFile {
    try AnswerFile(bytes(contents), path: "answers")
  }

  func testEveryKeyFindsItsOwnContent() throws {
    let outcomes = (0..<200).map { number -> (CallDigest, RecordedOutcome) in
      let arguments: [Value] = [.integer(number)]
      return (
        CallDigest("C9W1.f", variant: nil, arguments),
        number.isMultiple(of: 3) ? .threw("no \(number)") : .returned(.integer(number % 5))
      )
    }
    let file = try file(Dictionary(uniqueKeysWithValues: outcomes))
    for (key, outcome) in outcomes { XCTAssertEqual(file[key], outcome) }
    XCTAssertNil(file[CallDigest("C9W1.f", variant: nil, [.integer(200)])])
  }

  func testAFileMayContainNoAnswers() throws {
    XCTAssertNil(try file([:])[CallDigest("C9W1.f", variant: nil, [])])
  }

  func testTheKeyDependsOnExerciseVariantAndArguments() {
    let key = CallDigest("C9W1.f", variant: nil, z)
    XCTAssertNotEqual(key, CallDigest("C9W1.g", variant: nil, z))
    XCTAssertNotEqual(key, CallDigest("C9W1.f", variant: "negated", z))
    XCTAssertNotEqual(key, CallDigest("C9W1.f", variant: nil, [.tensor(Tensor([1, 2.5]))]))
    XCTAssertNotEqual(key, CallDigest("C9W1.f", variant: nil, [.tensor(Tensor([[1, 2]]))]))
    XCTAssertNotEqual(key, CallDigest(formOf: "C9W1.f", z))
  }

  func testFormsIgnoreNumbersAndKeepIntegers() {
    let other: [Value] = [.tensor(Tensor([3, 4]))]
    XCTAssertEqual(CallDigest(formOf: "C9W1.f", z), CallDigest(formOf: "C9W1.f", other))
    XCTAssertNotEqual(
      CallDigest(formOf: "C9W1.f", [.integer(1)]), CallDigest(formOf: "C9W1.f", [.integer(2)]))
  }

  func testEqualContentsAreStoredOnce() {
    let keys = (0..<50).map { CallDigest("C9W1.f", variant: nil, [.integer($0)]) }
    let one = bytes([keys[0]: right]).count
    let fifty = bytes(Dictionary(uniqueKeysWithValues: keys.map { ($0, right) })).count
    XCTAssertEqual(fifty - one, 49 * 24, "each further call should cost its key and its number")
  }

  func testSharedTensorsAreStoredOnce() throws {
    let W = Tensor([Double](repeating: 0.5, count: 400))
    func answer(_ number: Double) -> RecordedOutcome {
      .returned(
        .list([
          .record([.init("dW", .tensor(W)), .init("db", .tensor(Tensor([number])))]),
          .text("\(number)"), .tensor(W), .null,
        ]))
    }
    let keys = (0..<10).map { CallDigest("C9W1.f", variant: nil, [.integer($0)]) }
    let all = Dictionary(
      uniqueKeysWithValues: keys.enumerated().map { ($1, answer(Double($0))) })
    let data = bytes(all)
    XCTAssertLessThan(
      data.count, 2 * W.count * 8,
      "400 numbers that all answers contain twice should be stored once")
    let file = try AnswerFile(data, path: "answers")
    for (key, outcome) in all { XCTAssertEqual(file[key], outcome) }
  }

  func testAVariantThatIsNotStoredAnswersLikeTheSolution() throws {
    let mistaken = RecordedOutcome.returned(.number(1))
    let file = try file([
      CallDigest("C9W1.f", variant: nil, z): right,
      CallDigest("C9W1.f", variant: "negated", z): mistaken,
    ])
    XCTAssertEqual(file.outcome(of: "C9W1.f", variant: "negated", z), mistaken.result)
    XCTAssertEqual(file.outcome(of: "C9W1.f", variant: "doubled", z), right.result)
    XCTAssertNil(file.outcome(of: "C9W1.f", variant: "doubled", []))
  }

  func testDamagedFilesAreRefused() {
    let whole = bytes([CallDigest("C9W1.f", variant: nil, z): right])
    var other = whole
    other[0] = 0
    let ending = "restore the file from the release that you received"
    let cases = [
      (other, "answers contains no recorded answers (it begins otherwise); \(ending)"),
      (Data(), "answers contains no recorded answers (it begins otherwise); \(ending)"),
      (whole.dropLast(), "answers contains no recorded answers (it is cut off); \(ending)"),
      (whole.prefix(40), "answers contains no recorded answers (it is cut off); \(ending)"),
    ]
    for (bytes, sentence) in cases {
      XCTAssertThrowsError(try AnswerFile(Data(bytes), path: "answers")) {
        XCTAssertEqual("\($0)", sentence)
      }
    }
  }

  func testDamagedFilesNeverTrap() {
    let shared = RecordedOutcome.returned(
      .list([.tensor(Tensor([1, 2])), .tensor(Tensor([1, 2]))]))
    let whole = bytes([
      CallDigest("C9W1.f", variant: nil, z): right,
      CallDigest("C9W1.f", variant: "twice", z): shared, CallDigest(formOf: "C9W1.f", z): .nothing,
    ])
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0xff
      let file = try? AnswerFile(damaged, path: "answers")
      _ = file?[CallDigest("C9W1.f", variant: nil, z)]
      _ = file?[CallDigest("C9W1.f", variant: "twice", z)]
    }
  }
}
