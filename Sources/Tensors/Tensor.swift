import CKernels
import Text

/// An array of `Double` of any rank, in row-major order: the last index changes fastest.
///
/// A tensor is a value: changing a copy leaves the original unchanged.
/// ```swift
/// let A = Tensor([[1, 2, 3], [4, 5, 6]])
/// print(A.shape, A[1, 0])  // [2, 3] 4.0
/// ```
public struct Tensor: Sendable {
  /// The numbers in memory order: row by row, or column by column if `isTransposed`.
  var storage: [Double]
  private(set) var layout: Layout

  /// Creates a tensor of a layout known to hold exactly these elements, given in memory order.
  @inline(__always)
  init(_ layout: Layout, _ storage: [Double]) {
    assert(layout.shape.reduce(1, *) == storage.count)
    self.layout = layout
    self.storage = storage
  }

  /// Creates a tensor of a shape known to hold exactly these elements.
  init(uncheckedShape shape: [Int], elements: [Double]) {
    self.init(Layout(shape), elements)
  }

  /// Whether a matrix is stored column by column.
  ///
  /// `T` sets it, so that a large matrix reaches `dot` without a copy; it is not observable outside
  /// this module.
  var isTransposed: Bool { layout.isTransposed }

  /// The length of each axis, outermost first; empty for a single number.
  public var shape: [Int] { layout.shape }
  /// All elements in row-major order: the last index changes fastest.
  public var elements: [Double] { isTransposed ? rowMajorElements() : storage }
  /// The number of axes.
  public var rank: Int { layout.rank }
  /// The number of elements: the product of the shape.
  public var count: Int { storage.count }

  /// The number of rows of a matrix.
  ///
  /// Stops the program unless the rank is 2.
  public var rows: Int {
    guard rank == 2 else { notAMatrix("rows") }
    return layout.rows
  }

  /// The number of columns of a matrix.
  ///
  /// Stops the program unless the rank is 2.
  ///
  /// Examples are columns in this course, so `Double(X.columns)` is m.
  public var columns: Int {
    guard rank == 2 else { notAMatrix("columns") }
    return layout.columns
  }

  /// The only element of a tensor that holds exactly one, whatever its rank.
  ///
  /// - Throws: `ShapeError.notOneElement` for any other count.
  public var scalar: Double {
    get throws {
      guard storage.count == 1 else { throw ShapeError.notOneElement(shape) }
      return storage[0]
    }
  }

  /// The transpose of a matrix, (m, n) to (n, m).
  ///
  /// A tensor of rank 0 or 1 is returned unchanged, and a higher rank has its axes reversed, as in
  /// NumPy. A matrix is not copied until something other than `dot` uses the result.
  public var T: Tensor {
    switch rank {
    case 0, 1: return self
    case 2:
      let (rows, columns) = (layout.rows, layout.columns)
      let isVector = rows <= 1 || columns <= 1
      return Tensor(
        Layout(rows: columns, columns: rows, isTransposed: !isVector && !isTransposed), storage)
    default: return permuted(Array((0..<rank).reversed()))
    }
  }

  /// The same tensor, stored row by row.
  var rowMajor: Tensor {
    var result = self
    result.makeRowMajor()
    return result
  }

  /// Stores the elements row by row if they are not yet.
  mutating func makeRowMajor() {
    guard isTransposed else { return }
    storage = rowMajorElements()
    layout = Layout(rows: layout.rows, columns: layout.columns)
  }

  /// Returns the same elements in another shape, known to have the same count.
  func reshaped(unchecked shape: [Int]) -> Tensor {
    Tensor(uncheckedShape: shape, elements: elements)
  }

  @inline(never)
  private func rowMajorElements() -> [Double] {
    .filling(storage.count) { ck_transpose(storage, $0, layout.columns, layout.rows) }
  }

  @inline(never)
  private func notAMatrix(_ property: String) -> Never {
    stop(
      Phrase(
        "\(property): only a matrix has rows and columns, but the shape is \(shapeText(shape)); use "
          + "shape[axis], or reshaped(_:) first",
        zh: "\(property)：只有矩阵才有行和列，但形状是 \(shapeText(shape))；请用 shape[axis]，或先用 reshaped(_:)"))
  }
}

extension Tensor: Equatable {
  /// Returns whether both have the same shape and equal elements; a NaN equals nothing.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    if a.layout == b.layout { return a.storage == b.storage }
    return a.shape == b.shape && a.elements == b.elements
  }
}
