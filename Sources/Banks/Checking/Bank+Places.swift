extension Bank {
  /// Returns a fault if the right options are in one place too often for chance: anyone who always
  /// chose that place would pass wherever options are not shuffled.
  func placeFault() -> BankFault? {
    let shuffled = questions.filter { !$0.keepsAll && $0.keptPlaces.isEmpty && !$0.isBroken }
    let single = shuffled.filter { $0.kind == .one && $0.options.count > 1 }
    for place in 0..<(single.map(\.options.count).max() ?? 0) {
      let chances = single.map { $0.options.count > place ? 1 / Double($0.options.count) : 0 }
      let count = single.count { $0.options.indices.contains(place) && $0.options[place].isRight }
      if Self.isTooOften(count, chances) {
        return BankFault(
          file: file, line: 1,
          reason: .rightInOnePlace(place: place + 1, count: count, of: single.count))
      }
    }
    let several = shuffled.filter { question in
      question.kind == .several && question.options.contains { !$0.isRight }
    }
    let first = several.count { question in
      question.options.prefix(question.options.count { $0.isRight }).allSatisfy(\.isRight)
    }
    let chances = several.map { question in
      1 / Self.choices(question.options.count { $0.isRight }, of: question.options.count)
    }
    guard several.count >= 3, Self.isTooOften(first, chances) else { return nil }
    return BankFault(
      file: file, line: 1, reason: .rightOnesFirst(count: first, of: several.count))
  }

  /// Returns whether a count is three standard deviations above its expectation under these
  /// chances.
  private static func isTooOften(_ count: Int, _ chances: [Double]) -> Bool {
    let mean = chances.reduce(0, +)
    let variance = chances.reduce(0) { $0 + $1 * (1 - $1) }
    return Double(count) > mean + 3 * variance.squareRoot()
  }

  /// Returns the number of ways to choose this many of `count`.
  private static func choices(_ chosen: Int, of count: Int) -> Double {
    (0..<chosen).reduce(1) { $0 * Double(count - $1) / Double($1 + 1) }
  }
}
