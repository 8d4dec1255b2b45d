import GradedTesting
import Tensors
import Text
import XCTest

@testable import Coursework

final class DifferenceTextTests: FrameworkTestCase {
  private func expect(
    _ difference: Difference, _ english: [String], zh chinese: [String],
    file: StaticString = #filePath, line: UInt = #line
  ) {
    XCTAssertEqual(difference.lines(.english), english, file: file, line: line)
    XCTAssertEqual(difference.lines(.chinese), chinese, file: file, line: line)
  }

  func testShape() {
    expect(
      .shape(at: "dw", expected: [2, 1], actual: [2]),
      ["dw: wrong shape: expected (2, 1), got (2,)"],
      zh: ["dw：形状不对：期望 (2, 1)，实际 (2,)"])
    expect(
      .shape(at: "", expected: [], actual: [1, 1]), ["wrong shape: expected (), got (1, 1)"],
      zh: ["形状不对：期望 ()，实际 (1, 1)"])
  }

  func testForm() {
    expect(
      .form(
        at: "layers", expected: Value.list([.null, .null]).kind,
        actual: Value.tensor(Tensor([[1, 2, 3]])).kind),
      ["layers: expected a list of 2, got a tensor of shape (1, 3)"],
      zh: ["layers：期望有 2 项的列表，实际是形状为 (1, 3) 的张量"])
    expect(
      .form(at: "", expected: Value.integer(1).kind, actual: Value.null.kind),
      ["expected an Int, got nothing"], zh: ["期望一个 Int，实际是空值"])
    expect(
      .form(
        at: "", expected: Value.record([.init("W", .null), .init("b", .null)]).kind,
        actual: Value.text("W").kind),
      ["expected a structure of W, b, got a String"],
      zh: ["期望由 W、b 组成的结构，实际是一个 String"])
  }

  func testText() {
    expect(
      .text(at: "", expected: "true", actual: "false"), ["expected true, got false"],
      zh: ["期望 true，实际 false"])
  }

  func testOneNumber() {
    expect(
      .numbers(
        at: "cost", first: .init(index: [], expected: 0.5, actual: -.nan),
        worst: .init(index: [], expected: 0.5, actual: -.nan), wrong: 1, of: 1),
      ["cost: expected 0.5, got nan"], zh: ["cost：期望 0.5，实际 nan"])
  }

  func testTheSameElementIsReportedOnceEvenIfNaN() {
    let element = Difference.Element(index: [2], expected: 1, actual: .nan)
    expect(
      .numbers(at: "", first: element, worst: element, wrong: 3, of: 4),
      ["3 of 4 numbers are wrong", "  first [2]: expected 1.0, got nan"],
      zh: ["4 个数中有 3 个不对", "  第一个 [2]：期望 1.0，实际 nan"])
  }

  func testSeveralNumbers() {
    let first = Difference.Element(index: [0, 1], expected: 2, actual: -2)
    let worst = Difference.Element(index: [3, 0], expected: 1, actual: 1e9)
    expect(
      .numbers(at: "dw", first: first, worst: worst, wrong: 3, of: 8),
      [
        "dw: 3 of 8 numbers are wrong", "  first dw[0, 1]: expected 2.0, got -2.0",
        "  worst dw[3, 0]: expected 1.0, got 1000000000.0",
      ],
      zh: [
        "dw：8 个数中有 3 个不对", "  第一个 dw[0, 1]：期望 2.0，实际 -2.0",
        "  差得最多 dw[3, 0]：期望 1.0，实际 1000000000.0",
      ])
    expect(
      .numbers(at: "", first: first, worst: first, wrong: 1, of: 8),
      ["1 of 8 numbers are wrong", "  first [0, 1]: expected 2.0, got -2.0"],
      zh: ["8 个数中有 1 个不对", "  第一个 [0, 1]：期望 2.0，实际 -2.0"])
  }
}
