import Tensors

extension Value {
  /// Encodes a value as a tree, carrying tensors whole without visiting their elements.
  public init(encoding value: some Encodable) throws {
    let slot = Slot()
    try slot.store(value)
    self = slot.value
  }
}

/// A place in the tree that an encoder fills.
private final class Slot {
  var leaf: Value?
  /// The items of the list; nil until the value is known to be one.
  var items: [Slot]?
  private var fields: [(name: String, slot: Slot)] = []

  var value: Value {
    if let leaf { return leaf }
    if let items { return .list(items.map(\.value)) }
    return .record(fields.map { Value.Field($0.name, $0.slot.value) })
  }

  func store<Content: Encodable>(_ value: Content) throws {
    // The types are compared because an empty array of any type casts to [Double].
    if Content.self == Tensor.self, let tensor = value as? Tensor {
      leaf = .tensor(tensor)
    } else if Content.self == [Double].self, let numbers = value as? [Double] {
      leaf = .tensor(Tensor(numbers))
    } else if Content.self == Value.self, let tree = value as? Value {
      leaf = tree
    } else {
      try value.encode(to: SlotEncoder(slot: self))
      // A dictionary's order differs between runs; what is shown and compared needs a fixed one.
      if Content.self is any Unordered.Type { fields.sort { $0.name < $1.name } }
    }
  }

  func appended() -> Slot {
    let slot = Slot()
    items = items ?? []
    items?.append(slot)
    return slot
  }

  func field(_ name: String) -> Slot {
    let slot = Slot()
    fields.append((name, slot))
    return slot
  }
}

private protocol Unordered {}
extension Dictionary: Unordered {}

private struct SlotEncoder: Encoder {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(slot: slot))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.items = []
    return Unkeyed(slot: slot)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot) }
}

private struct Single: SingleValueEncodingContainer {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { slot.leaf = .null }
  func encode(_ value: Bool) { slot.leaf = .boolean(value) }
  func encode(_ value: String) { slot.leaf = .text(value) }
  func encode(_ value: Double) { slot.leaf = .number(value) }
  func encode(_ value: Float) { slot.leaf = .number(Double(value)) }
  func encode(_ value: Int) { slot.leaf = .integer(value) }
  func encode<Number: BinaryInteger & Encodable>(_ value: Number) throws {
    guard let integer = Int(exactly: value) else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "\(value) does not fit into 64 bits"))
    }
    slot.leaf = .integer(integer)
  }
  func encode<Content: Encodable>(_ value: Content) throws { try slot.store(value) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }
  var count: Int { slot.items?.count ?? 0 }

  func encodeNil() { slot.appended().leaf = .null }
  func encode<Content: Encodable>(_ value: Content) throws { try slot.appended().store(value) }

  func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(slot: slot.appended()))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    SlotEncoder(slot: slot.appended()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { SlotEncoder(slot: slot.appended()) }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { slot.field(key.stringValue).leaf = .null }
  func encode<Content: Encodable>(_ value: Content, forKey key: Key) throws {
    try slot.field(key.stringValue).store(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(Keyed<Nested>(slot: slot.field(key.stringValue)))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    SlotEncoder(slot: slot.field(key.stringValue)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { SlotEncoder(slot: slot.field("super")) }
  func superEncoder(forKey key: Key) -> any Encoder {
    SlotEncoder(slot: slot.field(key.stringValue))
  }
}
