import Coursework
import Foundation
import Syllabus
import Tensors

extension LessonResults {
  static let facesAndStyle: [String: Computation] = [
    "C4W4.many": { [0.2, 0.002, 100 * (1 - pow(1 - 0.002, 300.0))] },
    "C4W4.distance": {
      let (f1, f2) = ([0.5, 0.1, 0.8], [0.3, 0.4, 0.4])
      let squared = try C4W4.squaredDistance.reference(Tensor(f1), Tensor(f2)).scalar
      let bo = KnownPerson(name: "Bo", encoding: Tensor([f2]))
      let distance = try C4W4.verify.reference(Tensor([f1]), "Bo", [bo], 0.7).distance
      return f1 + f2 + zip(f1, f2).map { ($0 - $1) * ($0 - $1) } + [squared, distance]
    },
    "C4W4.triplets": {
      let pairs = [(0.4, 1.5), (0.7, 0.8), (0.9, 0.6)]
      return [0.2]
        + (try pairs.flatMap { near, far in
          // Encodings of two numbers, with the positive and the negative on the two axes.
          let loss = try C4W4.tripletLoss.reference(
            Tensor([0, 0]), Tensor([near.squareRoot(), 0]), Tensor([0, far.squareRoot()]), 0.2)
          return [near, far, loss]
        })
    },
    "C4W4.gram": {
      let G = try C4W4.gramMatrix.reference(Tensor([[1, 0, 2], [3, 1, 1]]))
      return [1, 0, 2] + (try G.numbers(inRow: 0)) + [1, 3, 0, 1, 2, 1, G[0, 1]] + [3, 1, 1]
        + (try G.numbers(inRow: 1))
    },
    "C4W4.style": {
      let (a_S, a_G) = (Tensor.ones(1, 1, 2, 2), Tensor([[[[1, 2], [0, 1]]]]))
      let A = try C4W4.unrollChannels.reference(a_G)
      let G_S = try C4W4.gramMatrix.reference(C4W4.unrollChannels.reference(a_S))
      let G_G = try C4W4.gramMatrix.reference(A)
      let sum = try (G_S - G_G).squared().sum()
      return [2, 1, 1] + (try A.numbers(inRow: 0)) + [1, 1] + (try A.numbers(inRow: 1))
        + (try G_S.numbers(inRow: 0)) + (try G_G.numbers(inRow: 0)) + [sum, sum, 4, 4, 4]
        + [try C4W4.layerStyleCost.reference(a_S, a_G)] + (try G_S.numbers(inRow: 1))
        + (try G_G.numbers(inRow: 1))
    },
  ]
}
