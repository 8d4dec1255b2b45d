import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class BatchNormBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.batchNormBackward }

  func testKnownValues() throws {
    try grade(4) {
      var random = RandomState(seed: 1)
      let (Z, gamma, beta) = (random.randn(3, 4), random.randn(3, 1), random.randn(3, 1))
      let pass = try C2W3b.batchNormForward.reference(Z, gamma, beta, 0.1)
      try expect(
        C2W3b.batchNormBackward(random.randn(3, 4), pass, gamma, 0.1),
        equals: BatchNormGradients(
          dZ: Tensor([
            [
              -0.055_131_726_199_471_424, -0.098_702_508_104_861_7, 0.394_695_854_812_362_1,
              -0.240_861_620_508_028_92,
            ],
            [
              -0.075_414_187_123_955_24, -0.124_269_707_947_801_52, -0.034_776_263_483_125_97,
              0.234_460_158_554_882_75,
            ],
            [
              0.145_017_619_073_205_57, -0.657_648_172_704_273_4, 0.220_210_891_063_178_18,
              0.292_419_662_567_889_65,
            ],
          ]),
          dgamma: Tensor.column([
            -0.767_067_568_666_061_8, 1.200_185_706_337_640_2, -1.064_215_366_897_974_1,
          ]),
          dbeta: Tensor.column([
            0.669_133_493_058_108, 1.621_213_149_584_742_4, -0.796_192_272_665_546_8,
          ])))
    }
  }

  func testGradientsAreTheSlopes() throws {
    try grade(6) {
      var random = RandomState(seed: 8)
      let (Z, gamma, beta) = (2 * random.randn(2, 5), random.randn(2, 1), random.randn(2, 1))
      let (dZ_tilde, epsilon) = (random.randn(2, 5), 0.05)
      // A function of Z̃ whose derivative is dZ̃.
      func value(_ Z: Tensor, _ gamma: Tensor, _ beta: Tensor) throws -> Double {
        let Z_tilde = try C2W3b.batchNormForward.reference(Z, gamma, beta, epsilon).Z_tilde
        return try (dZ_tilde * Z_tilde).sum()
      }
      let gradients = try C2W3b.batchNormBackward(
        dZ_tilde, C2W3b.batchNormForward.reference(Z, gamma, beta, epsilon), gamma, epsilon)
      try expect(
        [gradients.dZ.shape, gradients.dgamma.shape, gradients.dbeta.shape],
        equals: [[2, 5], [2, 1], [2, 1]])
      let near = Tolerance(relative: 1e-5, absolute: 1e-8)
      for place in 0..<10 {
        try expect(
          gradients.dZ.elements[place],
          equals: slope(at: place, of: Z) { try value($0, gamma, beta) }, within: near,
          Phrase(
            "one z moves μ and σ² of the whole batch, and all of Z̃ with them",
            zh: "动一个 z，整批的 μ 和 σ² 都会动，整个 Z̃ 也随之而动"))
      }
      for place in 0..<2 {
        try expect(
          gradients.dgamma.elements[place],
          equals: slope(at: place, of: gamma) { try value(Z, $0, beta) }, within: near,
          Phrase("dγ is the slope with respect to γ", zh: "dγ 是对 γ 的导数"))
        try expect(
          gradients.dbeta.elements[place],
          equals: slope(at: place, of: beta) { try value(Z, gamma, $0) }, within: near,
          Phrase("dβ is the slope with respect to β", zh: "dβ 是对 β 的导数"))
      }
    }
  }

  func testGradientsOfAUnitAddUpToZero() throws {
    try grade(4) {
      var random = RandomState(seed: 9)
      let (Z, gamma) = (random.randn(3, 6) + 2, random.randn(3, 1))
      let pass = try C2W3b.batchNormForward.reference(Z, gamma, Tensor.zeros(3, 1), 0)
      let dZ = try C2W3b.batchNormBackward(random.randn(3, 6), pass, gamma, 0).dZ
      try expect(
        dZ.sum(axis: 1), equals: Tensor([0, 0, 0]), within: Tolerance(absolute: 1e-9),
        Phrase(
          "a constant added to all z of a unit changes nothing, so a row of dZ adds up to 0",
          zh: "给一个单元的所有 z 都加上常数，结果不变，所以 dZ 的每一行加起来是 0"))
      try expect(
        (dZ * pass.Z_norm).sum(axis: 1), equals: Tensor([0, 0, 0]),
        within: Tolerance(absolute: 1e-9),
        Phrase(
          "with ε = 0 stretching all z of a unit changes nothing, so Σ dZ Ẑ is 0",
          zh: "ε = 0 时，把一个单元的所有 z 同比放大，结果不变，所以 Σ dZ Ẑ 是 0"))
    }
  }

  func testFreshInputs() throws {
    try grade(6) { try C2W3b.batchNormBackward.expectToAgreeWithReference() }
  }
}
