import Text

/// An operation and the indices of its inputs as text: `multiply(1, 2)`, `sum(3, axis: 0)`.
struct NodeText {
  let operation: String
  let inputs: [Int]
  let axis: Int?

  init(_ operation: String, _ inputs: [Int], axis: Int? = nil) {
    self.operation = operation
    self.inputs = inputs
    self.axis = axis
  }

  /// Parses a text; nil if it has another form.
  init?(_ text: String) {
    // Avoids a regular expression, because a graph is parsed at every call.
    var parts = text.split(separator: "(", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].last == ")" else { return nil }
    parts[1].removeLast()
    var (inputs, axis): ([Int], Int?) = ([], nil)
    for part in parts[1].split(separator: ",") {
      let words = part.split(separator: " ")
      guard let last = words.last.flatMap({ Int($0) }), last >= 0 else { return nil }
      switch words.dropLast() {
      case []: inputs.append(last)
      case ["axis:"]: axis = last
      default: return nil
      }
    }
    self.init(String(parts[0]), inputs, axis: axis)
  }

  var text: String {
    let places = inputs.map(String.init) + (axis.map { ["axis: \($0)"] } ?? [])
    return "\(operation)(\(places.joined(separator: ", ")))"
  }
}

/// An error for a text that is not a node of a graph.
struct NodeTextError: PhrasedError, Equatable {
  let text: String
  /// The accepted forms: `add(i, j)`, `exp(i)`.
  let forms: [String]

  init(_ text: String, _ operations: [(name: String, inputCount: Int)]) {
    self.text = text
    forms = operations.map { name, count in
      "\(name)(\(["i", "j"].prefix(count).joined(separator: ", ")))"
    }
  }

  var phrase: Phrase {
    let list = forms.joined(separator: ", ")
    return Phrase(
      "expected a number or an operation on the nodes at places i and j, \(list), got “\(text)”",
      zh: "应为一个数，或对位置 i、j 的节点的一种运算：\(list)，得到的是“\(text)”")
  }

  func decodingError(at path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: path, debugDescription: phrase(.english), underlyingError: self))
  }
}
