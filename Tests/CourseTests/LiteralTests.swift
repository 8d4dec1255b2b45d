import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text
import XCTest

@testable import course

/// Tests the values typed after `course try`.
final class LiteralTests: FrameworkTestCase {
  func testTensorsAreNestedLists() throws {
    let sample = Value.tensor(Tensor(0))
    let cases: [(String, Tensor)] = [
      ("[[0, 2], [1, -1]]", Tensor([[0, 2], [1, -1]])),
      ("[1e-3, -2.5,]", Tensor([0.001, -2.5])),
      ("((1, 2), (3, 4))", Tensor([[1, 2], [3, 4]])),
      ("-7", Tensor(-7)),
      ("zeros(2, 3)", .zeros(2, 3)),
      ("ones((2, 1))", .ones(2, 1)),
      ("[zeros(2), ones(2)]", Tensor([[0, 0], [1, 1]])),
      ("[]", .zeros(0)),
      ("[inf, -inf]", Tensor([.infinity, -.infinity])),
    ]
    for (text, tensor) in cases {
      XCTAssertEqual(try Literal(text).value(like: sample, "z"), .tensor(tensor), text)
    }
  }

  func testOtherKindsFollowTheSample() throws {
    XCTAssertEqual(try Literal("3").value(like: .integer(1), "n"), .integer(3))
    XCTAssertEqual(try Literal("3").value(like: .number(1), "b"), .number(3))
    XCTAssertEqual(try Literal("true").value(like: .boolean(false), "b"), .boolean(true))
    XCTAssertEqual(try Literal("relu").value(like: .text("x"), "a"), .text("relu"))
    XCTAssertEqual(
      try Literal("[2, 3]").value(like: .list([.integer(1)]), "sizes"),
      .list([.integer(2), .integer(3)]))
    let record = Value.record([.init("W", .tensor(Tensor(0))), .init("b", .number(0))])
    for text in ["{W: [[1]], b: 2}", "(b: 2, W: [[1]])", "{\"W\": [[1]], \"b\": 2}"] {
      XCTAssertEqual(
        try Literal(text).value(like: record, "p"),
        .record([.init("W", .tensor(Tensor([[1]]))), .init("b", .number(2))]), text)
    }
  }

  func testItemsOfAListMayBeOfSeveralKinds() throws {
    let graph = Value.list([.text("exp(1)"), .number(2)])
    XCTAssertEqual(
      try Literal("[5, \"exp(0)\", \"add(0, 1)\", 7]").value(like: graph, "graph"),
      .list([.number(5), .text("exp(0)"), .text("add(0, 1)"), .number(7)]))
    // A list that is empty in the sample may contain what its neighbours contain.
    let inputs = Value.list([.list([]), .list([.integer(0)])])
    XCTAssertEqual(
      try Literal("[[1], [], [0, 1]]").value(like: inputs, "inputs"),
      .list([.list([.integer(1)]), .list([]), .list([.integer(0), .integer(1)])]))
    XCTAssertThrowsError(try Literal("[[1]]").value(like: graph, "graph")) {
      XCTAssertEqual("\($0)", "graph[0]: expected a word, got a list")
    }
  }

  func testAnInvalidTextIsRejectedAtItsPosition() {
    let cases: [(String, String)] = [
      ("[1, 2", "after “[1, 2” expected a comma or ], got nothing more"),
      ("[1 2]", "after “[1 ” expected a comma or ], got “2”"),
      ("", "at the beginning expected a number, a list or a word, got nothing more"),
      ("1 2", "after “1 ” expected the end, got “2”"),
      ("1.2.3", "at the beginning expected a number, got “1”"),
      (
        "magic(3)", "at the beginning expected zeros(…), ones(…) or randn(…), got “m”"
      ),
      (
        "zeros(99999, 99999)", "at the beginning expected lengths such as zeros(2, 3), got “z”"
      ),
      (
        String(repeating: "[", count: 99),
        "after “[[[[[[[[[[[[[[[[[[[[[[[[” expected fewer brackets, got “[”"
      ),
    ]
    for (text, sentence) in cases {
      XCTAssertThrowsError(try Literal(text), text) {
        XCTAssertEqual(($0 as? LiteralError)?.phrase(.english), sentence)
      }
    }
  }

  func testAWrongKindIsRejectedWithItsPath() {
    let record = Value.record([.init("W", .tensor(Tensor(0)))])
    let cases: [(String, Value, String)] = [
      (
        "[[1, 2], [3]]", .tensor(Tensor(0)),
        "z: [1] has shape (1,), [0] has (2,): all must have the same"
      ),
      ("2.5", .integer(1), "z: expected a whole number, got the number 2.5"),
      ("relu", .tensor(Tensor(0)), "z: expected a tensor such as [[1, 2], [3, 4]], got “relu”"),
      ("[1, relu]", .tensor(Tensor(0)), "z[1]: expected a number, got “relu”"),
      ("{W: [1], c: 2}", record, "z: has no part “c”; it has W"),
      ("{}", record, "z: W is missing; it has W"),
      ("3", record, "z: expected {W: …}, got the number 3"),
    ]
    for (text, sample, sentence) in cases {
      XCTAssertThrowsError(try Literal(text).value(like: sample, "z"), text) {
        XCTAssertEqual(($0 as? ArgumentFormError)?.phrase(.english), sentence)
      }
    }
  }

  func testEqualLengthsOfArgumentsShareALetter() throws {
    XCTAssertEqual(
      try ArgumentForms(of: C1W2.propagate).text(.english),
      "w (a, 1)   b number   X (a, b)   Y (1, b)")
    XCTAssertEqual(
      try ArgumentForms(of: C1W2.initializeWithZeros).text(.chinese), "dimension 整数")
  }

  func testEveryExerciseHasACommandThatCanBeParsed() throws {
    for exercise in Course.exercises {
      let forms = try ArgumentForms(of: exercise)
      let command = forms.command(exercise.info)
      let words = command.split(separator: "'").filter { $0.contains("=") }
      XCTAssertEqual(words.count, exercise.info.parameters.count, command)
      let arguments = try words.enumerated().map { place, word in
        let parts = word.split(separator: "=", maxSplits: 1)
        XCTAssertEqual(String(parts[0]), exercise.info.parameters[place])
        return try Literal(String(parts[1])).value(like: forms.example(place), String(parts[0]))
      }
      XCTAssertNoThrow(try exercise.check(arguments), command)
      XCTAssertNil(forms.unusual(arguments, .english), command)
    }
  }
}
