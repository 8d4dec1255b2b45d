import Tensors

/// How an actual value differs from the expected one: form first, then shape, then numbers.
public enum Difference: Equatable, Sendable {
  /// A structure, a list or a type that is not the expected one.
  case form(at: String, expected: String, actual: String)
  case shape(at: String, expected: [Int], actual: [Int])
  case numbers(at: String, first: Element, worst: Element, wrong: Int, of: Int)
  case text(at: String, expected: String, actual: String)

  /// One element that differs.
  public struct Element: Equatable, Sendable {
    public let index: [Int]
    public let expected: Double
    public let actual: Double
  }
}

extension Value {
  /// The first difference from the expected value, or nil when there is none.
  ///
  /// Shapes are compared before any number, in the whole tree, so that a wrong shape is never
  /// reported as wrong numbers.
  public func difference(from expected: Value, within tolerance: Tolerance) -> Difference? {
    difference(from: expected, at: "", tolerance: nil)
      ?? difference(from: expected, at: "", tolerance: tolerance)
  }

  /// Without a tolerance only forms and shapes are compared.
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
      return .text(at: path, expected: "\"\(expected)\"", actual: "\"\(actual)\"")
    case (.integer(let expected), .integer(let actual)):
      guard tolerance != nil, expected != actual else { return nil }
      return .text(at: path, expected: "\(expected)", actual: "\(actual)")
    case (.number, .number), (.number, .integer), (.integer, .number), (.tensor, .tensor):
      guard let expected = expected.wholeTensor, let actual = wholeTensor else { return nil }
      guard expected.shape == actual.shape else {
        return .shape(at: path, expected: expected.shape, actual: actual.shape)
      }
      return tolerance.flatMap { actual.difference(from: expected, at: path, within: $0) }
    case (.list(let expected), .list(let actual)):
      guard expected.count == actual.count else {
        return .form(
          at: path, expected: "a list of \(expected.count)", actual: "a list of \(actual.count)")
      }
      for index in expected.indices {
        let found = actual[index].difference(
          from: expected[index], at: "\(path)[\(index)]", tolerance: tolerance)
        if let found { return found }
      }
      return nil
    case (.record(let expected), .record(let actual)):
      for field in expected {
        let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
        guard let other = actual.first(where: { $0.name == field.name }) else {
          return .form(at: inner, expected: field.value.kind, actual: "nothing")
        }
        let found = other.value.difference(from: field.value, at: inner, tolerance: tolerance)
        if let found { return found }
      }
      return nil
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
    default: nil
    }
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
      // A NaN is worse than any distance, and the first of several is as bad as the others.
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

  /// The index along every axis of the element at a place in row-major order.
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
