import Foundation
import GradedTesting
import Tensors
import Text
import XCTest

@testable import Datasets

final class LabelledImagesTests: FrameworkTestCase {
  /// Two pictures of 1×2 pixels with three channels.
  private let pixels = Tensor([[[[0, 51, 102], [153, 204, 255]]], [[[1, 2, 3], [4, 5, 6]]]])

  private func assertThrows(
    _ expected: DatasetError, file: StaticString = #filePath, line: UInt = #line,
    _ body: () throws -> Void
  ) {
    XCTAssertThrowsError(try body(), file: file, line: line) {
      XCTAssertEqual($0 as? DatasetError, expected, file: file, line: line)
    }
  }

  func testFlattenedImagesAreColumnsDividedBy255() throws {
    let data = try LabelledImages(pixels: pixels, labels: Tensor([1, 0])).flattened()
    XCTAssertEqual(data.X.shape, [6, 2])
    XCTAssertEqual(try data.X.column(0).elements, [0, 0.2, 0.4, 0.6, 0.8, 1])
    XCTAssertEqual(data.Y, Tensor([[1, 0]]))
  }

  func testFractionsStayAsTheyAre() throws {
    let images = try LabelledImages(pixels: pixels / 256, labels: Tensor([1, 0]))
    XCTAssertEqual(images.normalized, pixels / 256)
  }

  func testPicturesOfZerosAndOnesStayAsTheyAre() throws {
    let images = try LabelledImages(pixels: .ones(2, 2, 2), labels: Tensor([1, 0]))
    XCTAssertEqual(images.normalized, .ones(2, 2, 2, 1))
  }

  func testLabelsMayBeARowOrAColumn() throws {
    for labels in [Tensor([4, 0]), Tensor([[4, 0]]), Tensor([[4], [0]])] {
      XCTAssertEqual(try LabelledImages(pixels: pixels, labels: labels).labels, [4, 0])
    }
  }

  func testOneHotPutsTheOneInTheRowOfTheClass() throws {
    let images = try LabelledImages(pixels: pixels, labels: Tensor([2, 0]))
    XCTAssertEqual(try images.oneHot(classes: 3), Tensor([[0, 1], [0, 0], [1, 0]]))
    assertThrows(.tooFewClasses(2, label: 2)) { _ = try images.oneHot(classes: 2) }
  }

  func testFirstOfEachKeepsOrderAndBalance() throws {
    let images = try LabelledImages(
      pixels: Tensor.arange(6).reshaped(6, 1, 1), labels: Tensor([0, 1, 1, 0, 1, 2]))
    let chosen = try images.first(1, ofEach: [1, 0])
    XCTAssertEqual(chosen.labels, [0, 1])
    XCTAssertEqual(chosen.pixels.elements, [0, 1])
  }

  func testWrongRankIsRefused() {
    assertThrows(
      .shape(
        name: Phrase("an array of pictures", zh: "图像数组"),
        expected: ["(m, n_H, n_W, n_C)", "(m, n_H, n_W)"],
        actual: [2, 3])
    ) { _ = try LabelledImages(pixels: .zeros(2, 3), labels: .zeros(2)) }
    assertThrows(
      .shape(
        name: Phrase("an array of labels", zh: "标签数组"),
        expected: ["(m,)", "(1, m)", "(m, 1)"], actual: [2, 2])
    ) { _ = try LabelledImages(pixels: self.pixels, labels: .zeros(2, 2)) }
  }

  func testUnequalCountsAreRefused() {
    assertThrows(.unequalCounts(examples: 2, labels: 3)) {
      _ = try LabelledImages(pixels: self.pixels, labels: .zeros(3))
    }
    assertThrows(.unequalCounts(examples: 2, labels: 3)) {
      _ = try LabelledData(X: .zeros(4, 2), Y: .zeros(1, 3))
    }
  }

  func testLabelsThatAreNoClassesAreRefused() {
    for bad in [-1, 0.5, .infinity, 1000] {
      assertThrows(.label(bad, index: 1)) {
        _ = try LabelledImages(pixels: self.pixels, labels: Tensor([0, bad]))
      }
    }
  }

  func testErrorsAreExplained() {
    let cases: [(DatasetError, String)] = [
      (
        .shape(name: Phrase("X", zh: "X "), expected: ["(n_x, m)"], actual: [3]),
        "X must have the shape (n_x, m), but has (3,)"
      ),
      (
        .inFile(
          path: "cats.npz", arrays: ["train_x", "train_y"], .unequalCounts(examples: 2, labels: 3)),
        "cats.npz, train_x and train_y: there are 2 examples but 3 labels: expected one label for "
          + "each"
      ),
      (.label(0.5, index: 1), "label 1 is 0.5: expected a whole number from 0 to 999"),
      (.noExamples(ofClass: 10), "there are no examples of class 10"),
      (.sameClass(3), "expected two different classes, but both are 3"),
      (
        .tooFewClasses(2, label: 2), "2 classes have the labels 0 to 1, but an example has 2"
      ),
    ]
    for (error, sentence) in cases { XCTAssertEqual(error.phrase(.english), sentence) }
  }

  func testErrorsAreSaidInChinese() {
    let cases: [(DatasetError, String)] = [
      (
        .shape(
          name: Phrase("an array of labels", zh: "标签数组"), expected: ["(m,)", "(1, m)", "(m, 1)"],
          actual: [3]),
        "标签数组的形状应为 (m,), (1, m) 或 (m, 1)，却是 (3,)"
      ),
      (
        .inFile(
          path: "cats.npz", arrays: ["train_x", "train_y"], .unequalCounts(examples: 2, labels: 3)),
        "cats.npz 的 train_x 和 train_y：有 2 个样本，却有 3 个标签：每个样本应有一个标签"
      ),
      (
        .inFile(path: "cats.npz", .unequalPictures(training: [4, 4, 1], test: [5, 4, 1])),
        "cats.npz：train_x 的图像是 4×4×1，test_x 的却是 5×4×1：高、宽和通道数应当相同"
      ),
      (.label(0.5, index: 1), "第 1 个标签是 0.5：应为 0 到 999 之间的整数"),
      (.notFinite(.infinity, index: 7), "第 7 个值是 inf：应为有限的数"),
      (.empty, "没有样本：至少需要一个"),
      (.noExamples(ofClass: 10), "类别 10 没有样本"),
      (.sameClass(3), "应为两个不同的类别，却都是 3"),
      (.tooFewClasses(2, label: 2), "2 个类别的标签是 0 到 1，但有样本的标签是 2"),
    ]
    for (error, sentence) in cases { XCTAssertEqual(error.phrase(.chinese), sentence) }
  }
}
