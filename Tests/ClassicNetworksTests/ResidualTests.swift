import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

/// The numbers of Tests/Peers/classic_networks.py, drawn with seed 1.
private enum Small {
  static let block = drawn.block
  static let A_prev = drawn.A_prev
  static let dA2 = drawn.dA2

  private static let drawn = {
    var random = RandomState(seed: 1)
    let first = LayerParameters(W: random.randn(3, 2), b: random.randn(3, 1))
    let second = LayerParameters(W: random.randn(2, 3), b: random.randn(2, 1))
    return (block: [first, second], A_prev: random.randn(2, 3), dA2: random.randn(2, 3))
  }()
}

/// The output of a block, computed with tensor operations.
private func value(
  _ A_prev: Tensor, _ block: [LayerParameters], _ hasShortcut: Bool
) throws -> Tensor {
  let A1 = maximum(0, try dot(block[0].W, A_prev) + block[0].b)
  let Z2 = try dot(block[1].W, A1) + block[1].b
  return maximum(0, hasShortcut ? try Z2 + A_prev : Z2)
}

final class ResidualForwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.residualForward }

  func testKnownValues() throws {
    try grade(2) {
      let pass = try C4W2.residualForward(Small.A_prev, Small.block, true)
      try expect(
        pass.Z2,
        equals: Tensor([
          [-4.366_453_879_275_355, -1.377_462_788_090_359_8, -1.633_531_663_826_176_3],
          [1.540_767_072_414_964_5, -0.531_307_378_627_387_6, -0.862_385_241_391_015_4],
        ]))
      try expect(
        pass.A2,
        equals: Tensor([
          [0, 0, 0], [0.440_147_895_202_043_2, 0.613_416_331_212_226_5, 0.039_205_479_201_780_19],
        ]))
      try expect(
        C4W2.residualForward(Small.A_prev, Small.block, false).A2,
        equals: Tensor([[0, 0, 0], [1.540_767_072_414_964_5, 0, 0]]))
    }
  }

  func testWithWeightsOfZeroTheBlockIsTheIdentity() throws {
    try grade(3) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let A_prev = random.rand(4, 5)
      let zeros = [
        LayerParameters(W: .zeros(3, 4), b: .zeros(3, 1)),
        LayerParameters(W: .zeros(4, 3), b: .zeros(4, 1)),
      ]
      try expect(
        C4W2.residualForward(A_prev, zeros, true).A2, equals: A_prev, within: .exact,
        Phrase(
          "with weights of zero and a shortcut, nonnegative inputs pass through unchanged",
          zh: "权重为零且有跳跃连接时，非负的输入原样输出"))
      try expect(
        C4W2.residualForward(A_prev, zeros, false).A2, equals: A_prev * 0, within: .exact,
        Phrase("without a shortcut nothing remains", zh: "没有跳跃连接时，什么也不剩"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W2.residualForward.expectToAgreeWithReference() }
  }
}

final class ResidualBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.residualBackward }

  func testKnownValues() throws {
    try grade(3) {
      // The values are central differences, accurate to eight digits.
      let pass = try C4W2.residualForward.reference(Small.A_prev, Small.block, true)
      try expect(
        C4W2.residualBackward(Small.dA2, Small.A_prev, Small.block, pass, true),
        equals: ResidualGradients(
          dA_prev: Tensor([
            [-0.081_144_72, 0.490_078_26, 0.140_297_51],
            [0.122_901_92, -1.120_341_34, -0.320_726_54],
          ]),
          layers: [
            LayerGradients(
              dW: Tensor([
                [0.009_430_85, 0.126_545_26], [-0.013_810_62, -0.017_315_13],
                [0.040_770_43, 0.051_116_12],
              ]), db: Tensor.column([0.142_567_27, 0.015_732_18, -0.046_443_06])),
            LayerGradients(
              dW: Tensor([[0, 0, 0], [-0.578_930_44, -0.036_186_38, -0.085_713_94]]),
              db: Tensor.column([0, -0.442_182_58])),
          ]), within: .digits(7))
    }
  }

  func testGradientsAreTheSlopes() throws {
    try grade(5) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      for hasShortcut in [true, false] {
        let block = [
          LayerParameters(W: random.randn(4, 3), b: random.randn(4, 1)),
          LayerParameters(W: random.randn(3, 4), b: random.randn(3, 1)),
        ]
        let A_prev = random.randn(3, 4)
        let dA2 = random.randn(3, 4)
        let pass = try C4W2.residualForward.reference(A_prev, block, hasShortcut)
        // There is no slope at a kink, but such draws are rare.
        let arguments = try pass.Z1.elements + (hasShortcut ? pass.Z2 + A_prev : pass.Z2).elements
        guard arguments.allSatisfy({ abs($0) > 1e-3 }) else { continue }
        let found = try C4W2.residualBackward(dA2, A_prev, block, pass, hasShortcut)
        try expect(found.dA_prev.shape, equals: [3, 4])
        try expect(found.layers.map(\.dW.shape), equals: [[4, 3], [3, 4]])
        let near = Tolerance(relative: 1e-5, absolute: 1e-7)
        for place in 0..<12 {
          try expect(
            found.dA_prev.elements[place],
            equals: slope(at: place, of: A_prev) {
              try (dA2 * value($0, block, hasShortcut)).sum()
            }, within: near,
            Phrase(
              "dA_prev is the derivative along both paths: through the layers and around them",
              zh: "dA_prev 是导数，两条路都算：穿过两层的，和绕过去的"))
          let slope1 = try slope(at: place, of: block[0].W) {
            try
              (dA2 * value(A_prev, [LayerParameters(W: $0, b: block[0].b), block[1]], hasShortcut))
              .sum()
          }
          try expect(
            found.layers[0].dW.elements[place], equals: slope1 / 4, within: near,
            Phrase("dW1 is the slope, divided by m", zh: "dW1 是导数除以 m"))
        }
      }
    }
  }

  func testThroughABlockOfZerosTheGradientComesBackAsItIs() throws {
    try grade(3) {
      let zeros = LayerParameters(W: .zeros(3, 3), b: .zeros(3, 1))
      var random = RandomState(seed: 6)
      let (A_prev, dA2) = (random.rand(3, 4) + 0.1, random.randn(3, 4))
      let pass = try C4W2.residualForward.reference(A_prev, [zeros, zeros], true)
      try expect(
        C4W2.residualBackward(dA2, A_prev, [zeros, zeros], pass, true).dA_prev, equals: dA2,
        within: .standard,
        Phrase(
          "the shortcut brings the whole gradient back, however small the weights are",
          zh: "不管权重多小，跳跃连接都把整个梯度传回来"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W2.residualBackward.expectToAgreeWithReference() }
  }
}
