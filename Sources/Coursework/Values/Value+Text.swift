import Tensors
import Text

extension Value {
  /// The whole value, as NumPy and Swift would print it.
  public var text: String {
    switch self {
    case .null: "nil"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): value.shown
    case .text(let value): String(reflecting: value).clipped(to: 1000)
    case .tensor(let tensor): Self.text(of: tensor)
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .record(let fields):
      fields.map { field in
        let text = field.value.text
        return text.contains("\n") ? "\(field.name) =\n\(text)" : "\(field.name) = \(text)"
      }.joined(separator: "\n")
    }
  }

  /// A tensor of many axes is shown as a vector: nested brackets would hide its few numbers.
  private static func text(of tensor: Tensor) -> String {
    tensor.rank <= 5 ? tensor.description : tensor.flattened.description
  }

  /// The value as an argument is shown: whole when it is small, else its shape and its beginning.
  func clippedText(_ language: Language) -> String {
    let text = text
    let shape =
      if case .tensor(let tensor) = self {
        Phrase("shape ", zh: "形状 ")(language) + Self.shapeText(tensor.shape)
      } else { "" }
    let lines = text.split(separator: "\n")
    guard lines.count > 4 || text.count > 300 else {
      if lines.count > 1 { return "\(shape)\n\(text)" }
      return shape.isEmpty ? text : "\(text)  \(shape)"
    }
    let start = lines.prefix(4).map { $0.prefix(76) }.joined(separator: "\n")
    return "\(shape)\n\(start)\n…"
  }

  /// A shape as NumPy writes it: (3, 4), (3,), ().
  public static func shapeText(_ shape: [Int]) -> String {
    let inner = shape.map(String.init).joined(separator: ", ")
    return shape.count == 1 ? "(\(inner),)" : "(\(inner))"
  }
}

extension Double {
  /// The shortest text that reads back as this number; a NaN without its sign, which means nothing.
  var shown: String { isNaN ? "nan" : "\(self)" }
}
