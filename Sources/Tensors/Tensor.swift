/// An array of `Double` of any rank, stored row by row.
///
/// A tensor is a value: assigning one copies it, and changing the copy leaves the first alone.
public struct Tensor: Sendable {
  /// The length of each axis, outermost first; empty for a single number.
  public private(set) var shape: [Int]
  /// All numbers, row by row: the last index changes fastest.
  public private(set) var elements: [Double]

  /// Makes a tensor of a shape known to hold exactly these elements.
  init(uncheckedShape shape: [Int], elements: [Double]) {
    assert(shape.reduce(1, *) == elements.count)
    self.shape = shape
    self.elements = elements
  }

  /// The number of axes.
  public var rank: Int { shape.count }
  /// The number of elements.
  public var count: Int { elements.count }
}
