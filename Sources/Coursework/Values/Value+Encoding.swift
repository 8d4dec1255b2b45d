import Tensors

extension Value {
  /// The tree of an encodable value; tensors are carried whole, without visiting their elements.
  public init(encoding value: some Encodable) throws {
    let slot = Slot()
    try slot.store(value)
    self = slot.value
  }
}

/// A place in the tree that an encoder fills.
private final class Slot {
  enum Content {
    case empty
    case leaf(Value)
    case list([Slot])
    case record([(name: String, slot: Slot)])
  }

  var content = Content.empty

  var value: Value {
    switch content {
    case .empty: .record([])
    case .leaf(let value): value
    case .list(let slots): .list(slots.map(\.value))
    case .record(let fields): .record(fields.map { Value.Field($0.name, $0.slot.value) })
    }
  }

  func store<Content: Encodable>(_ value: Content) throws {
    switch value {
    case let tensor as Tensor: content = .leaf(.tensor(tensor))
    case let numbers as [Double]: content = .leaf(.tensor(Tensor(numbers)))
    case let tree as Value: content = .leaf(tree)
    default: try value.encode(to: SlotEncoder(slot: self))
    }
  }

  func appended() -> Slot {
    let slot = Slot()
    if case .list(let slots) = content {
      content = .list(slots + [slot])
    } else {
      content = .list([slot])
    }
    return slot
  }

  func field(_ name: String) -> Slot {
    let slot = Slot()
    if case .record(let fields) = content {
      content = .record(fields + [(name, slot)])
    } else {
      content = .record([(name, slot)])
    }
    return slot
  }
}

private struct SlotEncoder: Encoder {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(slot: slot))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.content = .list([])
    return Unkeyed(slot: slot)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot) }
}

private struct Single: SingleValueEncodingContainer {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { slot.content = .leaf(.null) }
  func encode(_ value: Bool) { slot.content = .leaf(.boolean(value)) }
  func encode(_ value: String) { slot.content = .leaf(.text(value)) }
  func encode(_ value: Double) { slot.content = .leaf(.number(value)) }
  func encode(_ value: Float) { slot.content = .leaf(.number(Double(value))) }
  func encode(_ value: Int) { slot.content = .leaf(.integer(value)) }
  func encode<Number: BinaryInteger & Encodable>(_ value: Number) throws {
    guard let integer = Int(exactly: value) else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "\(value) does not fit into 64 bits"))
    }
    slot.content = .leaf(.integer(integer))
  }
  func encode<Content: Encodable>(_ value: Content) throws { try slot.store(value) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }
  var count: Int {
    if case .list(let slots) = slot.content { slots.count } else { 0 }
  }

  func encodeNil() { slot.appended().content = .leaf(.null) }
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

  func encodeNil(forKey key: Key) { slot.field(key.stringValue).content = .leaf(.null) }
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
