public import Text

/// A reason why a figure cannot be drawn from the given data.
public enum PlottingError: PhrasedError, Hashable {
  /// A series has different numbers of x and y.
  case unequalSeries(name: String, xCount: Int, yCount: Int)
  /// A grid's values do not fill its rows and columns.
  case gridCount(rows: Int, columns: Int, values: Int)
  /// A picture's values do not fill its rows, columns and channels.
  case pictureCount(rows: Int, columns: Int, channels: Int, values: Int)
  /// A picture has neither one channel nor three.
  case pictureChannels(Int)
  /// A tensor does not have one of the expected shapes.
  case shape(of: Subject, expected: [String], actual: [Int])
  /// A class label is not a whole number from 0 to 999.
  case label(Double, index: Int)
}

extension PlottingError {
  /// The tensors of which figures are drawn.
  public enum Subject: Hashable, Sendable {
    /// A variable of the mathematics, such as `X`, which has the same name in all languages.
    case variable(String)
    case grid
    case picture
    /// A classifier's output for the places of a figure.
    case answer

    fileprivate var name: Phrase {
      switch self {
      case .variable(let name): Phrase(name, zh: "\(name) ")
      case .grid: Phrase("A grid", zh: "网格")
      case .picture: Phrase("A picture", zh: "图像")
      case .answer: Phrase("The classifier's answer", zh: "分类器输出")
      }
    }
  }

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .unequalSeries(let name, let xCount, let yCount):
      Phrase(
        "The series \"\(name)\" has \(xCount) values of x but \(yCount) of y; give one y for each x.",
        zh: "曲线“\(name)”有 \(xCount) 个 x 值，却有 \(yCount) 个 y 值；每个 x 应对应一个 y。")
    case .gridCount(let rows, let columns, let values):
      Phrase(
        "A grid of \(rows) rows and \(columns) columns needs \(rows) × \(columns) values, "
          + "not \(values).",
        zh: "\(rows) 行 \(columns) 列的网格需要 \(rows) × \(columns) 个值，而不是 \(values) 个。")
    case .pictureCount(let rows, let columns, let channels, let values):
      Phrase(
        "A picture of \(rows)×\(columns) with \(channels) channel(s) needs "
          + "\(rows) × \(columns) × \(channels) values, not \(values).",
        zh: "\(channels) 通道、\(rows)×\(columns) 的图像需要 \(rows) × \(columns) × \(channels) 个值，"
          + "而不是 \(values) 个。")
    case .pictureChannels(let channels):
      Phrase(
        "A picture has 1 channel (gray) or 3 (red, green, blue), not \(channels).",
        zh: "图像应有 1 个通道（灰度）或 3 个通道（红、绿、蓝），而不是 \(channels) 个。")
    case .shape(let subject, let expected, let actual):
      Self.phrase(subject.name, expected, "(\(actual.map(String.init).joined(separator: ", ")))")
    case .label(let value, let index):
      Phrase(
        "The label of point \(index) must be a whole number from 0 to 999, not \(value).",
        zh: "第 \(index) 个点的标签应为 0 到 999 之间的整数，而不是 \(value)。")
    }
  }

  private static func phrase(_ name: Phrase, _ expected: [String], _ actual: String) -> Phrase {
    let others = expected.dropLast()
    let last = expected.last ?? ""
    let (or, zh) = others.isEmpty ? ("", "") : (" or ", " 或 ")
    return Phrase(
      "\(name.english) must have the shape \(others.joined(separator: ", "))\(or)\(last), "
        + "not \(actual).",
      zh: "\(name.chinese)的形状应为 \(others.joined(separator: "、"))\(zh)\(last)，而不是 \(actual)。")
  }
}
