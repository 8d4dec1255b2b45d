import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class LeNetForwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.leNetForward }

  func testKnownValues() throws {
    try grade(4) {
      let (parameters, X) = smallNetwork()
      let activations = try C4W1.leNetForward(parameters, X)
      try expect(
        [activations.Z1.shape, activations.P1.shape, activations.Z2.shape, activations.P2.shape],
        equals: [[2, 8, 8, 2], [2, 4, 4, 2], [2, 2, 2, 3], [2, 1, 1, 3]])
      try expect(
        [
          activations.Z1.mean(), activations.P1.mean(), activations.Z2.mean(),
          activations.P2.mean(),
        ],
        equals: [
          0.100_687_857_733_988_78, 0.757_346_383_917_819_7, 0.606_745_142_129_924_6,
          1.445_828_462_134_223_7,
        ])
      try expect(
        activations.A3,
        equals: Tensor([
          [0.710_986_717_889_692_4, 0.543_418_859_872_251_7],
          [0.066_583_173_577_269_85, 0.051_213_000_986_697_62],
          [0.222_430_108_533_037_82, 0.405_368_139_141_050_6],
        ]))
    }
  }

  func testProbabilitiesOfAnExampleAddUpToOne() throws {
    try grade(2) {
      var random = RandomState(seed: 9)
      let parameters = try LeNetParameters(
        height: 14, width: 14, filterSize: 3, filters: (2, 3), classes: 5, random: &random)
      // One picture, m = 1; and large scores, which must not overflow.
      let A3 = try C4W1.leNetForward(parameters, random.randn(1, 14, 14, 1) * 1000).A3
      try expect(A3.shape, equals: [5, 1])
      try expect(
        A3.sum(axis: 0), equals: Tensor([1]), within: .standard,
        Phrase(
          "the probabilities of an example add up to 1", zh: "一个样本的各类概率之和是 1"))
    }
  }

  func testAnExampleIsJudgedOnItsOwn() throws {
    try grade(1) {
      let (parameters, X) = smallNetwork()
      let both = try C4W1.leNetForward(parameters, X).A3
      let second = try C4W1.leNetForward(parameters, X.slice(axis: 0, 1..<2)).A3
      try expect(
        second, equals: both.column(1), within: .standard,
        Phrase(
          "the rest of the batch does not change an example's probabilities",
          zh: "同一批里的其他样本不应影响某个样本的概率"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W1.leNetForward.expectToAgreeWithReference(rounds: 4) }
  }
}

final class LeNetBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.leNetBackward }

  func testGradientsAreTheSlopesOfTheCost() throws {
    try grade(8) {
      let (parameters, X) = smallNetwork()
      let Y = Tensor([[1, 0], [0, 0], [0, 1]])
      let activations = try C4W1.leNetForward.reference(parameters, X)
      let gradients = try C4W1.leNetBackward(parameters, activations, X, Y)
      let fields: [(String, WritableKeyPath<LeNetParameters, Tensor>, [Int])] = [
        ("W3", \.W3, [0, 4, 8]), ("b3", \.b3, [0, 1, 2]), ("W2", \.W2, [0, 25, 53]),
        ("b2", \.b2, [0, 1, 2]), ("W1", \.W1, [0, 9, 17]), ("b1", \.b1, [0, 1]),
      ]
      for (name, field, places) in fields {
        try expect(gradients[keyPath: field].shape, equals: parameters[keyPath: field].shape)
        for place in places {
          let expected = try slope(at: place, of: parameters[keyPath: field]) { moved in
            var other = parameters
            other[keyPath: field] = moved
            let A3 = try C4W1.leNetForward.reference(other, X).A3
            return try -(Y * log(A3)).sum() / 2
          }
          try expect(
            gradients[keyPath: field].elements[place], equals: expected,
            within: Tolerance(relative: 1e-5, absolute: 1e-8),
            Phrase(
              "the gradient of \(name) says how much the cost grows when one of its numbers does",
              zh: "\(name) 的梯度表示其中某个数增加一点点时代价增加多少"))
        }
      }
    }
  }

  func testRightAnswersLeaveNothingToLearn() throws {
    try grade(2) {
      let (parameters, X) = smallNetwork()
      let activations = try C4W1.leNetForward.reference(parameters, X)
      let gradients = try C4W1.leNetBackward(parameters, activations, X, activations.A3)
      try expect(
        gradients, equals: parameters.combined(with: parameters) { w, _ in w * 0 },
        within: .standard,
        Phrase("A3 = Y leaves every gradient 0", zh: "A3 = Y 时所有梯度都是 0"))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C4W1.leNetBackward.expectToAgreeWithReference(rounds: 4) }
  }
}

/// A network for two pictures of 10 × 10 pixels, drawn as Tests/Peers/convolutional_network.py does.
private func smallNetwork() -> (parameters: LeNetParameters, X: Tensor) {
  var random = RandomState(seed: 4)
  let parameters = LeNetParameters(
    W1: random.randn(3, 3, 1, 2) * 0.3, b1: random.randn(1, 1, 1, 2) * 0.3,
    W2: random.randn(3, 3, 2, 3) * 0.3, b2: random.randn(1, 1, 1, 3) * 0.3,
    W3: random.randn(3, 3) * 0.3, b3: random.randn(3, 1) * 0.3)
  return (parameters, random.randn(2, 10, 10, 1))
}
