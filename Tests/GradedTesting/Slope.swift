public import Tensors

/// How much a function grows with one number of a tensor: a central difference.
///
/// - Parameters:
///   - place: the number's place in row-major order.
///   - x: where the slope is taken.
///   - function: from a tensor of x's shape to a number.
/// - Returns: the slope.
/// - Throws: what the function throws.
public func slope(
  at place: Int, of x: Tensor, _ function: (Tensor) throws -> Double
) throws -> Double {
  let step = 1e-5
  func moved(by distance: Double) throws -> Tensor {
    var elements = x.elements
    elements[place] += distance
    return try Tensor(shape: x.shape, elements: elements)
  }
  return try (function(moved(by: step)) - function(moved(by: -step))) / (2 * step)
}
