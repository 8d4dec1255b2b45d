import Foundation

extension KeyFormula {
  /// Course 1: neurons, shapes and propagation.
  static let networks: [KeyFormula] = [
    KeyFormula("C1W1/house-neuron") { q in
      let z = q[0] * q[2] + q[1]
      return .number((z + abs(z)) / 2)
    },
    KeyFormula("C1W2/loss-value") { q in
      let p = q[0] == 1 ? q[1] : 1 - q[1]
      return .number(-2 * atanh((p - 1) / (p + 1)))
    },
    KeyFormula("C1W2/likelihood-value") { q in
      .number(exp((0..<3).reduce(0) { $0 - Laws.logisticLoss(q[$1], q[$1 + 3]) }))
    },
    KeyFormula("C1W2/weight-gradient-shape") { q in
      // (n, m) times the transpose of (1, m).
      q[1] == q[3] ? .shape(q.whole(0), q.whole(2)) : .shapes([])
    },
    KeyFormula("C1W2/flatten-image") { q in
      .shape(q.whole(0) * q.whole(1) * q.whole(2), 1)
    },
    KeyFormula("C1W2/add-column") { q in
      let shape = Laws.broadcast([q.whole(0), q.whole(1)], [q.whole(2), q.whole(3)]) ?? []
      return .shapes([shape.map(String.init)])
    },
    KeyFormula("C1W2/elementwise-error") { q in
      let shape = Laws.broadcast([q.whole(0), q.whole(1)], [q.whole(2), q.whole(3)])
      return .places([shape == [q.whole(4), q.whole(5)] ? 0 : 1])
    },
    KeyFormula("C1W2/x-shape") { q in .shape(q.whole(1), q.whole(0)) },
    KeyFormula("C1W2/product-shape") { q in
      q[1] == q[2] ? .shape(q.whole(0), q.whole(3)) : .shapes([])
    },
    KeyFormula("C1W2/add-transposed") { q in
      let (a, b) = ([q.whole(0), q.whole(1)], [q.whole(2), q.whole(3)])
      let (aT, bT) = ([a[1], a[0]], [b[1], b[0]])
      let product = a[1] == b[0] ? [a[0], b[1]] : nil
      let results = [
        Laws.broadcast(a, b), Laws.broadcast(aT, bT), Laws.broadcast(aT, b), Laws.broadcast(a, bT),
        product,
      ]
      return .places(results.indices.filter { results[$0] == a })
    },
    KeyFormula("C1W2/multiply-column") { q in
      // A column is repeated sideways, so all of row i meets the same number.
      let shape = Laws.broadcast([q.whole(0), q.whole(1)], [q.whole(2), q.whole(3)])
      return .places(shape == [q.whole(0), q.whole(1)] && q[3] == 1 ? [1] : [2])
    },
    KeyFormula("C1W2/graph-derivative") { q in
      .number(Laws.derivative(of: { b in q[0] * (b + q[2]) - (b + q[2]) }, at: q[1]))
    },
    KeyFormula("C1W2/bias-gradient") { q in
      let labels = (0..<4).map { q[$0] }
      let z = (4..<8).map { log(q[$0] / (1 - q[$0])) }
      return .number(
        Laws.derivative(
          of: { b in
            let losses = zip(labels, z).map { y, z in Laws.logisticLoss(y, Laws.logistic(z + b)) }
            return losses.reduce(0, +) / 4
          }, at: 0))
    },
    KeyFormula("C1W2/batch-of-images") { q in
      // Which number of the array stands at pixel 1 of image 0, and at pixel 0 of image 1?
      let (m, pixels) = (q.whole(0), q.whole(1) * q.whole(2) * q.whole(3))
      let found: [[Int]?] = [[m, 1], nil, nil, [1, pixels]]
      return .places(found.indices.filter { found[$0] == [1, pixels] })
    },
    KeyFormula("C1W3/row-sum") { q in q[2] == 1 ? .shape(q.whole(0), 1) : .shapes([]) },
    KeyFormula("C1W3/parameter-shapes") { q in
      q.options { Laws.isParameterShape($0, layers: [q.whole(0), q.whole(1), 1]) }
    },
    KeyFormula("C1W3/hidden-shapes") { q in .shapes([[String(q.whole(1)), "m"]]) },
    KeyFormula("C1W3/tanh-derivative") { q in
      .number(Laws.derivative(of: tanh, at: atanh(q[0])))
    },
    KeyFormula("C1W3/linear-collapse") { q in
      .number(
        Laws.derivative(
          of: { x in q[4] * (q[0] * x + q[1]) + q[5] * (q[2] * x + q[3]) }, at: 0)
      )
    },
    KeyFormula("C1W4/parameter-count") { q in
      let layers = [q.whole(0), q.whole(1), q.whole(2), 1]
      var count = 0
      for (inputs, units) in zip(layers, layers.dropFirst()) where inputs > 0 {
        for _ in 0..<max(0, units) { count += inputs + 1 }
      }
      return .number(Double(count))
    },
    KeyFormula("C1W4/gradient-to-the-left") { q in .shapes([[String(q.whole(1)), "m"]]) },
    KeyFormula("C1W4/relu-runs") { q in
      .number(Double((1...max(1, q.whole(0))).count { $0 != q.whole(0) }))
    },
    KeyFormula("C1W4/parity-circuit") { q in
      .number(Double((0..<(1 << max(0, q.whole(1)))).count { $0.nonzeroBitCount % 2 == 1 }))
    },
    KeyFormula("C1W4/four-layer-shapes") { q in
      q.options { Laws.isParameterShape($0, layers: [q.whole(0), q.whole(1), q.whole(2), 1]) }
    },
    KeyFormula("C1W4/general-shape") { _ in .shapes([["n[l]", "n[l-1]"]]) },
    KeyFormula("C1W4/output-gradient") { q in
      .number(Laws.derivative(of: { a in Laws.logisticLoss(q[0], a) }, at: q[1]))
    },
  ]
}
