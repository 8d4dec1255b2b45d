import Tensors
public import Text

/// How an actual value differs from the expected one: form first, then shape, then numbers.
public enum Difference: Equatable, Sendable {
  /// A structure, list or type other than the expected one.
  case form(at: String, expected: Phrase, actual: Phrase)
  case shape(at: String, expected: [Int], actual: [Int])
  case numbers(at: String, first: Element, worst: Element, wrong: Int, of: Int)
  case text(at: String, expected: String, actual: String)

  /// One element that differs.
  public struct Element: Equatable, Sendable {
    /// Where the element stands: an index for each axis.
    public let index: [Int]
    /// The element of the right answer.
    public let expected: Double
    /// The element of the learner's answer.
    public let actual: Double
  }
}

extension Value {
  /// Returns the first difference from the expected value, or nil when there is none.
  ///
  /// Shapes are compared throughout the tree before any number is, so that a wrong shape is never
  /// reported as wrong numbers.
  public func difference(from expected: Value, within tolerance: Tolerance) -> Difference? {
    difference(from: expected, at: "", tolerance: nil)
      ?? difference(from: expected, at: "", tolerance: tolerance)
  }

  /// The first difference in form or shape, regardless of the numbers.
  func formDifference(from expected: Value) -> Difference? {
    difference(from: expected, at: "", tolerance: nil)
  }

  /// Compares the values; without a tolerance, only forms and shapes.
  private func difference(
    from expected: Value, at path: String, tolerance: Tolerance?
  ) -> Difference? {
    switch (expected, self) {
    case (.null, .null):
      return nil
    case (.boolean(let expected), .boolean(let actual)):
      guard tolerance != nil, expected != actual else { return nil }
      return .text(at: path, expected: "\(expected)", actual: "\(actual)")
    case (.text(let expected), .text(let actual)):
      guard tolerance != nil, expected != actual else { return nil }
      return .text(
        at: path, expected: Value.text(expected).text, actual: Value.text(actual).text)
    case (.integer(let expected), .integer(let actual)):
      guard tolerance != nil, expected != actual else { return nil }
      return .text(at: path, expected: "\(expected)", actual: "\(actual)")
    case (.number, .number), (.number, .integer), (.integer, .number), (.tensor, .tensor),
      (.tensor, .list), (.list, .tensor):
      guard let wanted = expected.wholeTensor, let actual = wholeTensor else {
        return .form(at: path, expected: expected.kind, actual: kind)
      }
      guard wanted.shape == actual.shape else {
        return .shape(at: path, expected: wanted.shape, actual: actual.shape)
      }
      return tolerance.flatMap { actual.difference(from: wanted, at: path, within: $0) }
    case (.list(let expected), .list(let actual)):
      guard expected.count == actual.count else {
        return .form(
          at: path, expected: Value.list(expected).kind, actual: Value.list(actual).kind)
      }
      for index in expected.indices {
        let found = actual[index].difference(
          from: expected[index], at: "\(path)[\(index)]", tolerance: tolerance)
        if let found { return found }
      }
      return nil
    case (.record(let expected), .record(let actual)):
      func inner(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
      var others = Dictionary(
        actual.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      for field in expected {
        let place = inner(field.name)
        guard let other = others.removeValue(forKey: field.name) else {
          return .form(at: place, expected: field.value.kind, actual: Value.null.kind)
        }
        let found = other.difference(from: field.value, at: place, tolerance: tolerance)
        if let found { return found }
      }
      // An optional member that should be nil is absent from the expected members.
      return actual.first { others[$0.name] != nil }.map {
        .form(at: inner($0.shownName), expected: Value.null.kind, actual: $0.value.kind)
      }
    default:
      return .form(at: path, expected: expected.kind, actual: kind)
    }
  }

  /// A number or a tensor as a tensor.
  private var wholeTensor: Tensor? {
    switch self {
    case .number(let number): Tensor(number)
    case .integer(let integer): Tensor(Double(integer))
    case .tensor(let tensor): tensor
    // Whole numbers in a test's list stand for doubles of the same value.
    case .list(let items): items.numbers.map { Tensor($0) }
    default: nil
    }
  }
}

extension [Value] {
  /// The items as doubles, if all are numbers.
  fileprivate var numbers: [Double]? {
    let numbers = compactMap { item -> Double? in
      switch item {
      case .number(let number): number
      case .integer(let integer): Double(integer)
      default: nil
      }
    }
    return numbers.count == count ? numbers : nil
  }
}

extension Tensor {
  fileprivate func difference(
    from expected: Tensor, at path: String, within tolerance: Tolerance
  ) -> Difference? {
    var first: Int?
    var worst = 0
    var worstDistance = -1.0
    var wrong = 0
    let actual = elements
    let wanted = expected.elements
    for index in wanted.indices where !tolerance.accepts(actual[index], for: wanted[index]) {
      wrong += 1
      if first == nil { first = index }
      let distance = Swift.abs(actual[index] - wanted[index])
      // A NaN ranks above any finite distance, and the first of several is reported.
      let rank = distance.isNaN ? Double.infinity : distance
      if rank > worstDistance {
        worst = index
        worstDistance = rank
      }
    }
    guard let first else { return nil }
    func element(_ index: Int) -> Difference.Element {
      Difference.Element(
        index: position(of: index), expected: wanted[index], actual: actual[index])
    }
    return .numbers(
      at: path, first: element(first), worst: element(worst), wrong: wrong, of: wanted.count)
  }

  /// The index along each axis of the element at a row-major offset.
  private func position(of place: Int) -> [Int] {
    var rest = place
    var index: [Int] = []
    for length in shape.reversed() {
      index.append(rest % length)
      rest /= length
    }
    return index.reversed()
  }
}
