/// A shape, axis or index that does not fit an operation.
public enum ShapeError: Error, Equatable, Sendable {
  /// Two shapes that cannot be broadcast together in the named operation.
  case broadcast(operation: String, [Int], [Int])
  /// An assignment such as `+=` whose right side would make the left side grow.
  case growth(operation: String, [Int], [Int])
  /// Two shapes whose inner lengths differ.
  case dot([Int], [Int])
  /// A rank that `dot` has no meaning for.
  case dotRank([Int], [Int])
  /// A shape with a negative length, or with more elements than memory can number.
  case invalidShape([Int])
  /// A shape that does not hold as many elements as were given.
  case elementCount(shape: [Int], count: Int)
  /// A tensor that cannot be given the shape asked for.
  case reshape(from: [Int], to: [Int])
  /// A tensor that does not hold exactly one element.
  case notOneElement([Int])
  /// An operation on a matrix that was given another rank.
  case notAMatrix(operation: String, [Int])
  /// An axis that the tensor does not have.
  case axis(operation: String, axis: Int, shape: [Int])
  /// An axis that was named twice.
  case duplicateAxis(operation: String, axis: Int, shape: [Int])
  /// A list of axes that is not an order of all axes.
  case axisOrder([Int], shape: [Int])
  /// A range that reaches outside an axis.
  case range(operation: String, Range<Int>, axis: Int, shape: [Int])
  /// An index that lies outside an axis.
  case index(operation: String, Int, axis: Int, shape: [Int])
  /// The largest or smallest of no numbers.
  case nothingToReduce(operation: String, axis: Int?, shape: [Int])
  /// Shapes that differ in an axis other than the one they are joined along.
  case join(operation: String, [Int], [Int], axis: Int)
  /// A list of tensors to join that is empty.
  case nothingToJoin(operation: String)
  /// A tensor to assign whose shape is not that of the window it goes to.
  case window(given: [Int], window: [Int])
}

extension ShapeError: CustomStringConvertible {
  /// One sentence that names the operation, the shapes, and what would have fitted.
  public var description: String {
    switch self {
    case .broadcast(let operation, let a, let b):
      return "\(operation): \(shapeText(a)) and \(shapeText(b)) do not fit together: counted from "
        + "the right, two axes must be equally long or one of them 1, but "
        + Self.firstMismatch(a, b)
    case .growth(let operation, let a, let b):
      return "\(operation): \(shapeText(a)) cannot take \(shapeText(b)): the right side must "
        + "broadcast to the shape of the left side"
    case .dot(let a, let b):
      return "dot: \(shapeText(a)) by \(shapeText(b)): "
        + "\(a.count == 1 ? "the length" : "the columns") of the first (\(a.last ?? 1)) must equal "
        + "\(b.count == 1 ? "the length" : "the rows") of the second (\(b.first ?? 1))"
    case .dotRank(let a, let b):
      return "dot: \(shapeText(a)) by \(shapeText(b)): both must be matrices or vectors (rank 2 or "
        + "1)"
    case .invalidShape(let shape):
      return "\(shapeText(shape)) is no shape: there may be at most 64 lengths, none negative, and "
        + "their product must fit in memory"
    case .elementCount(let shape, let count):
      return "shape \(shapeText(shape)) holds \(Self.elements(shape.reduce(1, *))), but "
        + "\(count) \(count == 1 ? "was" : "were") given"
    case .reshape(let from, let to):
      return "reshaped: \(shapeText(from)) holds \(Self.elements(from.reduce(1, *))) and cannot "
        + "become \(shapeText(to))"
    case .notOneElement(let shape):
      return "scalar: the tensor must hold exactly one element, but its shape is "
        + shapeText(shape)
    case .notAMatrix(let operation, let shape):
      return "\(operation): expected a matrix, but the shape is \(shapeText(shape))"
    case .axis(let operation, let axis, let shape):
      return "\(operation): axis \(axis) does not exist in \(shapeText(shape)): "
        + (shape.isEmpty
          ? "a single number has no axes"
          : "axes go from 0 to \(shape.count - 1), or from -\(shape.count) to -1 counted from the "
            + "end")
    case .duplicateAxis(let operation, let axis, let shape):
      return "\(operation): axis \(axis) of \(shapeText(shape)) is named twice"
    case .axisOrder(let axes, let shape):
      return "transposed: \(axes) is not an order of the axes of \(shapeText(shape)): every axis "
        + "from 0 to \(shape.count - 1) must occur once"
    case .range(let operation, let range, let axis, let shape):
      return
        "\(operation): \(range.lowerBound)..<\(range.upperBound) reaches outside axis \(axis) of "
        + "\(shapeText(shape)), whose indices are 0..<\(shape[axis])"
    case .index(let operation, let index, let axis, let shape):
      return
        "\(operation): \(index) lies outside axis \(axis) of \(shapeText(shape)), whose indices "
        + "are 0..<\(shape[axis])"
    case .nothingToReduce(let operation, let axis, let shape):
      return
        "\(operation): \(axis.map { "axis \($0) of " } ?? "")\(shapeText(shape)) is empty, and no "
        + "numbers have no \(operation)"
    case .join(let operation, let a, let b, let axis):
      return operation == "stack"
        ? "stack: \(shapeText(a)) and \(shapeText(b)) must be equal"
        : "\(operation): \(shapeText(a)) and \(shapeText(b)) must be equal except in axis \(axis)"
    case .nothingToJoin(let operation):
      return "\(operation): expected at least one tensor, but the list is empty"
    case .window(let given, let window):
      return "setSlice: the window has shape \(shapeText(window)), but the tensor given has "
        + shapeText(given)
    }
  }

  private static func elements(_ count: Int) -> String {
    count == 1 ? "1 element" : "\(count) elements"
  }

  /// The lengths of the first axes, counted from the right, that differ and are not 1.
  private static func firstMismatch(_ a: [Int], _ b: [Int]) -> String {
    for (p, q) in zip(a.reversed(), b.reversed()) where p != q && p != 1 && q != 1 {
      return "\(p) meets \(q)"
    }
    return "they differ"
  }
}

/// A shape as NumPy prints it: `(4, 3)`, `(3,)`, `()`.
func shapeText(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
}

/// The number of elements of a shape, or nil if a length is negative, the product overflows, or there
/// are more than 64 axes, which is NumPy's limit too.
func elementCount(of shape: [Int]) -> Int? {
  guard shape.count <= 64 else { return nil }
  var count = 1
  for length in shape {
    guard length >= 0 else { return nil }
    let (product, overflow) = count.multipliedReportingOverflow(by: Swift.max(length, 1))
    guard !overflow, product <= Int.max / 16 else { return nil }
    count = product
  }
  return shape.contains(0) ? 0 : count
}
