import Files
import Text

/// The reasons why a part of a submission is rejected.
enum RefusalReason: Error, Equatable {
  case symbolicLink
  case hardLink
  case special
  case absolutePath
  case climbingPath
  case controlCharacters
  case sourceTooLarge(bytes: Int, limit: Int)
  case archiveTooLarge(bytes: Int, limit: Int)
  case tooManyEntries(limit: Int)
  case unpacksTooLarge(limit: Int)
  case bomb(ratio: Int)
  /// The file is not an archive, or is damaged.
  case archive(ArchiveError)
  case unreadFormat(format: String)
  case nestedArchive
  case holdsNUL(line: Int)
  /// The file has no text, as after an upload that broke off.
  case empty
  case severalCandidates([String])
  case tooManyHelpers(limit: Int)
  case helpersTooLarge(limit: Int)
  case furtherRefusals(Int)

  /// Converts an error to a reason.
  ///
  /// - Throws: the error itself when it is not a reason, such as a disk's error.
  init(_ error: any Error) throws {
    switch error {
    case let reason as RefusalReason: self = reason
    case let error as ArchiveError: self = .archive(error)
    default: throw error
    }
  }

  func phrase(_ language: Language) -> String {
    switch self {
    case .symbolicLink:
      Phrase(
        "a symbolic link; hand in the file itself", zh: "这是符号链接；请直接提交文件本身")(language)
    case .hardLink:
      Phrase("a hard link; hand in the file itself", zh: "这是硬链接；请直接提交文件本身")(language)
    case .special:
      Phrase(
        "a device, pipe or socket, and no file", zh: "这是设备、管道或套接字，不是普通文件")(language)
    case .absolutePath:
      Phrase(
        "an absolute path; pack the folder so that names begin with its own",
        zh: "这是绝对路径；打包时请让路径从作业文件夹开始")(language)
    case .climbingPath:
      Phrase(
        "a path with “..”, which leads out of the archive", zh: "路径里有“..”，指向压缩包之外")(language)
    case .controlCharacters:
      Phrase("control characters in the name", zh: "文件名里有控制字符")(language)
    case .sourceTooLarge(let bytes, let limit):
      Phrase(
        "\(bytes) bytes; a source may have \(limit)", zh: "\(bytes) 字节；源文件最多 \(limit) 字节")(language)
    case .archiveTooLarge(let bytes, let limit):
      Phrase(
        "\(bytes) bytes; an archive may have \(limit). Leave out .build",
        zh: "\(bytes) 字节；压缩包最多 \(limit) 字节。请不要包含 .build")(language)
    case .tooManyEntries(let limit):
      Phrase(
        "more than \(limit) entries. Leave out .build", zh: "条目超过 \(limit) 个。请不要包含 .build")(
          language)
    case .unpacksTooLarge(let limit):
      Phrase(
        "unpacks to more than \(limit) bytes", zh: "解压后超过 \(limit) 字节")(language)
    case .bomb(let ratio):
      Phrase(
        "unpacks to more than \(ratio) times its size", zh: "解压后超过自身大小的 \(ratio) 倍")(language)
    case .archive(let error): error.phrase(language)
    case .unreadFormat(let format):
      Phrase(
        "a \(format) archive; zip, tar and tar.gz are read",
        zh: "这是 \(format) 压缩包；只接受 zip、tar 和 tar.gz")(
          language)
    case .nestedArchive:
      Phrase(
        "an archive within an archive within an archive; pack the files themselves",
        zh: "压缩包层层嵌套；请直接打包文件")(language)
    case .holdsNUL(let line):
      Phrase(
        "line \(line) holds a NUL byte, which no source does", zh: "第 \(line) 行有 NUL 字节，源文件里不该有")(
          language)
    case .empty:
      Phrase(
        "an empty file, as an upload that broke off leaves; hand it in again",
        zh: "这是空文件，可能是上传中断造成的；请重新提交")(language)
    case .severalCandidates(let names):
      Phrase(
        "handed in \(names.count) times with different content: "
          + names.joined(separator: ", ") + "; hand in one",
        zh: "交了 \(names.count) 份，内容不同：" + names.joined(separator: "、") + "；请只交一份")(language)
    case .tooManyHelpers(let limit):
      Phrase(
        "one of more than \(limit) files beside the week's own", zh: "作业文件旁的其他文件超过 \(limit) 个")(
          language)
    case .helpersTooLarge(let limit):
      Phrase(
        "the files beside the week's own have more than \(limit) bytes together",
        zh: "作业文件旁的其他文件合计超过 \(limit) 字节")(language)
    case .furtherRefusals(let count):
      Phrase("\(count) further parts were refused", zh: "另有 \(count) 处未收")(language)
    }
  }
}
