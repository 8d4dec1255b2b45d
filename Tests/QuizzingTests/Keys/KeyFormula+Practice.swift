import Foundation
import Text

@testable import Banks

extension KeyFormula {
  /// Courses 2 and 3: training well, and deciding what to do next.
  static let practice: [KeyFormula] = [
    KeyFormula("C2W1/split") { q in
      // Nearly all of so many examples may train, while ten thousand measure well enough.
      let count = q[0] * (q.language == .chinese ? 1e4 : 1e6)
      return q.options { $0.numbers[0] > 90 && $0.numbers[1] / 100 * count >= 10_000 }
    },
    KeyFormula("C2W1/train-dev-gap") { q in
      let (bias, variance) = (q[0], q[1] - q[0])
      return .places(variance > bias ? [1, 3] : [0, 2])
    },
    KeyFormula("C2W1/which-variance") { q in
      q.options { $0.numbers[0] < 3 && $0.numbers[1] - $0.numbers[0] > 3 }
    },
    KeyFormula("C2W1/decay-factor") { q in
      .number(1 - q[3] * Laws.derivative(of: { w in q[1] / (2 * q[2]) * w * w }, at: 1))
    },
    KeyFormula("C2W1/dropout-test-time") { q in
      // In training a unit is kept with probability k and divided by k: on average, a factor of 1.
      let mean = q[0] * (1 / q[0]) + (1 - q[0]) * 0
      return .places(abs(mean - 1) < 1e-12 ? [2] : [])
    },
    KeyFormula("C2W1/raise-keep-prob") { q in .places(q[1] > q[0] ? [0, 3] : [1, 2]) },
    KeyFormula("C2W1/standard-deviation", chinese: [0, 1, 4, 2, 3]) { q in
      .number((q[2] - q[0]) / q[1].squareRoot())
    },
    KeyFormula("C2W2/bias-correction", chinese: [2, 0, 1, 3, 4, 5]) { q in
      var (average, weight) = (0.0, 0.0)
      for _ in 1...2 {
        average = q[3] * average + (1 - q[3]) * q[0]
        weight = q[3] * weight + (1 - q[3])
      }
      return q.options {
        abs($0.numbers[0] - average) < 1e-6 && abs($0.numbers[1] - average / weight) < 1e-6
      }
    },
    KeyFormula("C2W2/window") { q in
      .number((0..<5000).reduce(0) { $0 + pow(q[0], Double($1)) })
    },
    KeyFormula("C2W2/last-batch") { q in
      var rest = q.whole(1)
      while rest > q.whole(2) { rest -= max(1, q.whole(2)) }
      return .shape(q.whole(0), rest)
    },
    KeyFormula("C2W3/grid-values") { q in
      .number(Double((1...100).first { $0 * $0 == q.whole(0) } ?? 0))
    },
    KeyFormula("C2W3/sample-beta-value") { q in
      .number(1 - exp((q.numbers.last ?? .nan) * log(10)))
    },
    KeyFormula("C2W3/standard-deviation") { q in .number((q[2] - q[0]) / q[1].squareRoot()) },
    KeyFormula("C3W1/wolf-recall") { q in .number(1 / (1 + q[3] / q[2])) },
    KeyFormula("C3W1/f1-score") { q in .number(1 / ((1 / q[0] + 1 / q[1]) / 2)) },
    KeyFormula("C3W1/doorbell") { q in
      let networks = (0..<4).map {
        (accuracy: q[2 + 3 * $0], time: q[3 + 3 * $0], memory: q[4 + 3 * $0])
      }
      let allowed = networks.indices.filter {
        networks[$0].time <= q[0] && networks[$0].memory <= q[1]
      }
      return .places(
        allowed.max { networks[$0].accuracy < networks[$1].accuracy }.map { [$0] } ?? [])
    },
    KeyFormula("C3W1/deadly-mushrooms") { q in
      var (wrong, all) = (0.0, 0.0)
      for picture in 0..<max(0, q.whole(0)) {
        let isDeadly = picture < q.whole(1)
        let weight = isDeadly ? q[2] : q[3]
        let isWrong = isDeadly ? picture < q.whole(4) : picture - q.whole(1) < q.whole(5)
        all += weight
        wrong += isWrong ? weight : 0
      }
      return .number(wrong / all)
    },
    KeyFormula("C3W1/avoidable-bias") { q in .number(q[1] - q[0]) },
    KeyFormula("C3W1/noisy-telephone") { q in
      let (avoidableBias, variance) = (q[1] - q[0], q[2] - q[1])
      return .places(variance > avoidableBias ? [3] : [2])
    },
    KeyFormula("C3W2/blurred-frogs") { q in .number(q[0] - q[0] * q[2] / q[1]) },
    KeyFormula("C3W2/mismatch-points") { q in .number(q[3] - q[2]) },
    KeyFormula("C3W2/missing-label") { q in
      // The labels 1, ?, 0, 1 and then the four predictions.
      .number(
        Laws.logisticLoss(q[0], q[3]) + Laws.logisticLoss(q[1], q[5])
          + Laws.logisticLoss(q[2], q[6]))
    },
  ]
}
