import GradedTesting
import Text
import XCTest

@testable import Syllabus

/// What the syllabus's own functions say of what they cannot use, in both languages.
final class SyllabusErrorTests: FrameworkTestCase {
  func testWhyPicturesCannotBeCut() {
    let cases: [(PictureError, String, String)] = [
      (
        .notPictures(shape: [2, 3]),
        "pictures have four axes, (m, n_H, n_W, n_C), but this shape has 2: [2, 3]",
        "图像应有四条轴 (m, n_H, n_W, n_C)，但这个形状有 2 条：[2, 3]"
      ),
      (
        .frame(width: 3, shape: [1, 5, 5, 2]),
        "a frame of width 3 cannot be taken off pictures of shape [1, 5, 5, 2]",
        "形状为 [1, 5, 5, 2] 的图像无法去掉宽为 3 的边框"
      ),
      (
        .spread(count: 4, length: 6, start: 1, stride: 2),
        "4 entries from place 1 on, 2 apart, do not fit into a length of 6",
        "从位置 1 起每隔 2 放一项，共 4 项，长度 6 放不下"
      ),
      (
        .tooSmall(height: 9, width: 12, filter: 3),
        "pictures of 9 × 12 pixels are too small for two convolutions of side 3, each followed by "
          + "pooling: at least 10 × 10 are needed",
        "9 × 12 像素的图像太小，做不了两次边长为 3 的卷积（每次之后还要池化）：至少需要 10 × 10"
      ),
    ]
    for (error, english, chinese) in cases {
      XCTAssertEqual(error.phrase(.english), english)
      XCTAssertEqual(error.phrase(.chinese), chinese)
    }
  }

  func testWhyLayersAreNoThreeLayerNetwork() {
    let error = LayerCountError(count: 2)
    XCTAssertEqual(
      error.phrase(.english),
      "3 layers expected, 2 came: the list holds one entry per layer, without the input")
    XCTAssertEqual(error.phrase(.chinese), "应有 3 层，得到 2 层：列表里每层一项，不含输入层")
    XCTAssertThrowsError(try ThreeLayerParameters(layers: [])) {
      XCTAssertEqual($0 as? LayerCountError, LayerCountError(count: 0))
    }
  }
}
