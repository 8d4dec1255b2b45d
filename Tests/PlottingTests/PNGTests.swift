import Foundation
import GradedTesting
import XCTest

@testable import Plotting

/// Tests PNG files against those made with Python's zlib (Tests/Peers/plotting_png.py).
final class PNGTests: FrameworkTestCase {
  func testAGrayPictureIsEncodedAsByPython() throws {
    let picture = try Picture(
      rows: 2, columns: 3, values: [0, 51, 102, 153, 204, 255], white: 255)
    XCTAssertEqual(
      png(picture).base64EncodedString(),
      "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAE0lEQVR4AQEIAPf/AAAzZg"
        + "CZzP8HmgL+rtN9ZAAAAABJRU5ErkJggg==")
  }

  func testAColouredPictureIsEncodedAsByPython() throws {
    let picture = try Picture(rows: 1, columns: 2, channels: 3, values: [1, 0, 0, 0, 0, 1])
    XCTAssertEqual(
      png(picture).base64EncodedString(),
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAEklEQVR4AQEHAPj/AP8AAA"
        + "AA/wcAAf9VNrrHAAAAAElFTkSuQmCC")
  }

  func testLargePictureTakesSeveralBlocks() throws {
    let picture = try Picture(
      rows: 300, columns: 300, values: (0..<90_000).map { Double($0 * 7 % 256) }, white: 255)
    // 90,300 bytes of rows in two blocks with headers of five bytes, and the rest of the file.
    XCTAssertEqual(png(picture).count, 90373)
  }

  func testPictureOfWrongCountIsRefused() {
    let cases: [(rows: Int, columns: Int, channels: Int, count: Int, error: PlottingError)] = [
      (2, 2, 1, 3, .pictureCount(rows: 2, columns: 2, channels: 1, values: 3)),
      (0, 2, 1, 0, .pictureCount(rows: 0, columns: 2, channels: 1, values: 0)),
      (.max, 2, 1, 4, .pictureCount(rows: .max, columns: 2, channels: 1, values: 4)),
      (1, 1, 2, 2, .pictureChannels(2)),
    ]
    for (rows, columns, channels, count, error) in cases {
      XCTAssertThrowsError(
        try Picture(
          rows: rows, columns: columns, channels: channels,
          values: [Double](repeating: 0, count: count))
      ) { XCTAssertEqual($0 as? PlottingError, error) }
    }
  }

  func testValuesOutsideAreClippedAndNaNIsBlack() throws {
    let picture = try Picture(rows: 1, columns: 3, values: [-1, 2, .nan])
    XCTAssertEqual(picture.bytes, [0, 255, 0])
  }
}
