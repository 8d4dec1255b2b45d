import Foundation
import GradedTesting
import Tensors
import XCTest

@testable import Datasets

/// Tests the sums and labels that Tests/Peers/datasets_fashion_mnist.py prints while it extracts
/// the pictures from the original files.
final class FashionMNISTTests: FrameworkTestCase {
  func testEveryClassHas200PicturesToLearnFromAnd100ToTest() throws {
    let (train, test) = (try FashionMNIST.train, try FashionMNIST.test)
    XCTAssertEqual(train.pixels.shape, [2000, 28, 28, 1])
    XCTAssertEqual(test.pixels.shape, [1000, 28, 28, 1])
    for label in 0..<10 {
      XCTAssertEqual(train.labels.count { $0 == label }, 200, "training pictures of \(label)")
      XCTAssertEqual(test.labels.count { $0 == label }, 100, "test pictures of \(label)")
    }
  }

  func testPicturesStandInTheOrderOfTheOriginalFiles() throws {
    XCTAssertEqual(try Array(FashionMNIST.train.labels.prefix(8)), [9, 0, 0, 3, 0, 2, 7, 2])
    XCTAssertEqual(try Array(FashionMNIST.test.labels.prefix(8)), [9, 2, 1, 1, 6, 1, 4, 6])
  }

  func testPixelsOfEveryClassSumToThoseOfTheOriginalFiles() throws {
    func sums(_ images: LabelledImages) throws -> [Double] {
      try (0..<10).map { label in
        try images.first(.max, ofEach: [label]).pixels.elements.reduce(0, +)
      }
    }
    XCTAssertEqual(
      try sums(FashionMNIST.train),
      [
        12_693_819, 8_967_076, 15_030_228, 10_584_909, 15_818_723, 5_266_974, 13_629_698, 6_789_949,
        13_821_815, 11_930_448,
      ])
    XCTAssertEqual(
      try sums(FashionMNIST.test),
      [
        6_434_561, 4_348_175, 7_433_915, 5_283_785, 8_035_762, 2_728_099, 6_545_573, 3_455_314,
        6_833_794, 5_875_003,
      ])
  }

  func testPairHasColumnsFromZeroToOneAndZeroOneLabels() throws {
    let pair = try FashionMNIST.pair(of: 9, and: 0)
    XCTAssertEqual(pair.training.X.shape, [784, 400])
    XCTAssertEqual(pair.training.Y.shape, [1, 400])
    XCTAssertEqual(pair.test.X.shape, [784, 200])
    XCTAssertEqual(pair.training.X.max(), 1)
    XCTAssertEqual(pair.training.X.min(), 0)
    XCTAssertEqual(pair.training.Y.sum(), 200)
    // The first pictures have the classes 9, 0, 0, and 9 was named first.
    XCTAssertEqual(Array(pair.training.Y.elements.prefix(3)), [0, 1, 1])
  }

  func testAColumnContainsItsPictureRowByRow() throws {
    let images = try FashionMNIST.train
    let data = try images.flattened()
    for (row, column, image) in [(0, 0, 0), (14, 20, 3), (27, 27, 1999)] {
      XCTAssertEqual(
        data.X[row * 28 + column, image], images.pixels[image, row, column, 0] / 255,
        "pixel (\(row), \(column)) of picture \(image)")
    }
  }

  func testPairOfOneClassOrOfAnUnknownOneIsRefused() throws {
    XCTAssertThrowsError(try FashionMNIST.pair(of: 3, and: 3)) {
      XCTAssertEqual($0 as? DatasetError, .sameClass(3))
    }
    XCTAssertThrowsError(try FashionMNIST.pair(of: 3, and: 10)) {
      XCTAssertEqual($0 as? DatasetError, .noExamples(ofClass: 10))
    }
  }

  func testEveryClassHasANameInBothLanguages() {
    XCTAssertEqual(FashionMNIST.classNames.count, 10)
    XCTAssertEqual(FashionMNIST.chineseClassNames.count, 10)
    XCTAssertEqual(FashionMNIST.classNames[9], "Ankle boot")
    XCTAssertEqual(FashionMNIST.chineseClassNames[1], "裤子")
  }

  func testAMissingFileIsReportedWithTheFoldersSearched() {
    XCTAssertThrowsError(
      try FashionMNIST.load(from: [URL(filePath: "/nowhere"), URL(filePath: "/no/where")])
    ) { error in
      XCTAssertEqual(
        "\(error)",
        "the course's file FashionMNIST/fashion-mnist.npz is missing; build the package again, "
          + "or find out why it is in none of: /nowhere, /no/where")
    }
  }

  func testDamagedFileIsReported() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "FashionMNIST/fashion-mnist.npz")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("not an archive".utf8).write(to: file)
    XCTAssertThrowsError(try FashionMNIST.load(from: [folder])) {
      XCTAssertEqual($0 as? ArrayFileError, .file(path: file.path, .notNPZ))
    }
  }
}
