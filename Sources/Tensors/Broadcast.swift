import CKernels

/// The iteration over two shapes under NumPy's rule: aligned at the right, two axes must have equal
/// lengths or one of them length 1, and an axis of length 1 is repeated.
struct Broadcast {
  /// Neighbouring axes that can be traversed as one, because each operand moves along all of them
  /// or along none.
  private struct Run {
    var length: Int
    var aMoves: Bool
    var bMoves: Bool
  }

  /// The shape of the result.
  let shape: [Int]
  /// The number of elements of the result.
  let count: Int
  private var runs: [Run] = []

  init(operation: String, _ a: [Int], _ b: [Int]) throws {
    let rank = Swift.max(a.count, b.count)
    var shape = [Int](repeating: 1, count: rank)
    for axis in 0..<rank {
      let p = axis < rank - a.count ? 1 : a[axis - (rank - a.count)]
      let q = axis < rank - b.count ? 1 : b[axis - (rank - b.count)]
      guard p == q || p == 1 || q == 1 else {
        throw ShapeError.broadcast(operation: operation, a, b)
      }
      let length = p == 1 ? q : p
      shape[axis] = length
      guard length != 1 else { continue }
      let run = Run(length: length, aMoves: p != 1, bMoves: q != 1)
      if let last = runs.last, last.aMoves == run.aMoves, last.bMoves == run.bMoves {
        runs[runs.count - 1].length *= length
      } else {
        runs.append(run)
      }
    }
    guard let count = elementCount(of: shape) else { throw ShapeError.invalidShape(shape) }
    self.shape = shape
    self.count = count
    if runs.isEmpty { runs.append(Run(length: 1, aMoves: true, bMoves: true)) }
  }

  typealias Source = UnsafePointer<Double>
  typealias Target = UnsafeMutablePointer<Double>

  /// Calls `body` for each innermost run with its start in a, b and the result, whether a and b
  /// move along it, and its length.
  @inline(__always)
  func forEachRun(
    _ a: Source, _ b: Source, _ z: Target,
    _ body: (Source, Bool, Source, Bool, Target, Int) throws -> Void
  ) rethrows {
    guard count > 0 else { return }
    try walk(0, a, b, z, body)
  }

  @discardableResult
  private func walk(
    _ depth: Int, _ a: Source, _ b: Source, _ z: Target,
    _ body: (Source, Bool, Source, Bool, Target, Int) throws -> Void
  ) rethrows -> (a: Int, b: Int, z: Int) {
    let run = runs[depth]
    guard depth < runs.count - 1 else {
      try body(a, run.aMoves, b, run.bMoves, z, run.length)
      return (run.aMoves ? run.length : 1, run.bMoves ? run.length : 1, run.length)
    }
    var (aOffset, bOffset, zOffset) = (0, 0, 0)
    var inner = (a: 0, b: 0, z: 0)
    for _ in 0..<run.length {
      inner = try walk(depth + 1, a + aOffset, b + bOffset, z + zOffset, body)
      if run.aMoves { aOffset += inner.a }
      if run.bMoves { bOffset += inner.b }
      zOffset += inner.z
    }
    return (run.aMoves ? aOffset : inner.a, run.bMoves ? bOffset : inner.b, zOffset)
  }

  /// Computes z = a op b.
  func apply(_ operation: ck_operation, _ a: Source, _ b: Source, _ z: Target) {
    if runs.count == 2, count > 0, runs[0].aMoves, runs[1].aMoves {
      // The bias of a layer, (n, 1) against (n, m), and the mean of each column, (1, m) against (n,
      // m).
      if runs[1].bMoves {
        ck_binary_row(operation, a, b, z, runs[0].length, runs[1].length)
      } else {
        ck_binary_column(operation, a, b, z, runs[0].length, runs[1].length)
      }
      return
    }
    forEachRun(a, b, z) { a, aMoves, b, bMoves, z, length in
      if !bMoves {
        ck_binary_scalar(operation, a, b[0], z, length)
      } else if !aMoves {
        ck_scalar_binary(operation, a[0], b, z, length)
      } else {
        ck_binary(operation, a, b, z, length)
      }
    }
  }
}
