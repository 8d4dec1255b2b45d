import CKernels
import Foundation

// These scalar functions run the same loops as the tensor functions, so their results have the same
// bits. Foundation declares functions of the same names and types; where a file imports it, those
// are chosen.

private typealias UnaryKernel = (UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void

@inline(__always)
private func applied(_ x: Double, _ kernel: UnaryKernel) -> Double {
  var result = 0.0
  withUnsafePointer(to: x) { kernel($0, &result, 1) }
  return result
}

/// e to the power of a number.
@_disfavoredOverload
public func exp(_ x: Double) -> Double { applied(x, ck_exp) }
/// The natural logarithm of a number: -∞ at 0, NaN below.
@_disfavoredOverload
public func log(_ x: Double) -> Double { applied(x, ck_log) }
/// The hyperbolic tangent of a number.
@_disfavoredOverload
public func tanh(_ x: Double) -> Double { applied(x, ck_tanh) }
/// The square root of a number; NaN below 0.
@_disfavoredOverload
public func sqrt(_ x: Double) -> Double { x.squareRoot() }
/// The number rounded down.
@_disfavoredOverload
public func floor(_ x: Double) -> Double { x.rounded(.down) }
/// The number rounded to the nearest integer, with halves rounded to even, as in NumPy.
@_disfavoredOverload
public func round(_ x: Double) -> Double { x.rounded(.toNearestOrEven) }
/// A number to the power of another.
///
/// An integer exponent is computed by multiplication, any other by the system's `pow`.
@_disfavoredOverload
public func pow(_ x: Double, _ exponent: Double) -> Double {
  guard exponent.rounded() == exponent, Swift.abs(exponent) < 0x1p31 else {
    return Foundation.pow(x, exponent)
  }
  var (result, factor, remaining) = (1.0, x, Int(Swift.abs(exponent)))
  while remaining > 0 {
    if remaining & 1 == 1 { result *= factor }
    remaining >>= 1
    if remaining > 0 { factor *= factor }
  }
  return exponent < 0 ? 1 / result : result
}
/// A number to the power of a whole number: `pow(beta1, t)`.
@_disfavoredOverload
public func pow(_ x: Double, _ exponent: Int) -> Double { pow(x, Double(exponent)) }
