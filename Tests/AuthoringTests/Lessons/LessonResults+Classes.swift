import Coursework
import Datasets
import Syllabus
import Tensors

extension LessonResults {
  static let classes: [String: Computation] = [
    "C2W3a.example": {
      let z = [5.0, 2, -1, 3]
      let powers = z.map { exp($0) }
      let A = try C2W3a.softmax.reference(.column(z)).elements
      let pairs = zip(powers, A).flatMap { [$0, $1] }
      return pairs + [powers.reduce(0, +), A.reduce(0, +)]
    },
    "C2W3a.clothes": {
      let costs = try Clothes.trained.get().costs
      return [0, 1, 9, 29].map { costs[$0] }
    },
    "C2W3a.accuracies": { try Clothes.accuracies(Clothes.trained.get().parameters) + [10] },
    "C2W3a.alone": { try Clothes.accuraciesOfSoftmaxAlone() },
    "C2W3a.others": {
      try [8, 64, 256].flatMap { units in
        let run = units == 64 ? try Clothes.trained.get() : try Clothes.train(units)
        return [run.costs[29]] + (try Clothes.accuracies(run.parameters))
      }
    },
  ]
}

/// The softmax classifier for ten classes of clothes.
private enum Clothes {
  static let trained = Result { try train(64) }

  static func train(_ units: Int) throws -> SoftmaxTraining {
    let training = try FashionMNIST.train
    return try C2W3a.model.reference(
      training.flattened().X, training.oneHot(classes: 10), units, 0.001, 64, 30, 1)
  }

  /// The accuracies in percent without a hidden layer, after 30 epochs of Adam from zero weights.
  static func accuraciesOfSoftmaxAlone() throws -> [Double] {
    let training = try FashionMNIST.train
    let (X, Y) = (try training.flattened().X, try training.oneHot(classes: 10))
    var layer = [LayerParameters(W: .zeros(10, X.rows), b: .zeros(10, 1))]
    var adam = AdamOptimizer(layer)
    for epoch in 0..<30 {
      for batch in try MiniBatches.shuffled(X, Y, 64, 2 + UInt32(epoch)) {
        let A = try C2W3a.softmax.reference(dot(layer[0].W, batch.X) + layer[0].b)
        let dZ = try C2W3a.softmaxBackward.reference(A, batch.Y)
        let gradients = LayerGradients(
          dW: try dot(dZ, batch.X.T) / Double(batch.X.columns),
          db: try dZ.mean(axis: 1, keepingDimensions: true))
        layer = try adam.step(layer, [gradients], 0.001)
      }
    }
    return try [FashionMNIST.train, FashionMNIST.test].map { images in
      let data = try images.flattened()
      let answers = try C2W3a.predictClasses.reference(dot(layer[0].W, data.X) + layer[0].b)
      return try LessonResults.percent(answers.reshaped(1, -1), data.Y)
    }
  }

  /// The accuracies on the training set and the test set, in percent.
  static func accuracies(_ parameters: [LayerParameters]) throws -> [Double] {
    try [FashionMNIST.train, FashionMNIST.test].map { images in
      let data = try images.flattened()
      let scores = try C2W3a.forwardPropagation.reference(data.X, parameters).Z2
      return try LessonResults.percent(
        C2W3a.predictClasses.reference(scores).reshaped(1, -1), data.Y)
    }
  }
}
