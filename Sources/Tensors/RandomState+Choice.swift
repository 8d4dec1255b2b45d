import Text

extension RandomState {
  /// Draws `size` integers of `0..<n`, each with its own probability, as NumPy does.
  ///
  /// A uniform number u selects the first integer whose cumulative probability exceeds u. Without
  /// replacement, one u is drawn for each missing integer; the integers found are then given
  /// probability 0, and the rest is drawn again.
  /// ```swift
  /// var random = RandomState(seed: 1)
  /// print(random.choice(3, size: 5, probabilities: [0.1, 0.2, 0.7]))  // [2, 2, 0, 2, 1]
  /// ```
  ///
  /// Stops the program unless there are n probabilities, none negative or NaN, that sum to 1 and,
  /// without replacement, at least `size` of them are nonzero.
  ///
  /// - Parameters:
  ///   - n: the number of integers to draw from.
  ///   - size: the number of draws.
  ///   - replacing: whether an integer may be drawn more than once.
  ///   - probabilities: the probability of each integer.
  /// - Returns: the integers in the order drawn.
  public mutating func choice(
    _ n: Int, size: Int, replacing: Bool = true, probabilities: [Double]
  ) -> [Int] {
    guard probabilities.count == n, size >= 0 else {
      stop(
        Phrase(
          "choice: expected a probability for each of \(n) integers and a size of at least 0, got \(probabilities.count) probabilities and the size \(size)",
          zh: "choice：\(n) 个整数要各有一个概率，size 不能小于 0；现在有 \(probabilities.count) 个概率，size 是 \(size)"))
    }
    let sum = probabilities.reduce(0, +)
    // NumPy tolerates the square root of the machine epsilon.
    guard probabilities.allSatisfy({ $0 >= 0 }), abs(sum - 1) <= 0x1p-26 else {
      stop(
        Phrase(
          "choice: probabilities must be at least 0 and add up to 1; these add up to \(sum)",
          zh: "choice：概率不能小于 0，加起来要等于 1；这里加起来是 \(sum)"))
    }
    guard !replacing else { return places(of: size, in: probabilities) }
    let possible = probabilities.count { $0 > 0 }
    guard size <= possible else {
      stop(
        Phrase(
          "choice: cannot take \(size) integers without repeats, as only \(possible) have a probability above 0",
          zh: "choice：概率大于 0 的整数只有 \(possible) 个，无法不重复地取 \(size) 个"))
    }
    var (found, rest) = ([Int](), probabilities)
    while found.count < size {
      for place in places(of: size - found.count, in: rest) where rest[place] > 0 {
        found.append(place)
        rest[place] = 0
      }
    }
    return found
  }

  /// Draws numbers and finds the interval of the cumulative weights into which each falls.
  private mutating func places(of count: Int, in weights: [Double]) -> [Int] {
    var sums: [Double] = []
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    let total = sums.last ?? 0
    for i in sums.indices { sums[i] /= total }
    return (0..<count).map { _ in
      let u = rand()
      return sums.firstIndex { $0 > u } ?? sums.count - 1
    }
  }
}
