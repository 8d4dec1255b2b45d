import Foundation

extension Phrase {
  /// Creates a phrase for why a file could not be read or written: the reason alone, without the
  /// path.
  ///
  /// Foundation's own texts name its error domains and exist only in English.
  ///
  ///     Phrase(reasonOf: error)(.english)   // "permission denied"
  public init(reasonOf error: any Error) {
    if let error = error as? any PhrasedError {
      self = error.phrase
      return
    }
    let cocoa = error as? CocoaError
    let underlying = (error as? POSIXError) ?? cocoa?.underlying as? POSIXError
    switch cocoa?.code {
    case .fileNoSuchFile: self = Self.noFolder
    case .fileReadNoSuchFile: self = Self.noFile
    case .fileReadNoPermission, .fileWriteNoPermission: self = Self.noPermission
    case .fileWriteOutOfSpace: self = Self.noSpace
    case .fileWriteFileExists: self = Self.inTheWay
    case .fileWriteVolumeReadOnly: self = Self.readOnly
    default:
      switch underlying?.code {
      case .ENOENT: self = Self.noFile
      case .EACCES, .EPERM: self = Self.noPermission
      case .ENOSPC, .EDQUOT: self = Self.noSpace
      case .ENOTDIR, .EEXIST: self = Self.inTheWay
      case .EROFS: self = Self.readOnly
      case .EISDIR: self = Phrase("it is a folder", zh: "这是一个文件夹")
      case let code?:
        let words = String(cString: strerror(code.rawValue))
        self = Phrase(words, zh: words)
      case nil:
        let words = cocoa?.localizedDescription ?? "\(error)"
        self = Phrase(words, zh: words)
      }
    }
  }

  private static let noFile = Phrase("there is no such file", zh: "文件不存在")
  private static let noFolder = Phrase("there is no such folder", zh: "文件夹不存在")
  private static let noPermission = Phrase("permission denied", zh: "没有权限")
  private static let noSpace = Phrase("the disk is full", zh: "磁盘已满")
  private static let inTheWay = Phrase("a file is in the way", zh: "路径中有同名文件")
  private static let readOnly = Phrase("the disk is read-only", zh: "磁盘是只读的")
}
