import Foundation
import FrameworkTesting
import GradedTesting
import Tensors
import XCTest

@testable import Datasets

final class ImageArchiveTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  private func archive(_ arrays: KeyValuePairs<String, Tensor>) throws -> URL {
    let file = folder.appending(path: "images.npz")
    try NPZArchive.write(arrays.map { (name: $0.key, tensor: $0.value) }, to: file)
    return file
  }

  func testArchiveOfTheOriginalShapesIsRead() throws {
    let file = try archive([
      "train_x": .full([3, 4, 4, 3], 255), "train_y": Tensor([[0, 1, 1]]),
      "test_x": .full([2, 4, 4, 3], 51), "test_y": Tensor([1, 0]),
    ])
    let data = try TrainingAndTest(npz: file).map { try $0.flattened() }
    XCTAssertEqual(data.training.X, .ones(48, 3))
    XCTAssertEqual(data.training.Y, Tensor([[0, 1, 1]]))
    XCTAssertEqual(data.test.X, .full([48, 2], 0.2))
    XCTAssertEqual(data.test.Y, Tensor([[1, 0]]))
  }

  func testMissingKeyIsNamed() throws {
    let file = try archive(["train_x": .zeros(1, 2, 2), "train_y": .zeros(1)])
    XCTAssertThrowsError(try TrainingAndTest(npz: file)) {
      XCTAssertEqual(
        $0 as? ArrayFileError,
        .file(
          path: file.path, .noSuchArray(name: "test_x", available: ["train_x", "train_y"])))
    }
  }

  func testTestPicturesOfAnotherSizeAreRefused() throws {
    let file = try archive([
      "train_x": .zeros(2, 4, 4, 3), "train_y": .zeros(2), "test_x": .zeros(1, 4, 4),
      "test_y": .zeros(1),
    ])
    XCTAssertThrowsError(try TrainingAndTest(npz: file)) {
      XCTAssertEqual(
        "\($0)",
        "\(file.path): the pictures of train_x have 4×4×3 values, those of test_x 4×4×1: expected "
          + "the same height, width and channels")
    }
  }

  func testValuesThatAreNotFiniteAreRefused() throws {
    let file = try archive([
      "train_x": .full([1, 2, 2], .infinity), "train_y": .zeros(1), "test_x": .zeros(1, 2, 2),
      "test_y": .zeros(1),
    ])
    XCTAssertThrowsError(try TrainingAndTest(npz: file)) {
      XCTAssertEqual(
        "\($0)",
        "\(file.path), train_x and train_y: value 0 is inf: expected finite numbers")
    }
  }

  func testNoExamplesAreRefused() throws {
    let file = try archive([
      "train_x": .zeros(0, 4, 4), "train_y": .zeros(0), "test_x": .zeros(1, 4, 4),
      "test_y": .zeros(1),
    ])
    XCTAssertThrowsError(try TrainingAndTest(npz: file)) {
      XCTAssertEqual(
        "\($0)",
        "\(file.path), train_x and train_y: there are no examples: expected at least one")
    }
  }

  func testUnequalCountsNameTheFileAndTheArrays() throws {
    let file = try archive(["train_x": .zeros(2, 2, 2), "train_y": .zeros(3)])
    XCTAssertThrowsError(try TrainingAndTest(npz: file)) {
      XCTAssertEqual(
        "\($0)",
        "\(file.path), train_x and train_y: there are 2 examples but 3 labels: expected one label "
          + "for each")
    }
  }
}
