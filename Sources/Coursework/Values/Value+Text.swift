import Tensors
public import Text

extension Value {
  /// The whole value as NumPy and Swift would print it.
  public var text: String {
    switch self {
    case .null: "nil"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): value.shown
    case .text(let value): String(reflecting: value.cut(to: 2000)).ofStrangers(1000)
    case .tensor(let tensor): Self.text(of: tensor)
    case .list(let items):
      "[" + items.prefix(Self.mostItems).map(\.text).joined(separator: ", ")
        + (items.count > Self.mostItems ? ", … (\(items.count))]" : "]")
    case .record(let fields):
      fields.map { field in
        let text = field.value.text
        let name = field.shownName
        return text.contains("\n") ? "\(name) =\n\(text)" : "\(name) = \(text)"
      }.joined(separator: "\n")
    }
  }

  /// The number of a list's items that are shown.
  private static let mostItems = 40
  /// The number of a shape's axes that are shown.
  private static let mostAxes = 12

  /// A tensor of many axes is shown as a vector, since nested brackets would hide its few numbers.
  private static func text(of tensor: Tensor) -> String {
    tensor.rank <= 5 ? tensor.description : tensor.flattened.description
  }

  /// The whole value, with the shape of a tensor after or above its numbers.
  public func shapedText(_ language: Language) -> String {
    guard case .tensor(let tensor) = self else { return text }
    let shape = Phrase("shape ", zh: "形状 ")(language) + Self.shapeText(tensor.shape)
    return text.contains("\n") ? "\(shape)\n\(text)" : "\(text)  \(shape)"
  }

  /// The value as it is shown among arguments: whole when small, otherwise its shape and beginning.
  public func clippedText(_ language: Language) -> String {
    let text = text
    let lines = text.split(separator: "\n")
    guard lines.count > 4 || text.count > 300 else { return shapedText(language) }
    var start = lines.prefix(4).map { String($0.prefix(76)) } + ["…"]
    if case .tensor(let tensor) = self {
      start.insert(Phrase("shape ", zh: "形状 ")(language) + Self.shapeText(tensor.shape), at: 0)
    } else {
      start.insert("", at: 0)
    }
    return start.joined(separator: "\n")
  }

  /// Returns the shapes of all tensors within, each under the name of its member; items of a list
  /// carry their index.
  func shapes(named name: String) -> [(name: String, shape: [Int])] {
    switch self {
    case .null, .boolean, .integer, .number, .text: []
    case .tensor(let tensor): [(name, tensor.shape)]
    case .list(let items):
      items.enumerated().flatMap { place, item in item.shapes(named: "\(name)[\(place)]") }
    case .record(let fields):
      fields.flatMap { field in
        // A structure's own members have names; those of structures in a list need its index as
        // well.
        field.value.shapes(named: name.hasSuffix("]") ? "\(name).\(field.name)" : field.name)
      }
    }
  }

  /// A shape as NumPy writes it: (3, 4), (3,), ().
  public static func shapeText(_ shape: [Int]) -> String {
    let inner =
      shape.prefix(mostAxes).map(String.init).joined(separator: ", ")
      + (shape.count > mostAxes ? ", …" : "")
    return shape.count == 1 ? "(\(inner),)" : "(\(inner))"
  }
}

extension Double {
  /// The shortest text that reads back as this number; the meaningless sign of a NaN is dropped.
  var shown: String { isNaN ? "nan" : "\(self)" }
}
