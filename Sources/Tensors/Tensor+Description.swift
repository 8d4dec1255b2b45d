extension Tensor: CustomStringConvertible, CustomDebugStringConvertible {
  /// The elements as NumPy's `str` prints them: up to 8 decimals, aligned in columns, and `...`
  /// instead of the middle of a tensor with more than 1000 elements.
  public var description: String {
    guard !shape.isEmpty else { return DecimalNumber(elements[0]).pythonText }
    guard count > 0 else { return "[]" }
    return TensorPrinter(self).text
  }

  /// The shape, followed by the description on the next line.
  public var debugDescription: String { "Tensor \(shapeText(shape))\n\(description)" }
}

/// The layout of a tensor in lines of at most 75 characters, NumPy's default.
private struct TensorPrinter {
  private static let lineWidth = 75
  private static let threshold = 1000
  private static let edgeItems = 3

  private let shape: [Int]
  private let elements: [Double]
  private let format: NumberFormat
  private let summarizes: Bool

  init(_ tensor: Tensor) {
    shape = tensor.shape
    elements = tensor.elements
    summarizes = elements.count > Self.threshold
    var shown: [Double] = []
    Self.collect(shape, elements, 0, 0, summarizes, &shown)
    format = NumberFormat(shown)
  }

  var text: String { block(axis: 0, first: 0, indent: " ", width: Self.lineWidth) }

  /// Returns the indices of an axis to show, with nil for the dots.
  private static func shownIndices(_ length: Int, _ summarizes: Bool) -> [Int?] {
    guard summarizes, length > 2 * edgeItems else { return Array(0..<length) }
    return Array(0..<edgeItems) + [nil] + Array(length - edgeItems..<length)
  }

  /// Gathers the elements to show, which alone determine the format.
  private static func collect(
    _ shape: [Int], _ elements: [Double], _ axis: Int, _ first: Int, _ summarizes: Bool,
    _ shown: inout [Double]
  ) {
    guard axis < shape.count else { return shown.append(elements[first]) }
    let step = shape[(axis + 1)...].reduce(1, *)
    for case let index? in shownIndices(shape[axis], summarizes) {
      collect(shape, elements, axis + 1, first + index * step, summarizes, &shown)
    }
  }

  private func block(axis: Int, first: Int, indent: String, width: Int) -> String {
    let step = shape[(axis + 1)...].reduce(1, *)
    let indices = Self.shownIndices(shape[axis], summarizes)
    guard axis < shape.count - 1 else {
      return line(
        indices.map { $0.map { format.text(elements[first + $0]) } ?? "..." }, indent: indent,
        width: width - 1)
    }
    let blocks = indices.map { index in
      index.map {
        block(axis: axis + 1, first: first + $0 * step, indent: indent + " ", width: width - 1)
      } ?? "..."
    }
    let separator = String(repeating: "\n", count: shape.count - axis - 1) + indent
    return "[" + blocks.joined(separator: separator) + "]"
  }

  /// Formats the words of the last axis, broken into lines that fit the width.
  private func line(_ words: [String], indent: String, width: Int) -> String {
    var finished = ""
    var line = indent
    for (position, word) in words.enumerated() {
      if line.count + word.count > width, line.count > indent.count {
        finished += line.trimmingTrailingSpaces + "\n"
        line = indent
      }
      line += word
      if position < words.count - 1 { line += " " }
    }
    return "[" + (finished + line).dropFirst(indent.count) + "]"
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}
