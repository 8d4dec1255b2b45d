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
      return zip(powers, A).flatMap { [$0, $1] } + [powers.reduce(0, +), A.reduce(0, +)]
    },
    "C2W3a.clothes": {
      let costs = try Clothes.trained.get().costs
      return [0, 1, 9, 29].map { costs[$0] }
    },
    "C2W3a.accuracies": { try Clothes.accuracies(Clothes.trained.get().parameters) + [10] },
    "C2W3a.others": {
      try [8, 64, 256].flatMap { units in
        let run = units == 64 ? try Clothes.trained.get() : try Clothes.train(units)
        return [run.costs[29]] + (try Clothes.accuracies(run.parameters))
      }
    },
  ]
}

/// The softmax classifier of ten kinds of clothes.
private enum Clothes {
  static let trained = Result { try train(64) }

  static func train(_ units: Int) throws -> SoftmaxTraining {
    let training = try FashionMNIST.train
    return try C2W3a.model.reference(
      training.flattened().X, training.oneHot(classes: 10), units, 0.001, 64, 30, 1)
  }

  /// In percent, of the training set and of the test set.
  static func accuracies(_ parameters: [LayerParameters]) throws -> [Double] {
    try [FashionMNIST.train, FashionMNIST.test].map { images in
      let data = try images.flattened()
      let scores = try C2W3a.forwardPropagation.reference(data.X, parameters).Z2
      return try LessonResults.percent(
        C2W3a.predictClasses.reference(scores).reshaped(1, -1), data.Y)
    }
  }
}
