public import Tensors
import Text

/// Pictures and their class labels.
public struct LabelledImages: Sendable, Equatable {
  /// The pixel values as they were given, shape (m, n_H, n_W, n_C).
  public let pixels: Tensor
  /// The classes, one for each picture.
  public let labels: [Int]

  /// The number of pictures, m.
  public var count: Int { labels.count }
  /// The pictures' height n_H.
  public var height: Int { pixels.shape[1] }
  /// The pictures' width n_W.
  public var width: Int { pixels.shape[2] }
  /// The number of channels n_C: 1 for gray, 3 for red, green and blue.
  public var channels: Int { pixels.shape[3] }

  /// Combines pictures and labels.
  ///
  /// - Parameters:
  ///   - pixels: Pictures of shape (m, n_H, n_W, n_C), or (m, n_H, n_W) for gray ones.
  ///   - labels: Whole numbers of shape (m,), (1, m) or (m, 1).
  /// - Throws: `DatasetError.shape`, `.unequalCounts` or `.label`.
  public init(pixels: Tensor, labels: Tensor) throws {
    let shape = pixels.shape
    guard shape.count == 3 || shape.count == 4, shape.dropFirst().allSatisfy({ $0 > 0 }) else {
      throw DatasetError.shape(
        name: Phrase("an array of pictures", zh: "图像数组"),
        expected: ["(m, n_H, n_W, n_C)", "(m, n_H, n_W)"], actual: shape)
    }
    guard labels.rank == 1 || labels.rank == 2 && labels.shape.contains(1) else {
      throw DatasetError.shape(
        name: Phrase("an array of labels", zh: "标签数组"),
        expected: ["(m,)", "(1, m)", "(m, 1)"], actual: labels.shape)
    }
    guard shape[0] == labels.count else {
      throw DatasetError.unequalCounts(examples: shape[0], labels: labels.count)
    }
    for (index, label) in labels.elements.enumerated()
    where !(0...999).contains(label) || label != label.rounded() {
      throw DatasetError.label(label, index: index)
    }
    self.pixels = try pixels.reshaped(shape: shape.count == 4 ? shape : shape + [1])
    self.labels = labels.elements.map { Int($0) }
  }

  private init(chosen pixels: Tensor, labels: [Int]) {
    self.pixels = pixels
    self.labels = labels
  }

  /// The pictures at these indices, in this order.
  ///
  /// - Throws: `ShapeError.index` for an index out of range.
  public func images(at indices: [Int]) throws -> LabelledImages {
    let chosen = try pixels.slice(axis: 0, at: indices)
    return LabelledImages(chosen: chosen, labels: indices.map { labels[$0] })
  }

  /// The first pictures of each of these classes, in their original order: a smaller, balanced set.
  public func first(_ count: Int, ofEach classes: [Int]) throws -> LabelledImages {
    var left = Dictionary(classes.map { ($0, count) }, uniquingKeysWith: { first, _ in first })
    let chosen = labels.indices.filter { index in
      guard let more = left[labels[index]], more > 0 else { return false }
      left[labels[index]] = more - 1
      return true
    }
    return try images(at: chosen)
  }

  /// The pictures with values from 0 to 1, shape (m, n_H, n_W, n_C), as convolutions take them.
  ///
  /// Values are divided by 255 if they are bytes, that is, whole numbers up to 255 of which at
  /// least one exceeds 1. Other values stay as they are.
  public var normalized: Tensor {
    let values = pixels.elements
    let areBytes =
      values.allSatisfy { (0...255).contains($0) && $0 == $0.rounded() }
      && values.contains { $0 > 1 }
    return areBytes ? pixels / 255 : pixels
  }

  /// The labels in a row, shape (1, m).
  public var labelRow: Tensor { .row(labels.map(Double.init)) }

  /// One-hot columns, with a 1 in the row of the class, shape (classes, m).
  ///
  /// - Throws: `DatasetError.tooFewClasses` if a label is `classes` or more.
  public func oneHot(classes: Int) throws -> Tensor {
    if let label = labels.max(), label >= classes {
      throw DatasetError.tooFewClasses(classes, label: label)
    }
    var result = Tensor.zeros(max(0, classes), count)
    for (column, label) in labels.enumerated() { result[label, column] = 1 }
    return result
  }

  /// Every picture as a column of n_H · n_W · n_C normalized values, with the labels in a row.
  ///
  /// The order of the values is kept: row by row, with the channels of a pixel adjacent.
  public func flattened() throws -> LabelledData {
    let columns = try normalized.reshaped(count, height * width * channels).T
    // Copies the elements into this layout once instead of at every access.
    let X = try Tensor(shape: columns.shape, elements: columns.elements)
    return try LabelledData(X: X, Y: labelRow)
  }

  /// The pictures of two classes as columns, labelled 0 for the first class and 1 for the second.
  ///
  /// - Throws: `DatasetError.sameClass`, or `DatasetError.noExamples` if a class has none.
  public func pair(of first: Int, and second: Int) throws -> LabelledData {
    guard first != second else { throw DatasetError.sameClass(first) }
    for label in [first, second] where !labels.contains(label) {
      throw DatasetError.noExamples(ofClass: label)
    }
    let chosen = try images(
      at: labels.indices.filter { labels[$0] == first || labels[$0] == second })
    return try LabelledData(
      X: try chosen.flattened().X, Y: .row(chosen.labels.map { $0 == second ? 1 : 0 }))
  }
}
