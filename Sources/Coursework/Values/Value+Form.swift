import Tensors

extension Value {
  /// The tree without its numbers: kinds, names, counts and shapes.
  ///
  /// A tensor becomes a text of its axis lengths, `"3 4"`, or `"()"` for rank 0.
  ///
  /// With `keepingTexts`, whole numbers and truth values are kept as well: as arguments they decide
  /// the form of an answer.
  func form(keepingTexts: Bool = false) -> Value {
    switch self {
    case .null: .null
    case .boolean: keepingTexts ? self : .boolean(false)
    case .integer: keepingTexts ? self : .integer(0)
    case .number: .number(0)
    case .text: keepingTexts ? self : .text("")
    case .tensor(let tensor):
      .text(tensor.rank == 0 ? "()" : tensor.shape.map(String.init).joined(separator: " "))
    case .list(let items): .list(items.map { $0.form(keepingTexts: keepingTexts) })
    case .record(let fields):
      .record(fields.map { Field($0.name, $0.value.form(keepingTexts: keepingTexts)) })
    }
  }

  /// A value of this form filled with zeros, to compare other forms with; nil when the form
  /// contains an impossible tensor shape.
  var ofThisForm: Value? {
    switch self {
    case .null, .boolean, .integer, .number, .tensor: return self
    case .text(""): return self
    case .text("()"): return .tensor(Tensor(0))
    case .text(let lengths):
      let shape = lengths.split(separator: " ").compactMap { Int($0) }
      guard !shape.isEmpty, shape.allSatisfy({ 0...Self.longestAxis ~= $0 }),
        shape.reduce(1, { $0.multipliedReportingOverflow(by: max(1, $1)).partialValue })
          <= Self.longestAxis
      else { return nil }
      return .tensor(.zeros(shape: shape))
    case .list(let items):
      let inner = items.compactMap(\.ofThisForm)
      return inner.count == items.count ? .list(inner) : nil
    case .record(let fields):
      let inner = fields.compactMap { field in field.value.ofThisForm.map { Field(field.name, $0) }
      }
      return inner.count == fields.count ? .record(inner) : nil
    }
  }

  /// A bound above any real answer's size: a form that asks for more is damaged.
  private static let longestAxis = 1 << 27
}
