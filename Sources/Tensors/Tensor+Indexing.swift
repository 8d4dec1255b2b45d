import Text

extension Tensor {
  /// The element `i` of a vector.
  ///
  /// Stops the program if there is no such element.
  public subscript(i: Int) -> Double {
    get { storage[offset(i)] }
    set { storage[offset(i)] = newValue }
  }

  /// The element in row `i` and column `j` of a matrix.
  ///
  /// Stops the program if there is no such element.
  public subscript(i: Int, j: Int) -> Double {
    get { storage[offset(i, j)] }
    set { storage[offset(i, j)] = newValue }
  }

  /// An element of a tensor of rank 3.
  ///
  /// Stops the program if there is no such element.
  public subscript(i: Int, j: Int, k: Int) -> Double {
    get { storage[offset(i, j, k)] }
    set { storage[offset(i, j, k)] = newValue }
  }

  /// An element of a tensor of rank 4, such as images (m, n_H, n_W, n_C).
  ///
  /// Stops the program if there is no such element.
  public subscript(i: Int, j: Int, k: Int, l: Int) -> Double {
    get { storage[offset(i, j, k, l)] }
    set { storage[offset(i, j, k, l)] = newValue }
  }

  // The messages of preconditions vanish in optimized code, so every index is checked here. One
  // unsigned comparison rejects both negative and too large indices.

  @inline(__always)
  private func offset(_ i: Int) -> Int {
    guard layout.rank == 1, isIndex(i, layout.columns) else { indexFailure([i]) }
    return i
  }

  @inline(__always)
  private func offset(_ i: Int, _ j: Int) -> Int {
    guard layout.rank == 2, isIndex(i, layout.rows), isIndex(j, layout.columns) else {
      indexFailure([i, j])
    }
    return isTransposed ? j * layout.rows + i : i * layout.columns + j
  }

  @inline(__always)
  private func offset(_ i: Int, _ j: Int, _ k: Int) -> Int {
    guard let shape = layout.longer, shape.count == 3, isIndex(i, shape[0]), isIndex(j, shape[1]),
      isIndex(k, shape[2])
    else { indexFailure([i, j, k]) }
    return (i * shape[1] + j) * shape[2] + k
  }

  @inline(__always)
  private func offset(_ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Int {
    guard let shape = layout.longer, shape.count == 4, isIndex(i, shape[0]), isIndex(j, shape[1]),
      isIndex(k, shape[2]), isIndex(l, shape[3])
    else { indexFailure([i, j, k, l]) }
    return ((i * shape[1] + j) * shape[2] + k) * shape[3] + l
  }

  @inline(__always)
  private func isIndex(_ index: Int, _ length: Int) -> Bool {
    UInt(bitPattern: index) < UInt(bitPattern: length)
  }

  @inline(never)
  private func indexFailure(_ indices: [Int]) -> Never {
    let subscripts = "[" + indices.map(String.init).joined(separator: ", ") + "]"
    guard indices.count == shape.count else {
      stop(
        Phrase(
          "subscript \(subscripts) has \(indices.count) \(indices.count == 1 ? "index" : "indices"), "
            + "but the shape \(shapeText(shape)) has \(shape.count)",
          zh: "下标 \(subscripts) 有 \(indices.count) 个数，但形状 \(shapeText(shape)) 有 \(shape.count) 条轴"))
    }
    stop(
      Phrase(
        "subscript \(subscripts) lies outside the shape \(shapeText(shape)): an index goes from 0 to "
          + "the length of its axis minus 1",
        zh: "下标 \(subscripts) 超出了形状 \(shapeText(shape))：下标从 0 到该轴长度减 1"))
  }
}
