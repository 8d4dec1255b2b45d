import Coursework
import Foundation
import Syllabus
import Tensors

@testable import Authoring

extension LessonResults {
  static let course3: [String: Computation] = [
    "C3W1.shirts": {
      let sets = try ClothesSets()
      let answers = try ClothesClassifier(pictures: sets.training).answers(to: sets.unmoved.X)
      let M = try C3W1.confusionMatrix.reference(sets.unmoved.labels, answers, 10)
      return [try C3W1.precision.reference(M, 6), try C3W1.recall.reference(M, 6)]
    },
    "C3W1.means": {
      // Everything is predicted as a shirt, and 47 of 500 are.
      let M = Tensor([[0, 453], [0, 47]])
      let (P, R) = try (C3W1.precision.reference(M, 1), C3W1.recall.reference(M, 1))
      return [P, (P + R) / 2, try C3W1.f1Score.reference(P, R)]
    },
    "C3W1.ladder": {
      try ladders().flatMap { [ClothesSets.bestKnown] + $0 }
    },
    "C3W1.gaps": {
      try ladders().flatMap { errors in
        let found = try C3W1.diagnose.reference(
          ClothesSets.bestKnown, errors[0], errors[1], errors[2], errors[3])
        return [found.avoidableBias, found.variance, found.mismatch, found.overfittingToDev]
      }
    },
    "C3W1.ceilings": {
      var table = Tensor.zeros(100, 2)
      for i in 0..<12 { table[i, 0] = 1 }
      for i in 30..<91 { table[i, 1] = 1 }
      let found = try C3W1.errorAnalysis.reference(table, 10)
      return [
        10, 100 * found.shares[0], found.ceilings[0], 10 - found.ceilings[0], found.ceilings[1],
      ]
    },
    "C3W1.patched": {
      let scores = try C3W1.patchScores.reference(
        [0, 1, 1, 0, 1], [[0, 1, 1, 1, 0], [0, 1, 1, 0, 0]], [3], [1])
      return [scores.before[0], scores.after[0], scores.before[1], scores.after[1]]
    },
    "C3W1.multitask": {
      let losses = [-Foundation.log(0.8), -Foundation.log(1 - 0.1)]
      return [0.8, 0.4, 0.1] + losses + [losses[0] + losses[1]]
    },
  ]

  /// The errors of the nearest-mean and the nearest-neighbour classifier.
  private static func ladders() throws -> [[Double]] {
    let sets = try ClothesSets()
    return [
      try sets.errors(of: ClothesClassifier(means: sets.training)),
      try sets.errors(of: ClothesClassifier(pictures: sets.training)),
    ]
  }
}
