public import Tensors
public import Text

/// Helpers for cutting pictures of shape (m, n_H, n_W, n_C), given to learners.
extension Tensor {
  /// The lengths of the four axes of pictures: `let (m, n_H, n_W, n_C) = try A_prev.pictureSizes`.
  ///
  /// - Throws: `PictureError` unless the rank is 4.
  public var pictureSizes: (m: Int, n_H: Int, n_W: Int, n_C: Int) {
    get throws {
      guard rank == 4 else { throw PictureError.notPictures(shape: shape) }
      return (shape[0], shape[1], shape[2], shape[3])
    }
  }

  /// The window of side f in example i whose upper left corner is at a row and a column.
  ///
  /// - Returns: shape (f, f, n_C).
  /// - Throws: `PictureError`, or `ShapeError.range` if the window extends beyond the picture.
  public func window(_ i: Int, row: Int, column: Int, side f: Int) throws -> Tensor {
    _ = try pictureSizes
    let band = try slice(axis: 0, i..<i + 1).slice(axis: 1, row..<row + f)
    return try band.slice(axis: 2, column..<column + f).entry(0)
  }

  /// The pictures without a border of width `pad`, which undoes `zeroPad`.
  ///
  /// - Throws: `PictureError`, also if the border is wider than the pictures.
  public func cropped(by pad: Int) throws -> Tensor {
    let (_, n_H, n_W, _) = try pictureSizes
    guard pad >= 0, 2 * pad <= n_H, 2 * pad <= n_W else {
      throw PictureError.frame(width: pad, shape: shape)
    }
    return try slice(axis: 1, pad..<n_H - pad).slice(axis: 2, pad..<n_W - pad)
  }

  /// The tensor with an axis stretched to a length: entry k moves to `start + k * stride`, and the
  /// gaps are filled with zeros.
  ///
  /// ```swift
  /// print(try Tensor([1, 2, 3]).spread(axis: 0, to: 7, from: 1, stride: 2))
  /// // [0. 1. 0. 2. 0. 3. 0.]
  /// ```
  /// - Throws: `ShapeError.axis`, or `PictureError.spread` if an entry falls outside.
  public func spread(axis: Int, to length: Int, from start: Int, stride: Int) throws -> Tensor {
    var blank = shape
    guard blank.indices.contains(axis) else {
      throw ShapeError.axis(operation: "spread", axis: axis, shape: shape)
    }
    let count = blank[axis]
    guard stride > 0, start >= 0, count == 0 || start + (count - 1) * stride < length else {
      throw PictureError.spread(count: count, length: length, start: start, stride: stride)
    }
    if stride == 1 {
      blank[axis] = length
      var result = Tensor.zeros(shape: blank)
      try result.setSlice(axis: axis, start..<start + count, to: self)
      return result
    }
    blank[axis] = 1
    let withZero = try concatenated(with: .zeros(shape: blank), axis: axis)
    var sources = [Int](repeating: count, count: length)
    for k in 0..<count { sources[start + k * stride] = k }
    return try withZero.slice(axis: axis, at: sources)
  }
}

/// A reason why pictures cannot be cut as requested.
public enum PictureError: PhrasedError, Equatable {
  case notPictures(shape: [Int])
  case frame(width: Int, shape: [Int])
  case spread(count: Int, length: Int, start: Int, stride: Int)
  case tooSmall(height: Int, width: Int, filter: Int)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .notPictures(let shape):
      Phrase(
        "pictures have four axes, (m, n_H, n_W, n_C), but this shape has \(shape.count): \(shape)",
        zh: "图像应有四条轴 (m, n_H, n_W, n_C)，但这个形状有 \(shape.count) 条：\(shape)")
    case .frame(let width, let shape):
      Phrase(
        "a border of width \(width) cannot be removed from pictures of shape \(shape)",
        zh: "形状为 \(shape) 的图像无法去掉宽为 \(width) 的边框")
    case .spread(let count, let length, let start, let stride):
      Phrase(
        "\(count) entries from index \(start) on, \(stride) apart, do not fit into a length of \(length)",
        zh: "从位置 \(start) 起每隔 \(stride) 放一项，共 \(count) 项，长度 \(length) 放不下")
    case .tooSmall(let height, let width, let f):
      Phrase(
        "pictures of \(height) × \(width) pixels are too small for two convolutions of side \(f), each followed by pooling: at least \(3 * f + 1) × \(3 * f + 1) are needed",
        zh:
          "\(height) × \(width) 像素的图像太小，做不了两次边长为 \(f) 的卷积（每次之后还要池化）：至少需要 \(3 * f + 1) × \(3 * f + 1)"
      )
    }
  }
}
