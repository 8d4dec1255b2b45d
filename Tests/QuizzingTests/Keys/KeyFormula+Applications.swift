extension KeyFormula {
  /// The second half of course 4: detection, faces and style.
  static let applications: [KeyFormula] = [
    KeyFormula("C4W3/label-size") { q in
      let (object, box) = (["p_c"], ["b_x", "b_y", "b_h", "b_w"])
      return .number(Double(object.count + box.count + q.whole(0)))
    },
    KeyFormula("C4W3/nothing-there") { q in .number((q[1] - q[0]) * (q[1] - q[0])) },
    KeyFormula("C4W3/iou") { q in
      .number(Laws.overlap((0..<4).map(q.whole), (4..<8).map(q.whole)))
    },
    KeyFormula("C4W3/suppression-by-hand") { q in
      let rows = (0..<5).map { row in (0..<6).map { q[2 + 6 * row + $0] } }
      return .number(
        Double(
          Laws.survivors(
            rows.map { $0[0] }, rows.map { Array($0.dropFirst()) }, minimum: q[0],
            threshold: q[1])))
    },
    KeyFormula("C4W3/cell-coordinates") { q in
      var left = 0.0
      while left + 1 / q[0] <= q[2] { left += 1 / q[0] }
      return .number((q[2] - left) / (1 / q[0]))
    },
    KeyFormula("C4W3/output-volume") { q in
      let box = 1 + 4 + q.whole(3)
      let grid = [q.whole(0), q.whole(1)]
      let layouts = [
        grid + [q.whole(2), box], grid + [(0..<max(0, q.whole(2))).reduce(0) { n, _ in n + box }],
      ]
      return .shapes(layouts.map { $0.map(String.init) })
    },
    KeyFormula("C4W3/dense-as-convolution", chinese: [3, 0, 1, 2]) { q in
      // Each unit sees all the activations: one filter as large as they are.
      .shape(q.whole(1), q.whole(2), q.whole(3), q.whole(0))
    },
    KeyFormula("C4W3/large-picture") { q in
      var n = Laws.places(q.whole(18), window: q.whole(3))
      n = Laws.places(n, window: q.whole(6), stride: q.whole(8))
      for layer in [9, 12, 15] { n = Laws.places(n, window: q.whole(layer)) }
      return .shape(n, n, q.whole(17))
    },
    KeyFormula("C4W3/hand-landmarks") { q in
      var outputs = 1
      for _ in 0..<max(0, q.whole(0)) { outputs += 2 }
      return .number(Double(outputs))
    },
    KeyFormula("C4W4/many-comparisons") { q in
      var wrong = 0.0
      for _ in 0..<max(0, q.whole(1)) { wrong += (1 - wrong) * q[0] }
      return .number(wrong)
    },
    KeyFormula("C4W4/encoding-distance") { q in
      .number((0..<3).reduce(0) { $0 + (q[$1] - q[$1 + 3]) * (q[$1] - q[$1 + 3]) })
    },
    KeyFormula("C4W4/triplet-loss") { q in
      let violation = q[0] - q[1] + q[2]
      return .number((violation + abs(violation)) / 2)
    },
    KeyFormula("C4W4/gram-shape") { q in .shape(q.whole(2), q.whole(2)) },
    KeyFormula("C4W4/gram-entry") { q in
      // Rows of the figure: two numbers of channel 1, two of channel 2.
      .number([4, 5, 8, 9].reduce(0) { $0 + q[$1] * q[$1 + 2] })
    },
  ]
}
