import CKernels

// MARK: Elementwise functions

// The times of an element were measured on a processor with AVX-512.

/// e to the power of every element.
public func exp(_ x: consuming Tensor) -> Tensor { x.applying(ck_exp, picoseconds: 450) }
/// The natural logarithm of every element: -∞ at 0, NaN below.
public func log(_ x: consuming Tensor) -> Tensor { x.applying(ck_log, picoseconds: 600) }
/// The hyperbolic tangent of every element, (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ).
public func tanh(_ x: consuming Tensor) -> Tensor { x.applying(ck_tanh, picoseconds: 1000) }
/// The square root of every element; NaN below 0.
public func sqrt(_ x: consuming Tensor) -> Tensor { x.applying(ck_sqrt, picoseconds: 540) }
/// The absolute value of every element.
public func abs(_ x: consuming Tensor) -> Tensor { x.applying(ck_absolute) }
/// Every element rounded to the nearest integer, with halves rounded to even, as in NumPy.
public func round(_ x: Tensor) -> Tensor { x.map { $0.rounded(.toNearestOrEven) } }
/// The largest integer not above each element.
public func floor(_ x: Tensor) -> Tensor { x.map { $0.rounded(.down) } }
/// The sign of every element as -1, 0 or 1; NaN stays NaN.
public func sign(_ x: consuming Tensor) -> Tensor { x.applying(ck_sign) }
/// Every element to the power of a number.
///
/// An integer exponent is computed by multiplication, any other by the system's `pow`.
public func pow(_ x: Tensor, _ exponent: Double) -> Tensor {
  if exponent == 2 { return x.squared() }
  if exponent == 0.5 { return sqrt(x) }
  return x.map { pow($0, exponent) }
}

// MARK: The larger and the smaller

/// The elementwise maximum, broadcast as in NumPy; NaN where either element is NaN.
///
/// - Throws: `ShapeError.broadcast` if the shapes do not fit.
public func maximum(_ a: consuming Tensor, _ b: consuming Tensor) throws -> Tensor {
  try Tensor.binary(CK_MAXIMUM, "maximum", a, b)
}
/// The larger of each element and the number: `maximum(Z, 0)` is ReLU.
public func maximum(_ a: consuming Tensor, _ b: Double) -> Tensor {
  Tensor.binary(CK_MAXIMUM, a, b)
}
/// The larger of each element and the number: `maximum(0, Z)` is ReLU.
public func maximum(_ a: Double, _ b: consuming Tensor) -> Tensor {
  Tensor.binary(CK_MAXIMUM, a, b)
}
/// The elementwise minimum, broadcast as in NumPy; NaN where either element is NaN.
///
/// - Throws: `ShapeError.broadcast` if the shapes do not fit.
public func minimum(_ a: consuming Tensor, _ b: consuming Tensor) throws -> Tensor {
  try Tensor.binary(CK_MINIMUM, "minimum", a, b)
}
/// The smaller of each element and the number.
public func minimum(_ a: consuming Tensor, _ b: Double) -> Tensor {
  Tensor.binary(CK_MINIMUM, a, b)
}
/// The smaller of each element and the number.
public func minimum(_ a: Double, _ b: consuming Tensor) -> Tensor {
  Tensor.binary(CK_MINIMUM, a, b)
}
