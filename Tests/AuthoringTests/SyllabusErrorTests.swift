import Coursework
import GradedTesting
import Tensors
import Text
import XCTest

@testable import Syllabus

/// Tests the syllabus's own error messages, in both languages.
final class SyllabusErrorTests: FrameworkTestCase {
  func testPictureErrorsAreExplained() {
    let cases: [(PictureError, String, String)] = [
      (
        .notPictures(shape: [2, 3]),
        "pictures have four axes, (m, n_H, n_W, n_C), but this shape has 2: [2, 3]",
        "图像应有四条轴 (m, n_H, n_W, n_C)，但这个形状有 2 条：[2, 3]"
      ),
      (
        .frame(width: 3, shape: [1, 5, 5, 2]),
        "a border of width 3 cannot be removed from pictures of shape [1, 5, 5, 2]",
        "形状为 [1, 5, 5, 2] 的图像无法去掉宽为 3 的边框"
      ),
      (
        .spread(count: 4, length: 6, start: 1, stride: 2),
        "4 entries from index 1 on, 2 apart, do not fit into a length of 6",
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

  func testInvalidNodeTextsAreExplained() {
    let operations = [("add", 2), ("exp", 1)]
    for text in ["add(1)", "add(1, 2, 3)", "power(1, 2)", "add(1, -2)", "add", "exp(0, axis: 1)"] {
      let error = NodeTextError(text, operations)
      XCTAssertEqual(
        error.phrase(.english),
        "expected a number or an operation on the nodes at places i and j, add(i, j), exp(i), got “\(text)”"
      )
      XCTAssertEqual(
        error.phrase(.chinese), "应为一个数，或对位置 i、j 的节点的一种运算：add(i, j), exp(i)，得到的是“\(text)”")
      XCTAssertThrowsError(try Value.text(text).decoded(as: Node.self), text) {
        guard case DecodingError.dataCorrupted(let context) = $0 else { return XCTFail("\($0)") }
        XCTAssertEqual((context.underlyingError as? NodeTextError)?.text, text)
      }
    }
  }

  func testNodesSurviveEncodingAndDecoding() throws {
    let graph: [Node] = [.leaf(1.5), Node(.exp, 0), Node(.subtract, 1, 0)]
    let value = try Value(encoding: graph)
    XCTAssertEqual(value.text, #"[1.5, "exp(0)", "subtract(1, 0)"]"#)
    XCTAssertEqual(try value.decoded(), graph)
    let tensors: [TensorNode] = [
      .leaf(Tensor([2, 3])), TensorNode(.sum, 0), TensorNode(.sum, 0, axis: 0),
      TensorNode(.matrixProduct, 1, 2),
    ]
    let other = try Value(encoding: tensors)
    XCTAssertEqual(
      other.text, #"[[2. 3.], "sum(0)", "sum(0, axis: 0)", "matrixProduct(1, 2)"]"#)
    XCTAssertEqual(try other.decoded(), tensors)
    XCTAssertEqual(
      GraphError.cycle.phrase(.english),
      "the graph has a cycle: some nodes depend on each other, so none of them can come first")
    XCTAssertEqual(GraphError.cycle.phrase(.chinese), "计算图里有环：有些节点互相依赖，谁也无法先算")
  }

  func testWrongLayerCountsAreExplained() {
    let error = LayerCountError(count: 2)
    XCTAssertEqual(
      error.phrase(.english),
      "expected 3 layers, got 2: the list contains one entry per layer, without the input")
    XCTAssertEqual(error.phrase(.chinese), "应有 3 层，得到 2 层：列表里每层一项，不含输入层")
    XCTAssertThrowsError(try ThreeLayerParameters(layers: [])) {
      XCTAssertEqual($0 as? LayerCountError, LayerCountError(count: 0))
    }
  }
}
