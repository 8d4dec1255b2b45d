public import Text

/// The way in which an archive's own bytes are inconsistent.
public enum Damage: Equatable, Sendable {
  case entryHeader
  case nameLength(bytes: Int)
  case severalParts
  case directory64
  case directoryEnd
  case placeBeyondEnd
  case twoSizes
  case otherBeginning
  case tooManyCodes
  case noCode
  case blockLength
  case blockKind
  case repeatedNothing
  case codeLengths
  case length
  case distance
  case copyFromBefore
  case headerNumber

  /// The inconsistency, in a few words.
  public var phrase: Phrase {
    switch self {
    case .entryHeader: Phrase("the header of an entry", zh: "条目的头部不对")
    case .nameLength(let bytes):
      Phrase("a name of \(bytes) bytes", zh: "名称有 \(bytes) 字节")
    case .severalParts: Phrase("one of several parts", zh: "这只是分卷压缩包的一卷")
    case .directory64: Phrase("the 64-bit directory", zh: "64 位目录不对")
    case .directoryEnd: Phrase("the directory ends too early", zh: "目录不完整")
    case .placeBeyondEnd: Phrase("a place beyond the end", zh: "位置超出了文件末尾")
    case .twoSizes: Phrase("two sizes", zh: "两处写的大小不一致")
    case .otherBeginning:
      Phrase("an entry does not begin where the directory says", zh: "条目的起点与目录所写的不符")
    case .tooManyCodes: Phrase("a code of too many symbols", zh: "编码的符号太多")
    case .noCode: Phrase("bits that match no code", zh: "有些比特不是任何编码")
    case .blockLength: Phrase("the length of a block", zh: "数据块的长度不对")
    case .blockKind: Phrase("a block of no known kind", zh: "数据块的类型未知")
    case .repeatedNothing: Phrase("a repeated nothing", zh: "要重复的内容不存在")
    case .codeLengths: Phrase("more code lengths than symbols", zh: "编码长度比符号还多")
    case .length: Phrase("a length", zh: "长度不对")
    case .distance: Phrase("a distance", zh: "距离不对")
    case .copyFromBefore: Phrase("a copy from before the beginning", zh: "要复制的内容在开头之前")
    case .headerNumber: Phrase("a number in a header", zh: "头部里的数不对")
    }
  }
}
