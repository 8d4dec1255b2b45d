import Tensors

extension Value {
  /// A named part of an answer: the value under that name, or one value per layer where it is a
  /// list.
  struct Part {
    let name: String
    var values: [Value]
  }

  /// The parts of a structure by name; a single part with an empty name for any other value.
  ///
  /// The layer's index is dropped: `dW` stands for all layers.
  var parts: [Part] {
    var parts: [Part] = []
    collectParts(under: "", into: &parts)
    return parts
  }

  func part(_ name: String) -> [Value] { parts.first { $0.name == name }?.values ?? [] }

  private func collectParts(under path: String, into parts: inout [Part]) {
    switch self {
    case .record(let fields):
      for field in fields {
        field.value.collectParts(
          under: path.isEmpty ? field.name : "\(path).\(field.name)", into: &parts)
      }
    case .list(let items) where items.contains(where: \.isRecord):
      for item in items { item.collectParts(under: path, into: &parts) }
    default:
      if let index = parts.firstIndex(where: { $0.name == path }) {
        parts[index].values.append(self)
      } else {
        parts.append(Part(name: path, values: [self]))
      }
    }
  }

  /// Returns a copy in which the values of one part are passed through `change`.
  func mapping(part name: String, _ change: (Value) -> Value) -> Value {
    mapping(part: name, under: "", change)
  }

  private func mapping(
    part name: String, under path: String, _ change: (Value) -> Value
  ) -> Value {
    switch self {
    case .record(let fields):
      .record(
        fields.map { field in
          let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
          return Field(field.name, field.value.mapping(part: name, under: inner, change))
        })
    case .list(let items) where items.contains(where: \.isRecord):
      .list(items.map { $0.mapping(part: name, under: path, change) })
    default: path == name ? change(self) : self
    }
  }

  private var isRecord: Bool { if case .record = self { true } else { false } }
  var isText: Bool { if case .text = self { true } else { false } }

  /// A number, whole number or tensor as a tensor; nil for anything else.
  var asTensor: Tensor? {
    switch self {
    case .number(let number): Tensor(number)
    case .integer(let integer): Tensor(Double(integer))
    case .boolean(let flag): Tensor(flag ? 1 : 0)
    case .tensor(let tensor): tensor
    default: nil
    }
  }
}

extension [Value] {
  func matches(_ others: [Value], within tolerance: Tolerance) -> Bool {
    count == others.count
      && zip(self, others).allSatisfy { $0.difference(from: $1, within: tolerance) == nil }
  }
}
