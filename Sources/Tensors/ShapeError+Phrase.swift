public import Text

extension ShapeError: PhrasedError {
  /// One sentence that names the operation, the shapes, and what would have fit.
  public var phrase: Phrase {
    switch self {
    case .broadcast(let operation, let a, let b):
      let mismatch = Self.firstMismatch(a, b)
      return Phrase(
        "\(operation): \(shapeText(a)) and \(shapeText(b)) do not fit together: counted from the "
          + "right, two axes must be equally long or one of them 1, but \(mismatch(.english))",
        zh: "\(operation)：\(shapeText(a)) 与 \(shapeText(b)) 无法配合：从右往左数，两条轴的长度必须相等，"
          + "或者其中一个是 1，而这里\(mismatch(.chinese))")
    case .growth(let operation, let a, let b):
      return Phrase(
        "\(operation): \(shapeText(a)) cannot take \(shapeText(b)): the right side must broadcast "
          + "to the shape of the left side",
        zh: "\(operation)：\(shapeText(a)) 容不下 \(shapeText(b))：右边必须能广播成左边的形状")
    case .dot(let a, let b):
      return Phrase(
        "dot: \(shapeText(a)) by \(shapeText(b)): "
          + "\(a.count == 1 ? "the length" : "the columns") of the first (\(a.last ?? 1)) must equal "
          + "\(b.count == 1 ? "the length" : "the rows") of the second (\(b.first ?? 1))",
        zh: "dot：\(shapeText(a)) 乘 \(shapeText(b))：前者的\(a.count == 1 ? "长度" : "列数")"
          + "（\(a.last ?? 1)）必须等于后者的\(b.count == 1 ? "长度" : "行数")（\(b.first ?? 1)）")
    case .dotRank(let a, let b):
      return Phrase(
        "dot: \(shapeText(a)) by \(shapeText(b)): both must be matrices or vectors (rank 2 or 1)",
        zh: "dot：\(shapeText(a)) 乘 \(shapeText(b))：两者都必须是矩阵或向量（2 条轴或 1 条轴）")
    case .invalidShape(let shape):
      return Phrase(
        "\(shapeText(shape)) is not a shape: there may be at most 64 lengths, none negative, and "
          + "their product must fit in memory",
        zh: "\(shapeText(shape)) 不是形状：最多 64 个长度，都不能为负，乘积不能超出内存")
    case .elementCount(let shape, let count):
      let size = shape.reduce(1, *)
      return Phrase(
        "shape \(shapeText(shape)) holds \(Self.elements(size)), but "
          + "\(count) \(count == 1 ? "was" : "were") given",
        zh: "形状 \(shapeText(shape)) 有 \(size) 个元素，却给了 \(count) 个")
    case .reshape(let from, let to):
      let size = from.reduce(1, *)
      return Phrase(
        "reshaped: \(shapeText(from)) holds \(Self.elements(size)) and cannot become "
          + shapeText(to),
        zh: "reshaped：\(shapeText(from)) 有 \(size) 个元素，不能变成 \(shapeText(to))")
    case .notOneElement(let shape):
      return Phrase(
        "scalar: the tensor must hold exactly one element, but its shape is \(shapeText(shape))",
        zh: "scalar：张量必须恰好有一个元素，但它的形状是 \(shapeText(shape))")
    case .notAMatrix(let operation, let shape):
      return Phrase(
        "\(operation): expected a matrix, but the shape is \(shapeText(shape))",
        zh: "\(operation)：需要矩阵，但形状是 \(shapeText(shape))")
    case .axis(let operation, let axis, let shape):
      let count = shape.count
      return Phrase(
        "\(operation): axis \(axis) does not exist in \(shapeText(shape)): "
          + (count == 0
            ? "a single number has no axes"
            : "axes go from 0 to \(count - 1), or from -\(count) to -1 counted from the end"),
        zh: "\(operation)：\(shapeText(shape)) 没有轴 \(axis)："
          + (count == 0
            ? "单个数没有轴" : "轴的编号是 0 到 \(count - 1)，从末尾数是 -\(count) 到 -1"))
    case .duplicateAxis(let operation, let axis, let shape):
      return Phrase(
        "\(operation): axis \(axis) of \(shapeText(shape)) is named twice",
        zh: "\(operation)：\(shapeText(shape)) 的轴 \(axis) 写了两次")
    case .axisOrder(let axes, let shape):
      return Phrase(
        "transposed: \(axes) is not an order of the axes of \(shapeText(shape)): every axis "
          + "from 0 to \(shape.count - 1) must occur once",
        zh: "transposed：\(axes) 不是 \(shapeText(shape)) 各轴的排列："
          + "0 到 \(shape.count - 1) 的每条轴必须恰好出现一次")
    case .range(let operation, let range, let axis, let shape):
      let wanted = "\(range.lowerBound)..<\(range.upperBound)"
      return Phrase(
        "\(operation): \(wanted) reaches outside axis \(axis) of \(shapeText(shape)), whose "
          + "indices are 0..<\(shape[axis])",
        zh: "\(operation)：\(wanted) 超出了 \(shapeText(shape)) 的轴 \(axis)，"
          + "该轴的下标是 0..<\(shape[axis])")
    case .index(let operation, let index, let axis, let shape):
      return Phrase(
        "\(operation): \(index) lies outside axis \(axis) of \(shapeText(shape)), whose indices "
          + "are 0..<\(shape[axis])",
        zh: "\(operation)：\(index) 不在 \(shapeText(shape)) 的轴 \(axis) 上，"
          + "该轴的下标是 0..<\(shape[axis])")
    case .nothingToReduce(let operation, let axis, let shape):
      return Phrase(
        "\(operation): \(axis.map { "axis \($0) of " } ?? "")\(shapeText(shape)) is empty, and no "
          + "numbers have no \(operation)",
        zh: "\(operation)：\(shapeText(shape)) \(axis.map { "的轴 \($0) " } ?? "")是空的，"
          + "没有数就谈不上 \(operation)")
    case .join(operation: "stack", let a, let b, axis: _):
      return Phrase(
        "stack: \(shapeText(a)) and \(shapeText(b)) must be equal",
        zh: "stack：\(shapeText(a)) 与 \(shapeText(b)) 必须相同")
    case .join(let operation, let a, let b, let axis):
      return Phrase(
        "\(operation): \(shapeText(a)) and \(shapeText(b)) must be equal except in axis \(axis)",
        zh: "\(operation)：除轴 \(axis) 外，\(shapeText(a)) 与 \(shapeText(b)) 必须相同")
    case .nothingToJoin(let operation):
      return Phrase(
        "\(operation): expected at least one tensor, but the list is empty",
        zh: "\(operation)：至少需要一个张量，但列表是空的")
    case .window(let given, let window):
      return Phrase(
        "setSlice: the window has shape \(shapeText(window)), but the tensor given has "
          + shapeText(given),
        zh: "setSlice：窗口的形状是 \(shapeText(window))，给出的张量却是 \(shapeText(given))")
    }
  }

  private static func elements(_ count: Int) -> String {
    count == 1 ? "1 element" : "\(count) elements"
  }

  /// The lengths of the first pair of axes, counted from the right, that differ and are not 1.
  private static func firstMismatch(_ a: [Int], _ b: [Int]) -> Phrase {
    for (p, q) in zip(a.reversed(), b.reversed()) where p != q && p != 1 && q != 1 {
      return Phrase("\(p) meets \(q)", zh: "是 \(p) 对 \(q)")
    }
    return Phrase("they differ", zh: "两者不同")
  }
}
