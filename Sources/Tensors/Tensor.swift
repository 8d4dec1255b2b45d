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
  /// The length of each axis, outermost first; empty for a single number.
  public private(set) var shape: [Int]
  /// The numbers in memory order: row by row, or column by column if `isTransposed`.
  var storage: [Double]
  /// Whether a rank-2 tensor is stored column by column.
  ///
  /// `T` sets it, so that a large matrix reaches `dot` without a copy; it is not observable outside
  /// this module.
  private(set) var isTransposed: Bool

  /// Creates a tensor of a shape known to hold exactly these elements.
  init(uncheckedShape shape: [Int], elements: [Double], isTransposed: Bool = false) {
    assert(shape.reduce(1, *) == elements.count)
    self.shape = shape
    self.storage = elements
    self.isTransposed = isTransposed
  }

  /// All elements in row-major order: the last index changes fastest.
  public var elements: [Double] { isTransposed ? rowMajorElements() : storage }
  /// The number of axes.
  public var rank: Int { shape.count }
  /// The number of elements: the product of the shape.
  public var count: Int { storage.count }

  /// The number of rows of a matrix.
  ///
  /// Stops the program unless the rank is 2.
  public var rows: Int {
    guard shape.count == 2 else { notAMatrix("rows") }
    return shape[0]
  }

  /// The number of columns of a matrix.
  ///
  /// Stops the program unless the rank is 2.
  ///
  /// Examples are columns in this course, so `Double(X.columns)` is m.
  public var columns: Int {
    guard shape.count == 2 else { notAMatrix("columns") }
    return shape[1]
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
    switch shape.count {
    case 0, 1: return self
    case 2:
      let exchanged = [shape[1], shape[0]]
      let isVector = shape[0] <= 1 || shape[1] <= 1
      return Tensor(
        uncheckedShape: exchanged, elements: storage, isTransposed: !isVector && !isTransposed)
    default: return permuted(Array((0..<shape.count).reversed()))
    }
  }

  /// The same tensor, stored row by row.
  var rowMajor: Tensor {
    isTransposed ? Tensor(uncheckedShape: shape, elements: rowMajorElements()) : self
  }

  /// Stores the elements row by row if they are not yet.
  mutating func makeRowMajor() {
    guard isTransposed else { return }
    storage = rowMajorElements()
    isTransposed = false
  }

  /// Returns the same elements in another shape, known to have the same count.
  func reshaped(unchecked shape: [Int]) -> Tensor {
    Tensor(uncheckedShape: shape, elements: elements)
  }

  @inline(never)
  private func rowMajorElements() -> [Double] {
    let (rows, columns) = (shape[0], shape[1])
    return .filling(storage.count) { ck_transpose(storage, $0, columns, rows) }
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
    guard a.shape == b.shape else { return false }
    if a.isTransposed == b.isTransposed { return a.storage == b.storage }
    return a.elements == b.elements
  }
}
