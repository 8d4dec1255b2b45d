public import Foundation
public import Text

/// A ZIP archive of uncompressed files, as specified in PKWARE's APPNOTE.TXT 6.3.
///
/// Every file is dated 1 January 1980, the earliest date of the format, so that equal files make
/// equal archives.
public enum StoredArchive {
  /// Encodes an archive of these files; names are written in UTF-8 and use `/`.
  ///
  ///     let archive = try StoredArchive.data(of: [("grades/ada.html", Data(page.utf8))])
  ///
  /// - Throws: ``StoredArchiveError`` beyond the limits of the format without its 64-bit extension.
  public static func data(
    of files: [(name: String, content: Data)]
  ) throws(StoredArchiveError) -> Data {
    guard files.count < 0xFFFF else { throw .tooManyFiles(files.count) }
    var archive = Data()
    var directory = Data()
    for (name, content) in files {
      let common = try header(name, content)
      guard archive.count < 0xFFFF_FFFF else { throw .tooLarge(file: name) }
      directory.append(0x0201_4B50, 4)
      // Marked as made on Unix, so that the attributes are a file mode: readable and writable by
      // the owner.
      directory.append(3 << 8 | 20, 2)
      directory.append(common)
      directory.append(0, 6)
      directory.append(0o600 << 16, 4)
      directory.append(archive.count, 4)
      directory.append(Data(name.utf8))

      archive.append(0x0403_4B50, 4)
      archive.append(common)
      archive.append(Data(name.utf8))
      archive.append(content)
    }
    let offset = archive.count
    guard offset < 0xFFFF_FFFF, directory.count < 0xFFFF_FFFF else {
      throw .tooLarge(file: files.last?.name ?? "")
    }
    archive.append(directory)
    archive.append(0x0605_4B50, 4)
    archive.append(0, 4)
    archive.append(files.count, 2)
    archive.append(files.count, 2)
    archive.append(directory.count, 4)
    archive.append(offset, 4)
    archive.append(0, 2)
    return archive
  }

  /// Encodes the fields that a file's own header and its directory entry have in common.
  private static func header(_ name: String, _ content: Data) throws(StoredArchiveError) -> Data {
    guard name.utf8.count < 0xFFFF, content.count < 0xFFFF_FFFF else {
      throw .tooLarge(file: name)
    }
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    var header = Data()
    header.append(20, 2)  // Version 2.0 is needed to read it.
    header.append(isASCII ? 0 : 0x800, 2)  // Whether the name is UTF-8.
    header.append(0, 2)  // Stored.
    header.append(0, 2)  // Midnight
    header.append(0x21, 2)  // of 1980-01-01.
    header.append(Int(CRC32.checksum(content)), 4)
    header.append(content.count, 4)
    header.append(content.count, 4)
    header.append(name.utf8.count, 2)
    header.append(0, 2)
    return header
  }
}

/// The reasons why files cannot be written as a ZIP archive.
public enum StoredArchiveError: PhrasedError, Equatable {
  case tooManyFiles(Int)
  case tooLarge(file: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .tooManyFiles(let count):
      Phrase(
        "a ZIP archive holds up to 65534 files, not \(count): divide them among several",
        zh: "ZIP 文件最多容纳 65534 个文件，这里有 \(count) 个：请分成几个压缩包")
    case .tooLarge(let file):
      Phrase(
        "with “\(printable(file))” the ZIP archive passes 4 GiB: divide the files among several",
        zh: "加上“\(printable(file))”后 ZIP 文件超过 4 GiB：请分成几个压缩包")
    }
  }
}

extension Data {
  /// Appends a little-endian number of this many bytes.
  fileprivate mutating func append(_ number: Int, _ bytes: Int) {
    for place in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
