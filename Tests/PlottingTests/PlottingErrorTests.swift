import GradedTesting
import Text
import XCTest

@testable import Plotting

/// Tests every error message of a figure, in both languages.
final class PlottingErrorTests: FrameworkTestCase {
  func testEveryMessage() {
    let cases: [(PlottingError, String, String)] = [
      (
        .unequalSeries(name: "J", xCount: 2, yCount: 3),
        "The series \"J\" has 2 values of x but 3 of y; give one y for each x.",
        "曲线“J”有 2 个 x 值，却有 3 个 y 值；每个 x 应对应一个 y。"
      ),
      (
        .gridCount(rows: 2, columns: 3, values: 5),
        "A grid of 2 rows and 3 columns needs 2 × 3 values, not 5.",
        "2 行 3 列的网格需要 2 × 3 个值，而不是 5 个。"
      ),
      (
        .pictureCount(rows: 4, columns: 5, channels: 3, values: 20),
        "A picture of 4×5 with 3 channel(s) needs 4 × 5 × 3 values, not 20.",
        "3 通道、4×5 的图像需要 4 × 5 × 3 个值，而不是 20 个。"
      ),
      (
        .pictureChannels(2), "A picture has 1 channel (gray) or 3 (red, green, blue), not 2.",
        "图像应有 1 个通道（灰度）或 3 个通道（红、绿、蓝），而不是 2 个。"
      ),
      (
        .shape(of: .variable("X"), expected: ["(2, m)"], actual: [3, 2]),
        "X must have the shape (2, m), not (3, 2).", "X 的形状应为 (2, m)，而不是 (3, 2)。"
      ),
      (
        .shape(of: .grid, expected: ["(rows, columns)"], actual: [3]),
        "A grid must have the shape (rows, columns), not (3).",
        "网格的形状应为 (rows, columns)，而不是 (3)。"
      ),
      (
        .shape(
          of: .picture, expected: ["(n_H, n_W)", "(n_H, n_W, 1)", "(n_H, n_W, 3)"], actual: []),
        "A picture must have the shape (n_H, n_W), (n_H, n_W, 1) or (n_H, n_W, 3), not ().",
        "图像的形状应为 (n_H, n_W)、(n_H, n_W, 1) 或 (n_H, n_W, 3)，而不是 ()。"
      ),
      (
        .shape(of: .answer, expected: ["(1, 100)"], actual: [1, 3]),
        "The classifier's answer must have the shape (1, 100), not (1, 3).",
        "分类器输出的形状应为 (1, 100)，而不是 (1, 3)。"
      ),
      (
        .label(0.5, index: 1),
        "The label of point 1 must be a whole number from 0 to 999, not 0.5.",
        "第 1 个点的标签应为 0 到 999 之间的整数，而不是 0.5。"
      ),
    ]
    for (error, english, chinese) in cases {
      XCTAssertEqual(error.phrase(.english), english)
      XCTAssertEqual(error.phrase(.chinese), chinese)
    }
  }
}
