/// The lengths of a tensor's axes, and the order of its elements in memory.
///
/// The lengths of a matrix stand in the value itself. As an array they would be allocated, counted
/// and freed for every result, which takes a small tensor longer than its arithmetic.
struct Layout: Sendable {
  /// The number of columns of a matrix, or the length of a vector; 1 for other ranks.
  let columns: Int
  /// The rank in the lowest 8 bits, `isTransposed` in the next, the rows from bit 16 on.
  ///
  /// A tensor of more than four words would be passed through memory, which makes a loop over its
  /// elements in unoptimized code twice as slow.
  private let packed: Int
  /// The lengths of more than two axes; nil for fewer.
  let longer: [Int]?

  /// The number of axes.
  @inline(__always)
  var rank: Int { packed & 0xff }
  /// Whether a matrix is stored column by column.
  @inline(__always)
  var isTransposed: Bool { packed & 0x100 != 0 }
  /// The number of rows of a matrix; 1 for other ranks.
  @inline(__always)
  var rows: Int { packed >> 16 }

  @inline(__always)
  private init(rank: Int, rows: Int, columns: Int, isTransposed: Bool = false, longer: [Int]? = nil)
  {
    packed = rows << 16 | (isTransposed ? 0x100 : 0) | rank
    self.columns = columns
    self.longer = longer
  }

  /// The layout of a matrix.
  @inline(__always)
  init(rows: Int, columns: Int, isTransposed: Bool = false) {
    self.init(rank: 2, rows: rows, columns: columns, isTransposed: isTransposed)
  }

  /// The layout of a vector.
  init(length: Int) {
    self.init(rank: 1, rows: 1, columns: length)
  }

  /// The layout of a tensor that is stored in row-major order.
  init(_ shape: [Int]) {
    switch shape.count {
    case 0: self.init(rank: 0, rows: 1, columns: 1)
    case 1: self.init(length: shape[0])
    case 2: self.init(rows: shape[0], columns: shape[1])
    default: self.init(rank: shape.count, rows: 1, columns: 1, longer: shape)
    }
  }

  /// The length of each axis, outermost first.
  var shape: [Int] {
    switch rank {
    case 0: []
    case 1: [columns]
    case 2: [rows, columns]
    default: longer ?? []
    }
  }

  /// The length of an axis that exists.
  subscript(axis: Int) -> Int {
    if let longer { return longer[axis] }
    return axis == 0 && rank == 2 ? rows : columns
  }
}

extension Layout: Equatable {
  @inline(__always)
  static func == (a: Layout, b: Layout) -> Bool {
    a.packed == b.packed && a.columns == b.columns && (a.rank <= 2 || a.longer == b.longer)
  }
}
