import Coursework
import Datasets
import Syllabus
import Tensors

extension LessonResults {
  static let course1: [String: Computation] = [
    "C1W2.derivative": {
      let (a, moved) = (3.0, 3.001)
      let difference = moved * moved - a * a
      return [moved, difference, difference / (moved - a), moved * moved]
    },
    "C1W2.softmax": {
      let row = try C1W2.softmax.reference(Tensor([[1000, 1001, 1002]])).elements
      let powers = [-2.0, -1, 0].map { exp($0) }
      return powers + [powers.reduce(0, +)] + row
    },
    "C1W2.losses": {
      let answers = [0.9, 0.6, 0.5, 0.1, 0.01, 0.001]
      // The loss of one example with x = 1, y = 1 and the weight that produces the answer.
      let losses = try answers.map { a in
        try C1W2.propagate.reference(Tensor([[0]]), log(a / (1 - a)), Tensor([[1]]), Tensor([[1]]))
          .cost
      }
      return answers + losses + answers.map { (1 - $0) * (1 - $0) }
    },
    "C1W2.twoExamples": {
      let z = try dot(TwoExamples.w.T, TwoExamples.X)
      let a = try C1W2.sigmoid.reference(z)[0, 1]
      let pass = try C1W2.propagate.reference(TwoExamples.w, 0, TwoExamples.X, TwoExamples.Y)
      return [0.5, 0.25, 0.5, 0.25, z[0, 1], 0.5, a]
        + [0.5, -log(0.5), a, -log(1 - a), pass.cost] + [0.5, 0.5 - 1, a, a]
        + [-0.5, a, pass.dw[0, 0], -0.5, a, pass.dw[1, 0], -0.5, a, pass.db]
    },
    "C1W2.threeSteps": { [0.1] + (try TwoExamples.costs(steps: 3, rate: 0.1)) },
    "C1W2.oneStep": { [try TwoExamples.costs(steps: 1, rate: 0.1)[1]] },
    "C1W2.certain": {
      var w = TwoExamples.w * 20
      var b = 0.0
      let crossEntropies = try TwoExamples.costs(steps: 40, rate: 0.1, from: w)
      var squares: [Double] = []
      for _ in 0...40 {
        let A = try C1W2.sigmoid.reference(dot(w.T, TwoExamples.X) + b)
        let error = try A - TwoExamples.Y
        squares.append(error.squared().mean())
        let dZ = try error * A * (1 - A) * 2
        w = try w - dot(TwoExamples.X, dZ.T) * (0.1 / 2)
        b -= 0.1 * dZ.mean()
      }
      return [crossEntropies[0], crossEntropies[40], squares[0], squares[40]]
    },
    "C1W2.rates": {
      let data = try FashionMNIST.pair(of: 7, and: 9)
      return try [0.005, 0.05, 0.1, 0.5].flatMap { rate in
        let model = try C1W2.model.reference(
          data.training.X, data.training.Y, data.test.X, data.test.Y, 2000, rate)
        return [rate, model.trainAccuracy, model.testAccuracy, model.costs[19]]
      }
    },
    "C1W2.reshape": {
      let data = try FashionMNIST.pair(of: 7, and: 9)
      func accuracies(mixed: Bool, _ rate: Double) throws -> [Double] {
        let X = try [data.training.X, data.test.X].map {
          // Restores the order of one picture after another, as in memory, and splits it wrongly.
          mixed ? try $0.T.reshaped($0.rows, $0.columns) : $0
        }
        let model = try C1W2.model.reference(
          X[0], data.training.Y, X[1], data.test.Y, 2000, rate)
        return [model.trainAccuracy, model.testAccuracy]
      }
      return [0.005] + (try accuracies(mixed: false, 0.005))
        + (try accuracies(mixed: true, 0.005)) + (try accuracies(mixed: true, 0.5))
    },
    "C1W3.forward": {
      let cache = try TwoUnits.cache()
      let J = try C1W3.computeCost.reference(cache.A2, TwoUnits.Y)
      return try [0, 1].flatMap {
        try cache.Z1.numbers(inRow: $0) + cache.A1.numbers(inRow: $0)
      } + cache.Z2.elements + cache.A2.elements + [cache.A2[0, 0], 1 - cache.A2[0, 1], J]
    },
    "C1W3.backward": {
      let cache = try TwoUnits.cache()
      let gradients = try C1W3.backwardPropagation.reference(
        TwoUnits.parameters, cache, TwoUnits.X, TwoUnits.Y)
      let dZ2 = try cache.A2 - TwoUnits.Y
      let dZ1 =
        try dot(TwoUnits.parameters.W2.T, dZ2)
        * C1W3.tanhDerivative.reference(cache.A1)
      return try dZ2.elements + gradients.dW2.elements + gradients.db2.elements
        + [0, 1].flatMap {
          try dZ1.numbers(inRow: $0) + [gradients.dW1[$0, 0], gradients.db1[$0, 0]]
        }
    },
    "C1W3.byHand": {
      let gradients = try C1W3.backwardPropagation.reference(
        TwoUnits.parameters, TwoUnits.cache(), TwoUnits.X, TwoUnits.Y)
      let dZ1 =
        try dot(TwoUnits.parameters.W2.T, TwoUnits.cache().A2 - TwoUnits.Y)
        * C1W3.tanhDerivative.reference(TwoUnits.cache().A1)
      return [dZ1[0, 0], dZ1[0, 1], gradients.dW1[0, 0]]
    },
    "C1W3.line": {
      let data = Flower.data
      let line = try C1W2.model.reference(data.X, data.Y, data.X, data.Y, 2000, 0.05)
      return [line.trainAccuracy, try Flower.accuracy(Flower.model(4, steps: 10_000))]
    },
    "C1W3.sigmoid": {
      [try Flower.model(4, steps: 1001).costs[1], try Flower.costOfHiddenSigmoids(after: 20_000)]
    },
    "C1W3.exclusiveOr": {
      [
        0.01, try ExclusiveOr.cost(weights: 0.01, after: 10_000),
        try ExclusiveOr.cost(weights: 1, after: 1000),
      ]
    },
    "C1W3.costs": { Array(try Flower.model(4, steps: 10_000).costs.prefix(7)) },
    "C1W3.units": {
      try [1, 2, 3, 4, 5, 20, 50].map { try Flower.accuracy(Flower.model($0, steps: 5000)) }
    },
    "C1W3.rates": {
      try [0.1, 1.2, 10].flatMap { rate in
        let model = try Flower.model(4, steps: 10_000, rate: rate)
        let numbers = try [model.costs[1], model.costs[9], Flower.accuracy(model)]
        return rate == 10 ? numbers : [rate] + numbers
      }
    },
    "C1W4.starts": {
      let deep = try Shoes.deep([784, 20, 7, 5, 1], steps: 401)
      let faded = try Shoes.costs(from: .oneHundredth, steps: 401)
      return deep.costs + [0.01] + faded
    },
    "C1W4.faded": {
      let AL = try Shoes.first(.oneHundredth).AL
      return [AL.min(), AL.max()]
    },
    "C1W4.byHand": { try ThreeLayersByHand.numbers() },
    "C1W4.depths": {
      let (X, Y) = try (Shoes.training.X, Shoes.training.Y)
      let models = [
        try C1W4.twoLayerModel.reference(X, Y, 7, 401, 0.05, 1),
        try Shoes.deep([784, 20, 7, 5, 1], steps: 401),
      ]
      return try models.flatMap { [$0.costs[4]] + (try Shoes.accuracies($0)) }
    },
    "C1W4.checklist": { try Shoes.checklist() },
    "C1W4.sizes": {
      try [[784, 1], [784, 20, 20, 20, 20, 20, 1]].flatMap { sizes in
        let model = try Shoes.deep(sizes, steps: 401)
        return [model.costs[4]] + (try Shoes.accuracies(model))
      }
    },
    "C1W4.alike": {
      let data = try FashionMNIST.pair(of: 6, and: 4)
      return [0.05]
        + (try [[784, 1], [784, 20, 7, 5, 1]].flatMap { sizes in
          let model = try C1W4.deepModel.reference(
            data.training.X, data.training.Y, sizes, 2501, 0.05, 1)
          return try [data.training, data.test].map {
            try percent(C1W4.predict.reference(model.parameters, $0.X), $0.Y)
          }
        })
    },
    "C1W4.largest": {
      try [WeightScaling.oneHundredth, .byInputs].flatMap { scaling in
        try Shoes.first(scaling).caches.map { $0.linear.A.max() }
      }
    },
  ]
}

/// The two examples of the first week.
private enum TwoExamples {
  static let X = Tensor([[1, 3], [2, -1]])
  static let Y = Tensor([[1, 0]])
  static let w = Tensor([[0.5], [-0.25]])

  /// The costs before the first step and after each.
  static func costs(steps: Int, rate: Double, from start: Tensor = w) throws -> [Double] {
    var (w, b) = (start, 0.0)
    return try (0...steps).map { _ in
      let pass = try C1W2.propagate.reference(w, b, X, Y)
      w = try w - pass.dw * rate
      b -= pass.db * rate
      return pass.cost
    }
  }
}

/// Two examples and two hidden units.
private enum TwoUnits {
  static let X = Tensor([[1, 2]])
  static let Y = Tensor([[1, 0]])
  static let parameters = ShallowParameters(
    W1: Tensor([[0.5], [-1]]), b1: Tensor([[0], [0.5]]), W2: Tensor([[1, -1]]), b2: Tensor([[0]]))

  static func cache() throws -> ShallowCache {
    try C1W3.forwardPropagation.reference(X, parameters)
  }
}

private enum Flower {
  static let data = LabelledData.planarFlower()

  static func model(_ hiddenUnits: Int, steps: Int, rate: Double = 1.2) throws -> ShallowModel {
    try C1W3.model.reference(data.X, data.Y, hiddenUnits, steps, rate, 3)
  }

  static func accuracy(_ model: ShallowModel) throws -> Double {
    try LessonResults.percent(C1W3.predict.reference(model.parameters, data.X), data.Y)
  }

  /// The cost with sigmoids instead of tanh, at α = 1.2 from seed 3.
  static func costOfHiddenSigmoids(after steps: Int) throws -> Double {
    let (X, Y, m) = (data.X, data.Y, Double(data.X.columns))
    var p = try C1W3.initializeParameters.reference(2, 4, 1, 3)
    func sigmoid(_ Z: Tensor) -> Tensor { 1 / (1 + exp(-Z)) }
    func forward() throws -> (A1: Tensor, A2: Tensor) {
      let A1 = sigmoid(try dot(p.W1, X) + p.b1)
      return (A1, sigmoid(try dot(p.W2, A1) + p.b2))
    }
    for _ in 0..<steps {
      let (A1, A2) = try forward()
      let dZ2 = try A2 - Y
      let dZ1 = try dot(p.W2.T, dZ2) * A1 * (1 - A1)
      p.W1 = try p.W1 - 1.2 / m * dot(dZ1, X.T)
      p.b1 = try p.b1 - 1.2 * dZ1.mean(axis: 1, keepingDimensions: true)
      p.W2 = try p.W2 - 1.2 / m * dot(dZ2, A1.T)
      p.b2 = try p.b2 - 1.2 * dZ2.mean(axis: 1, keepingDimensions: true)
    }
    return try C1W3.computeCost.reference(forward().A2, Y)
  }
}

/// (0,0) and (1,1) against (0,1) and (1,0), with four hidden units from seed 3 at α = 1.2.
private enum ExclusiveOr {
  static let X = Tensor([[0, 1, 0, 1], [0, 1, 1, 0]])
  static let Y = Tensor([[0, 0, 1, 1]])

  static func cost(weights size: Double, after steps: Int) throws -> Double {
    var p = try C1W3.initializeParameters.reference(2, 4, 1, 3)
    // They are drawn with a scale of 0.01.
    p.W1 *= size / 0.01
    p.W2 *= size / 0.01
    for _ in 0..<steps {
      let cache = try C1W3.forwardPropagation.reference(X, p)
      let gradients = try C1W3.backwardPropagation.reference(p, cache, X, Y)
      p = try C1W3.updateParameters.reference(p, gradients, 1.2)
    }
    return try C1W3.computeCost.reference(C1W3.forwardPropagation.reference(X, p).A2, Y)
  }
}
