public import Text

/// The reasons why bytes are not an encoded value.
public enum MalformedBytes: PhrasedError, Equatable {
  case truncated(at: Int)
  case unknownTag(UInt8, at: Int)
  case impossibleLength(Int, at: Int)
  case notText(at: Int)
  case tooDeep(limit: Int)
  case tooMany(limit: Int)
  case trailing(count: Int)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .truncated(let offset):
      Phrase(
        "the bytes end at \(offset), in the middle of a value",
        zh: "字节在第 \(offset) 处结束，值还不完整")
    case .unknownTag(let tag, let offset):
      Phrase(
        "no value begins with the byte \(tag), found at \(offset)",
        zh: "第 \(offset) 处的字节 \(tag) 不是任何值的开头")
    case .impossibleLength(let length, let offset):
      Phrase(
        "the length \(length) at \(offset) is more than the bytes that follow",
        zh: "第 \(offset) 处写的长度 \(length) 比后面的字节还多")
    case .notText(let offset):
      Phrase("the text at \(offset) is not UTF-8", zh: "第 \(offset) 处的文字不是 UTF-8")
    case .tooDeep(let limit):
      Phrase("values are nested more than \(limit) deep", zh: "值的嵌套超过 \(limit) 层")
    case .tooMany(let limit):
      Phrase("there are more than \(limit) values in one", zh: "一个值里的值超过 \(limit) 个")
    case .trailing(let count):
      Phrase("\(count) bytes follow the value", zh: "值之后还有 \(count) 字节")
    }
  }
}
