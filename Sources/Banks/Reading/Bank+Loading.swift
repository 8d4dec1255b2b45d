public import Foundation
import Text

extension Bank {
  /// Reads a bank and collects its faults, without comparing it with its translation.
  ///
  /// - Parameters:
  ///   - path: the bank's Markdown file.
  ///   - deeply: whether to draw every template as well, as `quiz check` does.
  /// - Returns: the bank, or nil when the file cannot be read, and its faults.
  public static func read(_ path: String, deeply: Bool = false) -> (
    bank: Bank?, faults: [BankFault]
  ) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      var isFolder: ObjCBool = false
      let why =
        !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        ? Phrase("no such file", zh: "文件不存在")
        : isFolder.boolValue
          ? Phrase("this is a folder: name the files in it", zh: "这是文件夹：请写出其中的文件")
          : Phrase("no permission", zh: "没有权限")
      return (nil, [BankFault(file: path, line: 1, reason: .unreadable(why))])
    }
    return read(data, file: path, deeply: deeply)
  }

  /// Reads a bank from memory, as if from a file of this name.
  public static func read(
    _ data: Data, file: String, deeply: Bool
  ) -> (bank: Bank?, faults: [BankFault]) {
    guard let text = String(validating: data, as: UTF8.self) else {
      let line = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .firstIndex { String(validating: $0, as: UTF8.self) == nil }
      return (nil, [BankFault(file: file, line: (line ?? 0) + 1, reason: .notUTF8)])
    }
    let (bank, faults) = BankParser.parse(text, file: file)
    guard let bank else { return (nil, faults) }
    return (bank, faults + bank.faults(deeply: deeply))
  }

  /// Returns the title of a bank without reading the rest.
  public static func title(ofFile path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: 4096)
    else { return nil }
    let lines = splitLines(String(decoding: data, as: UTF8.self))
    return lines.lazy.compactMap { $0.after("# ") }.first.map { printable(trimmed($0)) }
  }
}
