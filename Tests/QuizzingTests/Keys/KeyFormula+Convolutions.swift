extension KeyFormula {
  /// The first half of course 4: convolutions, pooling and the classic networks.
  static let convolutions: [KeyFormula] = [
    KeyFormula("C4W1/one-window") { q in
      var sum = q[0]
      for row in 0..<3 {
        for column in 0..<3 { sum += q[1 + 6 * row + column] * q[4 + 6 * row + column] }
      }
      return .number(sum)
    },
    KeyFormula("C4W1/dense-parameters") { q in
      var count = 0
      for _ in 0..<max(0, q.whole(2)) { count += q.whole(0) * q.whole(1) * 3 + 1 }
      return .number(Double(count))
    },
    KeyFormula("C4W1/convolution-parameters") { q in
      var count = 0
      for _ in 0..<max(0, q.whole(3)) { count += q.whole(4) * q.whole(5) * q.whole(2) + 1 }
      return .number(Double(count))
    },
    KeyFormula("C4W1/output-shape") { q in
      let (s, p) = (q.whole(0), q.whole(1))
      return .shape(
        q.whole(2), Laws.places(q.whole(3), window: q.whole(6), padding: p, stride: s),
        Laws.places(q.whole(4), window: q.whole(7), padding: p, stride: s), q.whole(9))
    },
    KeyFormula("C4W1/windows-as-columns") { q in
      let rows = q.whole(5) * q.whole(6) * q.whole(7)
      let places = Laws.places(q.whole(2), window: q.whole(5), stride: q.whole(0))
      return .shape(rows, q.whole(1) * places * places)
    },
    KeyFormula("C4W1/shrinking") { q in
      let size = (0..<max(0, q.whole(1))).reduce(q.whole(4)) { n, _ in
        Laws.places(n, window: q.whole(2), stride: q.whole(0))
      }
      return .places([size == q.whole(6) ? 0 : 1])
    },
    KeyFormula("C4W1/zero-pad") { q in
      let p = q.whole(0)
      return .shape(q.whole(1), p + q.whole(2) + p, p + q.whole(3) + p, q.whole(4))
    },
    KeyFormula("C4W1/same-padding") { q in
      let p = (0..<20).first {
        Laws.places(q.whole(3), window: q.whole(0), padding: $0) == q.whole(3)
      }
      return .number(Double(p ?? -1))
    },
    KeyFormula("C4W1/pool-shape", chinese: [4, 5, 0, 1, 2, 3]) { q in
      let n = Laws.places(q.whole(3), window: q.whole(0), stride: q.whole(1))
      return .shape(q.whole(2), n, n, q.whole(5))
    },
    KeyFormula("C4W1/pool-parameters") { _ in .number(0) },
    KeyFormula("C4W1/sparse-connections") { q in
      var count = 0
      for _ in 0..<max(0, q.whole(4)) { count += q.whole(0) * q.whole(1) }
      return .number(Double(count))
    },
    KeyFormula("C4W1/max-pool-backward") { q in
      let window = (3..<7).map { q[$0] }
      let gradient = window.indices.map { place in
        Laws.derivative(
          of: { x in
            var moved = window
            moved[place] = x
            return q[2] * (moved.max() ?? .nan)
          }, at: window[place])
      }
      return q.options { option in
        zip(option.numbers.suffix(4), gradient).allSatisfy { abs($0 - $1) < 1e-6 }
      }
    },
    KeyFormula("C4W2/lenet-flattened") { q in
      // The image n x n x 1, then for each layer: window, window, stride and, in convolutions, filters.
      let layers = q.numbers.suffix(17).map { Int(exactly: $0) ?? -1 }
      guard layers.count == 17 else { return .number(.nan) }
      var n = layers[0]
      for layer in [3, 7, 10, 14] {
        n = Laws.places(n, window: layers[layer], stride: layers[layer + 2])
      }
      return .number(Double(n * n * layers[13]))
    },
    KeyFormula("C4W2/alexnet-begins") { q in
      let n = Laws.places(q.whole(7), window: q.whole(1), stride: q.whole(3))
      let pooled = Laws.places(n, window: q.whole(4), stride: q.whole(6))
      return .shape(pooled, pooled, q.whole(0))
    },
    KeyFormula("C4W2/vgg-ends") { q in
      var n = q.whole(13)
      for _ in 5...9 {
        n = Laws.places(n, window: q.whole(2), padding: 1, stride: q.whole(4))
        n = Laws.places(n, window: q.whole(10), stride: q.whole(12))
      }
      return .shape(n, n, q.whole(9))
    },
    KeyFormula("C4W2/shortcut-filter", chinese: [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 8]) { q in
      let n = Laws.places(q.whole(1), window: q.whole(8), stride: q.whole(10))
      return n == q.whole(5) ? .shape(q.whole(8), q.whole(9), q.whole(3), q.whole(7)) : .shapes([])
    },
    KeyFormula("C4W2/bottleneck") { q in
      var count = 0.0
      for _ in 0..<max(0, q.whole(0) * q.whole(1)) {
        count += q[3] * (q[4] * q[5] * q[2])
        count += q[6] * (q[7] * q[8] * q[3])
      }
      return .number(count / 1e6)
    },
    KeyFormula("C4W2/inception-output") { q in
      let channels = [3, 11, 16, 19].reduce(0) { $0 + q.whole($1) }
      return .shape(q.whole(4), q.whole(5), channels)
    },
  ]
}
