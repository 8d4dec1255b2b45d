import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class TotalCostBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.totalCostBackward }

  func testTheGradientIsTheNumericalOne() throws {
    try grade(5) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let a_S = [random.randn(1, 2, 2, 2), random.randn(1, 1, 2, 3)]
      let a_G = [random.randn(1, 2, 2, 2), random.randn(1, 1, 2, 3)]
      let a_C = random.randn(1, 1, 2, 3)
      func style(_ l: Int, _ a: Tensor) throws -> Double {
        func gram(_ a: Tensor) throws -> Tensor {
          let places = try a.reshaped(-1, a.shape[3])
          return try dot(places.T, places)
        }
        return try (gram(a_S[l]) - gram(a)).squared().sum() / Double(4 * a.count * a.count)
      }
      let found = try C4W4.totalCostBackward(a_C, a_S, a_G, [0.25, 0.75], 3, 2)
      try expect(
        found.map(\.shape) == a_G.map(\.shape),
        Phrase("a gradient for each layer, in its shape", zh: "每层一个梯度，形状与该层相同"))
      let first = try (0..<8).map { k in
        try slope(at: k, of: a_G[0]) { try 2 * 0.25 * style(0, $0) }
      }
      let second = try (0..<6).map { k in
        try slope(at: k, of: a_G[1]) {
          try 2 * 0.75 * style(1, $0) + 3 * (a_C - $0).squared().sum() / 24
        }
      }
      let slopes = [
        try Tensor(first).reshaped(1, 2, 2, 2), try Tensor(second).reshaped(1, 1, 2, 3),
      ]
      try expect(
        found, equals: slopes, within: Tolerance(relative: 1e-5, absolute: 1e-7),
        Phrase(
          "the slopes of 3 · J_content + 2 · J_style, layer by layer",
          zh: "3 · J_content + 2 · J_style 的导数，逐层比较"))
    }
  }

  func testTheContentActsInTheLastLayerOnly() throws {
    try grade(2) {
      let a = [Tensor.ones(1, 2, 2, 2), Tensor.ones(1, 1, 1, 2)]
      let found = try C4W4.totalCostBackward(.zeros(1, 1, 1, 2), a, a, [0.5, 0.5], 8, 5)
      try expect(
        found, equals: [Tensor.zeros(1, 2, 2, 2), Tensor([[[[2, 2]]]])], within: .standard,
        Phrase("the styles are equal, so only the content is left", zh: "风格相同，只剩下内容"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W4.totalCostBackward.expectToAgreeWithReference() }
  }
}

final class GenerateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.generate }

  private struct Case {
    let content, style: Tensor
    let filters: [Tensor]
  }

  /// As Tests/Peers/faces_and_style.py draws it.
  private static let drawn = {
    var random = RandomState(seed: 5)
    // Some pixels are 0 or 1.
    func pixels() -> Tensor { minimum(maximum(1.6 * random.rand(1, 5, 5, 2) - 0.3, 0), 1) }
    let (content, style) = (pixels(), pixels())
    return Case(
      content: content, style: style,
      filters: [0.6 * random.randn(2, 2, 2, 3), 0.6 * random.randn(2, 2, 3, 2)])
  }()

  func testKnownValues() throws {
    try grade(5) {
      // Tests/Peers/faces_and_style.py, whose gradients are central differences.
      let found = try C4W4.generate(
        Self.drawn.content, Self.drawn.style, Self.drawn.filters, [0.75, 0.5], 2, 4, 0.5, 4)
      try expect(
        found.costs, equals: [0.045_173_4, 0.041_924_2, 0.040_120_7, 0.038_776_2],
        within: .digits(6))
      try expect(
        found.picture.entry(0).entry(2).flattened,
        equals: Tensor([
          0.694_340_3, 0.097_431_3, 0.130_267_9, 0.105_416_4, 0.233_832, 0, 0.003_114_3,
          0.991_059_2,
          1, 0.021_267_1,
        ]), within: .digits(6),
        Phrase("the middle row of pixels", zh: "中间一行像素"))
    }
  }

  func testWithoutAStepItIsTheContentPicture() throws {
    try grade(1) {
      try expect(
        C4W4.generate(
          Self.drawn.content, Self.drawn.style, Self.drawn.filters, [1, 1], 1, 1, 0.1, 0),
        equals: StyleTransfer(picture: Self.drawn.content, costs: []))
    }
  }

  func testItsOwnStyleChangesNothing() throws {
    try grade(2) {
      let found = try C4W4.generate(
        Self.drawn.content, Self.drawn.content, Self.drawn.filters, [1, 1], 1, 1, 0.5, 3)
      try expect(
        found, equals: StyleTransfer(picture: Self.drawn.content, costs: [0, 0, 0]),
        within: Tolerance(relative: 1e-9, absolute: 1e-12),
        Phrase(
          "the content picture is its own style: the cost is 0 and nothing moves",
          zh: "内容图像就是自己的风格：代价为 0，什么也不动"))
    }
  }

  func testTheCostFallsAndPixelsStayBetweenZeroAndOne() throws {
    try grade(3) {
      let found = try C4W4.generate(
        Self.drawn.content, Self.drawn.style, Self.drawn.filters, [0.5, 0.5], 2, 4, 0.5, 12)
      try expect(
        found.costs.count == 12 && found.costs[11] < found.costs[0],
        Phrase("after 11 steps the cost is lower", zh: "11 步之后代价变小"))
      try expect(
        found.picture.elements.allSatisfy { (0...1).contains($0) },
        Phrase("every pixel is from 0 to 1", zh: "每个像素都在 0 到 1 之间"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W4.generate.expectToAgreeWithReference() }
  }
}
