import Coursework
import Datasets
import Syllabus
import Tensors

extension LessonResults {
  static let course4: [String: Computation] = [
    "C4W1.window": {
      let Z = try C4W1.convolveForward.reference(
        Window.A, Window.W, Tensor([0.5]).reshaped(1, 1, 1, 1), 1, 0
      ).elements
      return [Z[0], Z[1], Z[0], 0.5, Z[2], Z[3]]
    },
    "C4W1.backward": {
      let dZ = try Tensor([1, 0, -1, 2]).reshaped(1, 2, 2, 1)
      let back = try C4W1.convolveBackward.reference(dZ, Window.A, Window.W, 1, 0)
      let (dA, dW) = (back.dA_prev.elements, back.dW.elements)
      let first: [Double] = [1, 0] + dA[0..<3] + dW[0..<2]
      let second: [Double] = [1, 0, 1, 2] + back.db.elements
      return first + second + [-1, 2] + dA[3..<6] + dW[2..<4] + dA[6..<9]
    },
    "C4W1.columns": {
      let X = try C4W1.imageToColumns.reference(Window.A, 2, 1, 0)
      let z = try (dot(Tensor([[1, 0, -1, 2]]), X) + 0.5).elements
      return [0.5] + z
    },
    "C4W1.channels": {
      let A = try Tensor((1...12).map(Double.init)).reshaped(1, 2, 2, 3)
      // The same weights at all four positions: red minus blue, and green.
      let W = Tensor(Array(repeating: [1, 0, 0, 1, -1, 0], count: 4).flatMap { $0 })
      let z = try C4W1.convolveForward.reference(
        A, W.reshaped(2, 2, 3, 2), .zeros(1, 1, 1, 2), 1, 0
      ).elements
      return [1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12]
        + [1, 1, 0, 0, -1, -1, 1, 4, 7, 10, 3, 6, 9, 12, z[0], 1, 1, 0, 0, -1, -1]
        + [0, 0, 1, 1, 0, 0, 2, 5, 8, 11, z[1], 0, 0, 1, 1, 0, 0]
    },
    "C4W1.shapes": {
      var sizes = [39]
      for (f, s) in [(3, 1), (5, 2), (5, 2)] {
        sizes.append(try C4W1.outputSize.reference(sizes[sizes.count - 1], f, s, 0))
      }
      let n = sizes.map(Double.init)
      func row(_ i: Int, _ channels: Double, _ filters: Double, _ f: Double, _ s: Double)
        -> [Double]
      {
        [n[i], n[i], channels, filters, f, f, s, n[i + 1], n[i + 1], filters]
          + [n[i], f, s, 1, n[i + 1]]
      }
      return row(0, 3, 10, 3, 1) + row(1, 10, 20, 5, 2) + row(2, 20, 40, 5, 2)
    },
    "C4W1.ties": {
      let images = try FashionMNIST.train
      let pixels = images.normalized.elements
      func brightness(_ i: Int, _ row: Int, _ column: Int) -> Double {
        pixels[(i * images.height + row) * images.width + column]
      }
      // Four windows of 5 × 5 are pooled; they lie in 6 × 6 pixels.
      var ties = 0
      for i in 0..<images.count {
        for row in stride(from: 0, to: 24, by: 2) {
          for column in stride(from: 0, to: 24, by: 2) {
            let first = brightness(i, row, column)
            let isConstant = (0..<36).allSatisfy {
              brightness(i, row + $0 / 6, column + $0 % 6) == first
            }
            ties += isConstant ? 1 : 0
          }
        }
      }
      let zeros = Double(pixels.count { $0 == 0 }) / Double(pixels.count)
      return [100 * zeros, 100 * Double(ties) / Double(images.count * 144)]
    },
    "C4W1.pooled": {
      let A = try Tensor([1, 3, 2, 1, 2, 9, 1, 1, 1, 3, 2, 3, 5, 6, 1, 2]).reshaped(1, 4, 4, 1)
      return try C4W1.poolForward.reference(A, 2, 2, .average).elements
        .filter { $0 != $0.rounded() }
    },
  ]
}

/// The picture of 3 × 3 and the filter of 2 × 2.
private enum Window {
  static let A = picture([1, 2, 0, 0, 1, 3, 2, 1, 1], side: 3)
  static let W = picture([1, 0, -1, 2], side: 2)

  /// Numbers as one picture with one channel, or as one filter, both of which have four axes.
  private static func picture(_ values: [Double], side: Int) -> Tensor {
    let isFilter = side == 2
    let shape = isFilter ? [side, side, 1, 1] : [1, side, side, 1]
    return (try? Tensor(shape: shape, elements: values)) ?? Tensor(0)
  }
}
