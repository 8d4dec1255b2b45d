import GradedTesting
import Tensors
import Text
import XCTest

@testable import Plotting

final class TensorFigureTests: FrameworkTestCase {
  private let X = Tensor([[0, 1, 2], [3, 4, 5]])

  private func assertThrows(
    _ expected: PlottingError, _ sentence: String, file: StaticString = #filePath,
    line: UInt = #line, _ body: () throws -> Void
  ) {
    XCTAssertThrowsError(try body(), file: file, line: line) {
      XCTAssertEqual($0 as? PlottingError, expected, file: file, line: line)
      XCTAssertEqual(($0 as? PlottingError)?.phrase(.english), sentence, file: file, line: line)
    }
  }

  func testColumnsBecomePoints() throws {
    XCTAssertEqual(
      try DecisionBoundary.points(X, Tensor([[0, 1, 2]])),
      [.init(x: 0, y: 3, label: 0), .init(x: 1, y: 4, label: 1), .init(x: 2, y: 5, label: 2)])
  }

  func testClassifierIsAskedOnceForAllPlaces() throws {
    var shapes: [[Int]] = []
    let figure = try DecisionBoundary("", X, Tensor([[0, 1, 0]]), resolution: 10, of: .classes) {
      shapes.append($0.shape)
      return try $0.row(0) .> $0.row(1)
    }
    XCTAssertEqual(shapes, [[2, 100]])
    XCTAssertEqual(figure.regions?.values.count, 100)
  }

  func testWrongShapesAreNamed() {
    assertThrows(
      .shape(of: .variable("X"), expected: ["(2, m)"], actual: [3, 2]),
      "X must have the shape (2, m), not (3, 2)."
    ) { _ = try DecisionBoundary.points(self.X.T, Tensor([[0, 1]])) }
    assertThrows(
      .shape(of: .variable("Y"), expected: ["(1, 3)"], actual: [3]),
      "Y must have the shape (1, 3), not (3)."
    ) { _ = try DecisionBoundary.points(self.X, Tensor([0, 1, 2])) }
    assertThrows(
      .shape(of: .answer, expected: ["(1, 100)"], actual: [1, 3]),
      "The classifier's answer must have the shape (1, 100), not (1, 3)."
    ) {
      _ = try DecisionBoundary("", self.X, Tensor([[0, 1, 1]]), resolution: 10, of: .classes) { _ in
        Tensor([[1, 2, 3]])
      }
    }
  }

  func testLabelsThatAreNoClassesAreRefused() {
    assertThrows(
      .label(0.5, index: 1),
      "The label of point 1 must be a whole number from 0 to 999, not 0.5."
    ) { _ = try DecisionBoundary.points(self.X, Tensor([[0, 0.5, 1]])) }
  }

  func testUnequalSeriesAreRefused() {
    assertThrows(
      .unequalSeries(name: "J", xCount: 2, yCount: 3),
      "The series \"J\" has 2 values of x but 3 of y; give one y for each x."
    ) { _ = try Series("J", x: [1, 2], y: [1, 2, 3]) }
  }

  func testGridOfWrongCountIsRefused() {
    assertThrows(
      .gridCount(rows: 2, columns: 2, values: 3),
      "A grid of 2 rows and 2 columns needs 2 × 2 values, not 3."
    ) { _ = try Grid(rows: 2, columns: 2, values: [1, 2, 3]) }
  }

  func testImagesOfAllThreeShapesBecomePictures() throws {
    XCTAssertEqual(try Picture(.ones(4, 5)).channels, 1)
    XCTAssertEqual(try Picture(.ones(4, 5, 1)).columns, 5)
    XCTAssertEqual(try Picture(.full([4, 5, 3], 255), white: 255).values.max(), 1)
    assertThrows(
      .pictureChannels(2), "A picture has 1 channel (gray) or 3 (red, green, blue), not 2."
    ) { _ = try Picture(.ones(4, 5, 2)) }
  }
}
