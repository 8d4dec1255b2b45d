import Coursework
import Datasets
import Syllabus
import Tensors

extension LessonResults {
  static let batchNormalization: [String: Computation] = [
    "C2W3b.example": {
      let pass = try C2W3b.batchNormForward.reference(
        Tensor([[1, 2, 3, 6]]), Tensor([[2]]), Tensor([[1]]), 0)
      return [pass.variance[0, 0]]
        + (0..<4).flatMap { [pass.Z_norm[0, $0], pass.Z_tilde[0, $0]] }
    },
    "C2W3b.test": { try Trained.shares() },
    "C2W3b.rates": {
      try [0.01, 0.1, 0.3, 1].flatMap { rate in
        try [rate]
          + [false, true].flatMap { isNormalizing in
            let run = try Trained.run(isNormalizing, rate)
            return [run.costs[9], try Trained.accuracy(run)]
          }
      }
    },
    "C2W3b.small": {
      try [0.1] + [true, false].map { try Trained.run($0, 0.1, batch: 4).costs[9] }
    },
    "C2W3b.bytes": {
      try [false, true].flatMap { isNormalizing in
        let run = try Trained.run(isNormalizing, 0.1, scale: 255)
        return [run.costs[0], run.costs[9], try Trained.accuracy(run, scale: 255)]
      }
    },
  ]
}

/// Networks with two hidden layers, trained on ten classes of clothes.
private enum Trained {
  static func run(
    _ isNormalizing: Bool, _ rate: Double, scale: Double = 1, batch: Int = 50
  ) throws -> NormalizedTraining {
    let training = try FashionMNIST.train
    return try C2W3b.model.reference(
      training.flattened().X * scale, training.oneHot(classes: 10), [784, 64, 32, 10],
      isNormalizing, rate, batch, 10, 1)
  }

  static func accuracy(_ run: NormalizedTraining, scale: Double = 1) throws -> Double {
    let test = try FashionMNIST.test.flattened()
    return try LessonResults.percent(
      C2W3b.predictClasses.reference(test.X * scale, run.network, run.running).reshaped(1, -1),
      test.Y)
  }

  /// The accuracies with running statistics, and with those of several kinds of batches.
  static func shares() throws -> [Double] {
    let run = try run(true, 0.1)
    let test = try FashionMNIST.test
    let data = try test.flattened()
    var random = RandomState(seed: 1)
    let order = random.permutation(test.count)
    func share(_ batches: [[Int]]) throws -> Double {
      var right = 0.0
      for batch in batches {
        let scores = try C2W3b.forwardPropagation.reference(
          data.X.columns(at: batch), run.network, true
        ).Z
        let labels = Tensor(batch.map { Double(test.labels[$0]) })
        right += try (scores.argmax(axis: 0) .== labels).sum()
      }
      return 100 * right / Double(test.count)
    }
    func cut(_ size: Int) -> [[Int]] {
      stride(from: 0, to: order.count, by: size).map { Array(order[$0..<$0 + size]) }
    }
    let byClass = (0..<10).map { label in
      test.labels.indices.filter { test.labels[$0] == label }
    }
    return try [accuracy(run), share(cut(100)), share(cut(10)), share(cut(1)), share(byClass)]
  }
}
