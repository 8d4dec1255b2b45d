import Foundation

extension KeyFormula {
  /// Course 2, what the second half of the quizzes asks: penalties, gradients, optimizers, softmax.
  static let training: [KeyFormula] = [
    KeyFormula("C2W1/frobenius-norm") { q in
      .number(q.numbers.suffix(4).reduce(0) { $0 + $1 * $1 })
    },
    KeyFormula("C2W1/exploding-signal") { q in
      var signal = 1.0
      for _ in 0..<max(0, q.whole(0)) { signal *= q[1] }
      return .number(signal)
    },
    KeyFormula("C2W1/he-deviation") { q in
      // The ReLU leaves this mean of max(0, z)² of a normally distributed z.
      let step = 1e-3
      let left = stride(from: step / 2, to: 10, by: step).reduce(0) { sum, z in
        sum + z * z * exp(-z * z / 2) / (2 * Double.pi).squareRoot() * step
      }
      return .number(1 / (q[1] * left).squareRoot())
    },
    KeyFormula("C2W1/two-sided-difference") { q in
      func J(_ theta: Double) -> Double { theta * theta * theta }
      return .number((J(q[0] + q[1]) - J(q[0] - q[1])) / (q[1] + q[1]))
    },
    KeyFormula("C2W2/steps-of-training") { q in
      var steps = 0
      for _ in 0..<max(0, q.whole(2)) {
        var rest = q.whole(0)
        while rest > 0 {
          steps += 1
          rest -= max(1, q.whole(1))
        }
      }
      return .number(Double(steps))
    },
    KeyFormula("C2W2/minimum-by-chance") { q in
      let patterns = 1 << max(0, q.whole(0))
      return .number(Double((0..<patterns).count { $0 == patterns - 1 }) / Double(patterns))
    },
    KeyFormula("C2W2/rmsprop-first-step") { q in
      var s = q[0]
      s = q[1] * s + (1 - q[1]) * q[3] * q[3]
      return .number(q[2] * q[3] / s.squareRoot())
    },
    KeyFormula("C2W3/softmax-value") { q in
      .number(1 / (0..<3).reduce(0) { $0 + exp(q[$1] - q[0]) })
    },
    KeyFormula("C2W3/softmax-loss") { q in .number(Laws.logisticLoss(1, q[1])) },
    KeyFormula("C2W3/softmax-gradient") { q in
      let z = (0..<3).map { log(q[$0]) }
      return .number(
        Laws.derivative(
          of: { second in log(exp(z[0]) + exp(second) + exp(z[2])) - second }, at: z[1]))
    },
  ]
}
