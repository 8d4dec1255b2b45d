import Foundation
import XCTest

/// A zip archive built byte by byte, right or wrong on purpose.
struct ZipBuilder {
  struct Entry {
    var name: [UInt8]
    var content: Data
    var isDeflated = false
    var mode = 0o100644
    var flags = 0x800
    /// The size that the directory states instead of the true one.
    var size: Int?
    var checksum: UInt32?
    var method: Int?
    var extra: [UInt8] = []

    init(_ name: String, _ text: String = "// x\n", isDeflated: Bool = false, mode: Int = 0o100644)
    {
      self.name = Array(name.utf8)
      content = Data(text.utf8)
      self.isDeflated = isDeflated
      self.mode = mode
    }
  }

  var entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  func data() throws -> Data {
    var archive = Data()
    var directory = Data()
    var packed: [Data: Data] = [:]
    for entry in entries {
      let gzip = try packed[entry.content] ?? Gzip.data(of: entry.content)
      packed[entry.content] = gzip
      let body = entry.isDeflated ? gzip.dropFirst(10).dropLast(8) : entry.content
      let checksum = entry.checksum ?? UInt32(gzip.suffix(8).prefix(4).littleEndian)
      var common = Data()
      common.append(20, 2)
      common.append(entry.flags, 2)
      common.append(entry.method ?? (entry.isDeflated ? 8 : 0), 2)
      common.append(0x6000, 2)  // 12:00
      common.append(0x5961, 2)  // 2024-11-01
      common.append(Int(checksum), 4)
      common.append(body.count, 4)
      common.append(entry.size ?? entry.content.count, 4)
      common.append(entry.name.count, 2)
      directory.append(0x0201_4b50, 4)
      directory.append(3 << 8 | 20, 2)
      directory.append(common)
      directory.append(entry.extra.count, 2)
      directory.append(0, 6)
      directory.append(entry.mode << 16, 4)
      directory.append(archive.count, 4)
      directory.append(contentsOf: entry.name + entry.extra)
      archive.append(0x0403_4b50, 4)
      archive.append(common)
      archive.append(0, 2)
      archive.append(contentsOf: entry.name)
      archive.append(body)
    }
    let start = archive.count
    archive.append(directory)
    archive.append(0x0605_4b50, 4)
    archive.append(0, 4)
    archive.append(entries.count, 2)
    archive.append(entries.count, 2)
    archive.append(directory.count, 4)
    archive.append(start, 4)
    archive.append(0, 2)
    return archive
  }
}

/// A tar archive built byte by byte.
struct TarBuilder {
  private(set) var data = Data()

  mutating func add(
    _ name: String, _ text: String = "// x\n", type: Character = "0", link: String = "",
    size: String? = nil
  ) {
    var header = [UInt8](repeating: 0, count: 512)
    func write(_ text: String, at place: Int) {
      header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    let content = Data((type == "0" || type == "x" || type == "L" ? text : "").utf8)
    write(name, at: 0)
    write("0000644\0", at: 100)
    write(size ?? String(content.count, radix: 8) + "\0", at: 124)
    write("14000000000\0", at: 136)
    write("        ", at: 148)
    write(String(type), at: 156)
    write(link, at: 157)
    write("ustar\u{0}00", at: 257)
    write(String(header.reduce(0) { $0 + Int($1) }, radix: 8) + "\0", at: 148)
    data.append(contentsOf: header)
    data.append(content)
    data.append(Data(count: (512 - content.count % 512) % 512))
  }

  var ended: Data { data + Data(count: 1024) }
}

enum Gzip {
  /// The bytes as the program gzip packs them: ten bytes of header, eight of trailer.
  static func data(of content: Data) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: "gzip-\(UUID().uuidString)")
    try content.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-9nc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let packed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return packed
  }
}

extension Data {
  fileprivate mutating func append(_ number: Int, _ bytes: Int) {
    for place in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  fileprivate var littleEndian: Int { reversed().reduce(0) { $0 << 8 | Int($1) } }
}
