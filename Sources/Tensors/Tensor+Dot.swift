import CKernels

extension Tensor {
  /// Multiplies two matrices, (m, k) by (k, n) giving (m, n): C_ij = Σ_p A_ip B_pj.
  ///
  /// A vector on the left counts as a row and one on the right as a column, and the result loses that
  /// axis: (k,) by (k, n) gives (n,), (m, k) by (k,) gives (m,), and (k,) by (k,) gives ().
  /// ```swift
  /// let A = Tensor([[1, 2], [3, 4]])
  /// print(try A.dot(Tensor.column([1, 1])))
  /// // [[3.]
  /// //  [7.]]
  /// ```
  /// - Throws: `ShapeError.dot` unless the inner lengths are equal, `ShapeError.dotRank` if a rank is
  ///   not 1 or 2.
  public func dot(_ other: Tensor) throws -> Tensor {
    let (a, b) = (self, other)
    guard 1...2 ~= a.rank, 1...2 ~= b.rank else { throw ShapeError.dotRank(a.shape, b.shape) }
    let (m, k) = (a.layout.rows, a.layout.columns)
    let n = b.rank == 2 ? b.layout.columns : 1
    guard k == b.layout[0] else { throw ShapeError.dot(a.shape, b.shape) }
    let layout =
      switch (a.rank, b.rank) {
      case (2, 2): Layout(rows: m, columns: n)
      case (2, _): Layout(length: m)
      case (_, 2): Layout(length: n)
      default: Layout([])
      }
    let (size, overflows) = m.multipliedReportingOverflow(by: n)
    guard !overflows, size <= 1 << 46 else { throw ShapeError.invalidShape([m, n]) }
    let elements = [Double].filling(size) { c in
      a.storage.withUnsafeBufferPointer { x in
        b.storage.withUnsafeBufferPointer { y in
          MatrixProduct(
            a: x.baseAddress, aRow: a.isTransposed ? 1 : k, aColumn: a.isTransposed ? m : 1,
            b: y.baseAddress, bRow: b.isTransposed ? 1 : n, bColumn: b.isTransposed ? k : 1,
            c: c, m: m, n: n, k: k
          ).run()
        }
      }
    }
    return Tensor(layout, elements)
  }
}

/// Multiplies two matrices, (m, k) by (k, n) giving (m, n): C_ij = Σ_p A_ip B_pj.
///
/// The same as `a.dot(b)`.
/// - Throws: `ShapeError` if the shapes do not fit.
public func dot(_ a: Tensor, _ b: Tensor) throws -> Tensor { try a.dot(b) }

/// A product of matrices in memory, split among the processors if that pays off.
private struct MatrixProduct {
  let a: UnsafePointer<Double>?
  let aRow: Int
  let aColumn: Int
  let b: UnsafePointer<Double>?
  let bRow: Int
  let bColumn: Int
  let c: UnsafeMutablePointer<Double>?
  let m: Int
  let n: Int
  let k: Int

  /// The amount of work, in seconds, below which a second thread may cost more than it saves.
  private static let worthSplitting = 6e-5
  /// Parts begin at multiples of this, so that none but the last works on incomplete tiles.
  private static let tile = 8
  /// From this length on, what a part does takes far longer than to copy the other factor.
  private static let longPart = 1024

  /// The estimated time of one thread: multiplications are fast, but elements that are fetched from
  /// memory and used only once or twice are not.
  private var seconds: Double {
    let (m, n, k) = (Double(m), Double(n), Double(k))
    return m * n * k * 2e-11 + (m * k + k * n + m * n) * 1.5e-10
  }

  /// The number of parts to split a side of this length into.
  ///
  /// Every part copies the other factor for itself, so only long parts are more than there are
  /// threads.
  private func parts(of length: Int) -> Int {
    guard seconds >= Self.worthSplitting, Threads.count > 1 else { return 1 }
    return Swift.max(
      Swift.min(Threads.count, length / Self.tile),
      Swift.min(8 * Threads.count, length / Self.longPart))
  }

  func run() {
    guard m > 0, n > 0 else { return }
    let length = Swift.max(m, n)
    let parts = parts(of: length)
    guard parts > 1 else {
      ck_matmul(a, aRow, aColumn, b, bRow, bColumn, c, m, n, k, 0, m)
      return
    }
    let tiles = (length + Self.tile - 1) / Self.tile
    Threads.run(parts) { number in
      // What a training has read last is still in the cache. It reads the examples forwards for a
      // layer's outputs, and here backwards for the gradient of its weights.
      let part = m < n ? parts - 1 - number : number
      let first = tiles * part / parts * Self.tile
      let end = Swift.min(tiles * (part + 1) / parts * Self.tile, length)
      if m < n {
        ck_matmul_block(a, aRow, aColumn, b, bRow, bColumn, c, m, n, k, 0, m, first, end)
      } else {
        ck_matmul_block(a, aRow, aColumn, b, bRow, bColumn, c, m, n, k, first, end, 0, n)
      }
    }
  }
}
