import Tensors

extension Value {
  /// The Swift value that this tree describes.
  ///
  /// - Throws: `DecodingError` when the tree has another form than `Result`.
  public func decoded<Result: Decodable>(as type: Result.Type = Result.self) throws -> Result {
    if type == Tensor.self, case .tensor(let tensor) = self, let result = tensor as? Result {
      return result
    }
    if type == [Double].self, case .tensor(let tensor) = self, tensor.rank == 1,
      let result = tensor.elements as? Result
    {
      return result
    }
    if type == Value.self, let result = self as? Result { return result }
    return try Result(from: TreeDecoder(tree: self, codingPath: []))
  }

  /// What the tree is, for messages.
  var kind: String {
    switch self {
    case .null: "nothing"
    case .boolean: "a Bool"
    case .integer: "an Int"
    case .number: "a Double"
    case .text: "a String"
    case .tensor(let tensor): "a tensor of shape \(Self.shapeText(tensor.shape))"
    case .list(let items): "a list of \(items.count)"
    case .record(let fields):
      "a structure of \(fields.map(\.name).joined(separator: ", "))".clipped(to: 500)
    }
  }
}

private struct TreeDecoder: Decoder {
  let tree: Value
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(
      type,
      .init(codingPath: codingPath, debugDescription: "expected \(type), found \(tree.kind)"))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .record(let fields) = tree else { throw mismatch([String: Any].self) }
    return KeyedDecodingContainer(
      Keyed<Key>(
        fields: Dictionary(
          fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
        codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    switch tree {
    case .list(let items):
      return Unkeyed(items: items, codingPath: codingPath)
    case .tensor(let tensor) where tensor.rank == 1:
      return Unkeyed(items: tensor.elements.map(Value.number), codingPath: codingPath)
    default:
      throw mismatch([Any].self)
    }
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { Single(decoder: self) }
}

private struct Single: SingleValueDecodingContainer {
  let decoder: TreeDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.tree == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .boolean(let value) = decoder.tree else { throw decoder.mismatch(type) }
    return value
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .text(let value) = decoder.tree else { throw decoder.mismatch(type) }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard case .number(let value) = decoder.tree else { throw decoder.mismatch(type) }
    return value
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }

  func decode<Number: BinaryInteger & Decodable>(_ type: Number.Type) throws -> Number {
    guard case .integer(let value) = decoder.tree, let number = Number(exactly: value) else {
      throw decoder.mismatch(type)
    }
    return number
  }

  func decode<Result: Decodable>(_ type: Result.Type) throws -> Result {
    try decoder.tree.decoded(as: type, at: decoder.codingPath)
  }
}

extension Value {
  fileprivate func decoded<Result: Decodable>(
    as type: Result.Type, at path: [any CodingKey]
  ) throws -> Result {
    if type == Tensor.self || type == [Double].self || type == Value.self {
      guard let result = try? decoded(as: type) else {
        throw TreeDecoder(tree: self, codingPath: path).mismatch(type)
      }
      return result
    }
    return try Result(from: TreeDecoder(tree: self, codingPath: path))
  }
}

private struct Position: CodingKey {
  let intValue: Int?
  var stringValue: String { "\(intValue ?? 0)" }
  init(_ index: Int) { intValue = index }
  init?(stringValue: String) { nil }
  init?(intValue: Int) { self.intValue = intValue }
}

private struct Unkeyed: UnkeyedDecodingContainer {
  let items: [Value]
  let codingPath: [any CodingKey]
  var currentIndex = 0

  init(items: [Value], codingPath: [any CodingKey]) {
    self.items = items
    self.codingPath = codingPath
  }

  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  private mutating func next() throws -> TreeDecoder {
    let path = codingPath + [Position(currentIndex)]
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Value.self,
        .init(codingPath: path, debugDescription: "the list has only \(items.count) items"))
    }
    defer { currentIndex += 1 }
    return TreeDecoder(tree: items[currentIndex], codingPath: path)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, items[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Result: Decodable>(_ type: Result.Type) throws -> Result {
    let decoder = try next()
    return try decoder.tree.decoded(as: type, at: decoder.codingPath)
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}

private enum Name: String, CodingKey {
  case superclass = "super"
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let fields: [String: Value]
  let codingPath: [any CodingKey]

  var allKeys: [Key] { fields.keys.compactMap(Key.init(stringValue:)) }
  func contains(_ key: Key) -> Bool { fields[key.stringValue] != nil }

  private func decoder(_ key: some CodingKey) throws -> TreeDecoder {
    guard let tree = fields[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key,
        .init(codingPath: codingPath, debugDescription: "no member named \(key.stringValue)"))
    }
    return TreeDecoder(tree: tree, codingPath: codingPath + [key])
  }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).tree == .null }
  func decode<Result: Decodable>(_ type: Result.Type, forKey key: Key) throws -> Result {
    let decoder = try decoder(key)
    return try decoder.tree.decoded(as: type, at: decoder.codingPath)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try decoder(Name.superclass) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
}
