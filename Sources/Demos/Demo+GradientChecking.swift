import Coursework
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// The published network of 47 parameters: compares the learner's backward pass with the
  /// derivatives that the learner's check finds, for each parameter and for a series of ε.
  static let gradientChecking = Demo(
    week: "C2W1c",
    summary: Phrase(
      "your backward pass and the numerical derivatives of the cost",
      zh: "你的反向传播与代价的数值导数对照"),
    choices: [.seed, .layers]
  ) { options in
    let checked = try CheckedNetwork(
      layers: options.layers ?? [5, 3, 1],
      seed: UInt32(truncatingIfNeeded: options.seed ?? 1))
    let own = try C2W1c.backward(checked.X, checked.Y, checked.parameters, 0)
    let right = try ThreeLayerNetwork.backward(
      checked.X, checked.Y, ThreeLayerNetwork.forward(checked.X, checked.parameters),
      checked.parameters)

    let usual = 1e-7
    let (difference, numerical) = try checked.check(own, usual)
    let suspects = try C2W1c.suspects(own, numerical, 1e-5)
    var report = DemoReport(title: "")
    report.magnitudes = .init(
      title: Phrase("relative difference, part by part", zh: "各部分的相对差异")(.current),
      names: own.named.map(\.name), values: try own.differences(from: numerical))

    // From 1e-2 to 1e-12, three for each power of ten.
    let epsilons = (-36 ... -6).map { Tensors.pow(10.0, Double($0) / 3) }
    var curves: [(name: Phrase, gradients: ThreeLayerGradients, differences: [Double])] = [
      (Phrase("your backward pass", zh: "你的反向传播"), own, [])
    ]
    if !suspects.isEmpty {
      curves.append((Phrase("a right one", zh: "正确的反向传播"), right, []))
    }
    for index in curves.indices {
      curves[index].differences = try epsilons.map {
        try checked.check(curves[index].gradients, $0).difference
      }
    }
    report.relation = .init(
      title: Phrase("what ε does to the difference", zh: "ε 对差异的影响")(.current),
      xLabel: "ε", yLabel: Phrase("relative difference", zh: "相对差异")(.current), x: epsilons,
      curves: curves.map { .init(name: $0.name(.current), y: $0.differences) })
    report.notes = [
      verdict(difference, epsilon: usual)(.current), sentence(suspects)(.current),
    ]
    return report
  }

  /// The verdict on a difference, in the words of the lesson's table.
  private static func verdict(_ difference: Double, epsilon: Double) -> Phrase {
    let number = difference.text(digits: 3)
    let head = Phrase(
      "difference with ε = \(epsilon): \(number): ", zh: "ε = \(epsilon) 时的差异：\(number)：")
    let tail =
      switch difference {
      case ..<1e-6: Phrase("only rounding is left", zh: "只剩舍入误差")
      case ..<1e-3: Phrase("look again", zh: "请再检查一遍")
      default: Phrase("there is a mistake", zh: "有错误")
      }
    return Phrase(head(.english) + tail(.english), zh: head(.chinese) + tail(.chinese))
  }

  private static func sentence(_ suspects: [String]) -> Phrase {
    let names = suspects.joined(separator: ", ")
    return suspects.isEmpty
      ? Phrase("no suspects: both planted mistakes are gone", zh: "没有可疑的部分：预埋的两处错误都已改正")
      : Phrase("suspects: \(names)", zh: "可疑的部分：\(names)")
  }
}

/// Three examples and a network, generated as in the published check.
private struct CheckedNetwork {
  let X: Tensor
  let Y = Tensor([[1, 1, 0]])
  let parameters: ThreeLayerParameters
  private let sizes: [Int]

  init(layers: [Int], seed: UInt32) throws {
    var random = RandomState(seed: seed)
    X = random.randn(4, 3)
    sizes = [4] + layers
    parameters = try ThreeLayerParameters(
      layers: zip(sizes, layers).map { before, units in
        LayerParameters(W: random.randn(units, before), b: random.randn(units, 1))
      })
  }

  /// Runs the learner's gradient check, and returns the numerical derivatives in the form of the
  /// gradients.
  func check(
    _ ours: ThreeLayerGradients, _ epsilon: Double
  ) throws -> (difference: Double, numerical: ThreeLayerGradients) {
    let check = try C2W1c.gradientCheck(X, Y, parameters, ours, 0, epsilon)
    let slopes = try C2W1c.parametersFromVector(check.numerical, sizes)
    return (
      check.difference,
      ThreeLayerGradients(
        dW1: slopes.W1, db1: slopes.b1, dW2: slopes.W2, db2: slopes.b2, dW3: slopes.W3,
        db3: slopes.b3)
    )
  }
}

extension ThreeLayerGradients {
  /// The six groups of parameters in the order of θ.
  fileprivate var named: [(name: String, values: Tensor)] {
    [
      ("dW1", dW1), ("db1", db1), ("dW2", dW2), ("db2", db2), ("dW3", dW3), ("db3", db3),
    ]
  }

  /// The relative difference of each group by itself; 0 where both are zero.
  fileprivate func differences(from numerical: ThreeLayerGradients) throws -> [Double] {
    try zip(named, numerical.named).map { own, slope in
      let sum = own.values.norm() + slope.values.norm()
      return sum > 0 ? try (own.values - slope.values).norm() / sum : 0
    }
  }
}
