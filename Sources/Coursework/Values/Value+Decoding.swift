import Tensors
import Text

extension Value {
  /// Decodes the Swift value that this tree describes.
  ///
  /// - Throws: `DecodingError` when the tree does not have the form of `Result`.
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

  /// The kind of value, for messages.
  var kind: Phrase {
    switch self {
    case .null: Phrase("nothing", zh: "空值")
    case .boolean: Phrase("a Bool", zh: "一个 Bool")
    case .integer: Phrase("an Int", zh: "一个 Int")
    case .number: Phrase("a Double", zh: "一个 Double")
    case .text: Phrase("a String", zh: "一个 String")
    case .tensor(let tensor):
      Phrase(
        "a tensor of shape \(Self.shapeText(tensor.shape))",
        zh: "形状为 \(Self.shapeText(tensor.shape)) 的张量")
    case .list(let items):
      Phrase("a list of \(items.count)", zh: "有 \(items.count) 项的列表")
    case .record(let fields):
      Phrase(
        "a structure of \(Self.names(fields, ", "))",
        zh: "由 \(Self.names(fields, "、")) 组成的结构")
    }
  }

  /// Joins the names of members, which may come from untrusted code.
  private static func names(_ fields: [Field], _ separator: String) -> String {
    let most = 12
    let names = fields.prefix(most).map(\.shownName).joined(separator: separator)
    return fields.count > most ? names + separator + "…" : names
  }
}

extension Value.Field {
  /// The name made safe to display, since it may come from untrusted code.
  var shownName: String { Visible.line(name.ofStrangers(60)) }
}

extension DecodingError.Context {
  fileprivate init(at path: [any CodingKey], _ reason: Phrase) {
    self.init(
      codingPath: path, debugDescription: reason(.english),
      underlyingError: FormMismatch(phrase: reason))
  }
}

private struct TreeDecoder: Decoder {
  let tree: Value
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func mismatch(_ type: Any.Type, _ name: Phrase? = nil) -> DecodingError {
    let wanted = name ?? Phrase("\(type)", zh: " \(type)")
    return .typeMismatch(
      type,
      .init(
        at: codingPath,
        Phrase(
          "expected \(wanted(.english)), found \(tree.kind(.english))",
          zh: "期望\(wanted(.chinese))，实际是\(tree.kind(.chinese))")))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .record(let fields) = tree else {
      throw mismatch(
        [String: Any].self, Phrase("a structure", zh: "一个结构"))
    }
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
      throw mismatch([Any].self, Phrase("a list", zh: "一个列表"))
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
        .init(
          at: path,
          Phrase("the list has only \(items.count) items", zh: "列表只有 \(items.count) 项")))
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
        .init(
          at: codingPath,
          Phrase("no member named \(key.stringValue)", zh: "缺少成员 \(key.stringValue)")))
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
