import Foundation

/// Results that follow from definitions alone: by counting, by trying, by differences.
enum Laws {
  /// The slope of a function, by the central difference of fourth order.
  static func derivative(of f: (Double) -> Double, at x: Double) -> Double {
    let h = 1e-3
    return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
  }

  static func logisticLoss(_ y: Double, _ a: Double) -> Double {
    -log(y == 1 ? a : 1 - a)
  }

  static func logistic(_ z: Double) -> Double { (1 + tanh(z / 2)) / 2 }

  /// The number of places where a window fits along one axis.
  static func places(_ n: Int, window f: Int, padding p: Int = 0, stride s: Int = 1) -> Int {
    guard n > 0, f > 0, s > 0 else { return -1 }
    var count = 0
    var start = -p
    while start + f <= n + p {
      count += 1
      start += s
    }
    return count
  }

  /// The common shape of two arrays of the same rank; nil when they do not fit.
  static func broadcast(_ a: [Int], _ b: [Int]) -> [Int]? {
    var shape: [Int] = []
    for (x, y) in zip(a, b) {
      guard x == y || x == 1 || y == 1 else { return nil }
      shape.append(max(x, y))
    }
    return a.count == b.count ? shape : nil
  }

  /// Whether an option such as “`W[1]` is (4, 3)” gives a parameter of a network its right shape.
  static func isParameterShape(_ option: Asked.Option, layers: [Int]) -> Bool {
    let numbers = option.numbers.compactMap(Int.init(exactly:))
    guard numbers.count == 3, layers.indices.contains(numbers[0]), numbers[0] > 0 else {
      return false
    }
    let (units, inputs) = (layers[numbers[0]], layers[numbers[0] - 1])
    return numbers[1] == units && numbers[2] == (option.text.hasPrefix("`W") ? inputs : 1)
  }

  /// Intersection over union of two boxes with whole corners, by counting the unit squares.
  static func overlap(_ a: [Int], _ b: [Int]) -> Double {
    func covers(_ box: [Int], _ x: Int, _ y: Int) -> Bool {
      (box[0]..<box[2]).contains(x) && (box[1]..<box[3]).contains(y)
    }
    guard (a + b).allSatisfy({ (0...50).contains($0) }), a[0] < a[2], a[1] < a[3], b[0] < b[2],
      b[1] < b[3]
    else { return .nan }
    var (both, any) = (0, 0)
    for x in 0...50 {
      for y in 0...50 {
        both += covers(a, x, y) && covers(b, x, y) ? 1 : 0
        any += covers(a, x, y) || covers(b, x, y) ? 1 : 0
      }
    }
    return Double(both) / Double(any)
  }

  /// The number of boxes that survive non-max suppression.
  static func survivors(
    _ scores: [Double], _ overlaps: [[Double]], minimum: Double, threshold: Double
  ) -> Int {
    var open = scores.indices.filter { scores[$0] >= minimum }
    var kept = 0
    while let best = open.max(by: { scores[$0] < scores[$1] }) {
      kept += 1
      open.removeAll { $0 == best || overlaps[best][$0] >= threshold }
    }
    return kept
  }
}
