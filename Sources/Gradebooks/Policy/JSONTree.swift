import Text

/// An arbitrary JSON value, so that every diagnostic can name the place it is about.
indirect enum JSONTree: Decodable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case array([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      var members: [String: JSONTree] = [:]
      for key in object.allKeys {
        members[key.stringValue] = try object.decode(JSONTree.self, forKey: key)
      }
      self = .object(members)
    } else if var array = try? decoder.unkeyedContainer() {
      var elements: [JSONTree] = []
      while !array.isAtEnd { elements.append(try array.decode(JSONTree.self)) }
      self = .array(elements)
    } else {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let boolean = try? value.decode(Bool.self) {
        self = .boolean(boolean)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }

  /// The kind of value, in a word for messages.
  var kind: Phrase {
    switch self {
    case .null: Phrase("null", zh: " null")
    case .boolean: Phrase("true or false", zh: " true 或 false")
    case .number: Phrase("a number", zh: "数")
    case .text: Phrase("a text", zh: "文本")
    case .array: Phrase("a list", zh: "列表")
    case .object: Phrase("an object", zh: "对象")
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
