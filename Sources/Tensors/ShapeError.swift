/// A shape, axis or index that does not fit an operation.
public enum ShapeError: Error, Equatable, Sendable {
  /// Two shapes that cannot be broadcast together in the named operation.
  case broadcast(operation: String, [Int], [Int])
  /// An assignment such as `+=` whose right side would enlarge the left side.
  case growth(operation: String, [Int], [Int])
  /// Two shapes whose inner lengths differ.
  case dot([Int], [Int])
  /// A rank for which `dot` is undefined.
  case dotRank([Int], [Int])
  /// A shape with a negative length, or with more elements than memory can address.
  case invalidShape([Int])
  /// A shape whose element count differs from the number of elements given.
  case elementCount(shape: [Int], count: Int)
  /// A tensor that cannot be given the requested shape.
  case reshape(from: [Int], to: [Int])
  /// A tensor that does not hold exactly one element.
  case notOneElement([Int])
  /// A tensor that is not a matrix, in an operation on matrices.
  case notAMatrix(operation: String, [Int])
  /// An axis that the tensor does not have.
  case axis(operation: String, axis: Int, shape: [Int])
  /// An axis that was named twice.
  case duplicateAxis(operation: String, axis: Int, shape: [Int])
  /// A list of axes that is not a permutation of all axes.
  case axisOrder([Int], shape: [Int])
  /// A range that reaches outside an axis.
  case range(operation: String, Range<Int>, axis: Int, shape: [Int])
  /// An index that lies outside an axis.
  case index(operation: String, Int, axis: Int, shape: [Int])
  /// The largest or smallest element of an empty tensor or axis.
  case nothingToReduce(operation: String, axis: Int?, shape: [Int])
  /// Shapes that differ in an axis other than the one they are joined along.
  case join(operation: String, [Int], [Int], axis: Int)
  /// A list of tensors to join that is empty.
  case nothingToJoin(operation: String)
  /// A tensor whose shape is not that of the window it is assigned to.
  case window(given: [Int], window: [Int])
}

/// A shape as NumPy prints it: `(4, 3)`, `(3,)`, `()`.
func shapeText(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
}

/// The number of elements of a shape; nil if a length is negative, if there are more than 2⁴⁶, which
/// no memory holds, or more than 64 axes, which is NumPy's limit too.
func elementCount(of shape: [Int]) -> Int? {
  guard shape.count <= 64 else { return nil }
  var count = 1
  for length in shape {
    guard length >= 0 else { return nil }
    let (product, overflow) = count.multipliedReportingOverflow(by: Swift.max(length, 1))
    guard !overflow, product <= 1 << 46 else { return nil }
    count = product
  }
  return shape.contains(0) ? 0 : count
}
