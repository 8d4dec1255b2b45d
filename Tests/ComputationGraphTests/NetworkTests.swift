import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import Text

final class CostAndGradientsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.costAndGradients }

  func testKnownValues() throws {
    try grade(5) {
      // Tests/Peers/computation_graph.py
      try expect(
        C2W3c.costAndGradients(TwoOutputs.X, TwoOutputs.Y, TwoOutputs.parameters),
        equals: CostAndGradients(
          cost: 1.901_243_906_250_354_6,
          gradients: ShallowGradients(
            dW1: Tensor([
              [0.119_500_571_601_207, -0.104_401_733_781_141_62],
              [-0.506_371_934_586_039, 0.591_167_804_733_679_9],
              [-0.088_604_964_774_070_6, 0.082_453_919_034_046_28],
            ]),
            db1: Tensor.column([
              0.154_583_178_168_882_37, -0.687_817_453_678_658_4, -0.113_551_233_661_528_38,
            ]),
            dW2: Tensor([
              [-0.058_727_401_666_020_494, 0.147_842_279_360_850_23, 0.335_786_273_183_484_5],
              [-0.246_797_600_115_783_4, 0.265_702_106_949_844_2, -0.122_647_592_113_579_56],
            ]),
            db2: Tensor.column([-0.353_387_194_873_693_36, -0.220_199_474_484_270_07]))))
    }
  }

  func testTheyAreThoseOfTheShallowNetwork() throws {
    try grade(4) {
      // What C1W3 derived by hand, on its flower.
      let flower = LabelledData.planarFlower()
      let parameters = try C1W3.initializeParameters.reference(2, 4, 1, 3)
      let pass = try C2W3c.costAndGradients(flower.X, flower.Y, parameters)
      let cache = try C1W3.forwardPropagation.reference(flower.X, parameters)
      try expect(pass.cost, equals: C1W3.computeCost.reference(cache.A2, flower.Y))
      try expect(
        pass.gradients,
        equals: C1W3.backwardPropagation.reference(parameters, cache, flower.X, flower.Y),
        within: .standard,
        Phrase(
          "the graph finds the gradients that C1W3 derived by hand", zh: "计算图求出的梯度，就是 C1W3 里手工推导的那些"
        ))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C2W3c.costAndGradients.expectToAgreeWithReference() }
  }
}

final class TrainByGraphTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.trainByGraph }

  func testThreeSteps() throws {
    try grade(3) {
      // Tests/Peers/computation_graph.py
      let training = try C2W3c.trainByGraph(
        TwoOutputs.X, TwoOutputs.Y, TwoOutputs.parameters, 3, 0.5)
      try expect(
        training.costs,
        equals: [1.901_243_906_250_354_6, 1.274_760_677_428_514_3, 1.009_646_332_412_193_6])
      try expect(
        training.parameters,
        equals: ShallowParameters(
          W1: Tensor([
            [-0.411_428_477_736_980_8, 0.792_195_308_373_456_6],
            [0.789_583_699_289_454_3, -1.346_795_244_312_659_6],
            [-2.409_739_213_341_332_7, 0.859_535_768_537_491],
          ]),
          b1: Tensor.column([
            1.005_474_031_472_003_6, -0.794_289_447_616_324, 1.731_610_657_551_797_8,
          ]),
          W2: Tensor([
            [-0.412_345_532_188_599_6, 2.618_756_605_213_301_6, 0.287_531_787_905_678_4],
            [-0.027_538_690_755_336_38, 0.876_795_429_153_571, 0.330_135_481_599_905_24],
          ]),
          b2: Tensor.column([0.411_152_519_141_978_7, 0.225_890_911_322_786_88])))
    }
  }

  func testPublishedCostAtTheStart() throws {
    try grade(2) {
      // The flower, four hidden units, seed 3.
      let flower = LabelledData.planarFlower()
      let start = try C1W3.initializeParameters.reference(2, 4, 1, 3)
      let training = try C2W3c.trainByGraph(flower.X, flower.Y, start, 2, 1.2)
      try expect(training.costs.first, equals: 0.693_162, within: .digits(6))
      try expect(training.costs.count, equals: 2)
    }
  }

  func testNoStepsLeaveTheStart() throws {
    try grade(1) {
      try expect(
        C2W3c.trainByGraph(TwoOutputs.X, TwoOutputs.Y, TwoOutputs.parameters, 0, 1),
        equals: GraphTraining(parameters: TwoOutputs.parameters, costs: []))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3c.trainByGraph.expectToAgreeWithReference() }
  }
}

/// A network with three hidden units and two outputs, and four examples, as the peer draws them.
enum TwoOutputs {
  static let (parameters, X): (ShallowParameters, Tensor) = {
    var random = RandomState(seed: 6)
    let W1 = random.randn(3, 2)
    let b1 = random.randn(3, 1)
    let W2 = random.randn(2, 3)
    let b2 = random.randn(2, 1)
    return (ShallowParameters(W1: W1, b1: b1, W2: W2, b2: b2), random.randn(2, 4))
  }()
  static let Y = Tensor([[0, 1, 1, 0], [1, 0, 1, 0]])
}
