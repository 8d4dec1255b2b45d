public import Tensors

/// The derivative of a function with respect to one element of a tensor, by a central difference.
///
/// - Parameters:
///   - place: the element's index in row-major order.
///   - x: the point at which the derivative is taken.
///   - function: maps a tensor of x's shape to a number.
/// - Returns: the derivative.
/// - Throws: any error of the function.
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
