public import Text

/// The reasons why an archive, or an entry of it, cannot be read.
public enum ArchiveError: PhrasedError, Equatable {
  case notAnArchive(format: String)
  case truncated
  case corrupt(Damage)
  case checksum
  case encrypted
  case unknownCompression(method: Int)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .notAnArchive(let format):
      Phrase(
        "not a \(format) archive, whatever its name says", zh: "名字像 \(format)，内容却不是 \(format) 压缩包")
    case .truncated:
      Phrase("ends too early; it was cut off on its way", zh: "内容不完整，可能上传时被截断")
    case .corrupt(let damage):
      Phrase("damaged: \(damage.phrase.english)", zh: "已损坏：\(damage.phrase.chinese)")
    case .checksum:
      Phrase("damaged: the content does not have its checksum", zh: "已损坏：内容与校验和不符")
    case .encrypted:
      Phrase("encrypted; pack it without a password", zh: "已加密；打包时请不要设密码")
    case .unknownCompression(let method):
      Phrase(
        "compressed by method \(method); pack it with an ordinary zip program",
        zh: "用了第 \(method) 号压缩方法；请用普通的 zip 程序打包")
    }
  }
}
