import Foundation

/// A ZIP archive whose files are stored as they are, as PKWARE's APPNOTE.TXT 6.3 lays it out.
///
/// Canvas and Blackboard import QTI only in a ZIP archive, and a few kilobytes of XML need no
/// compression.
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  var data: Data {
    var end: [UInt8] = []
    end.append(0x0605_4B50 as UInt32)
    end.append(0 as UInt32)
    end.append(count)
    end.append(count)
    end.append(UInt32(directory.count))
    end.append(UInt32(body.count))
    end.append(0 as UInt16)
    return Data(body + directory + end)
  }

  /// Adds a file; names are UTF-8 and use `/`.
  mutating func add(_ name: String, _ text: String) {
    let content = Array(text.utf8)
    let offset = UInt32(body.count)
    var common: [UInt8] = []
    common.append(20 as UInt16)
    // Bit 11: the name is UTF-8. Then: stored, and midnight of 1 January 1980, the earliest date,
    // so that equal banks make equal archives.
    common.append(0x0800 as UInt16)
    common.append(0 as UInt16)
    common.append(0 as UInt16)
    common.append(0x0021 as UInt16)
    common.append(checksum(content))
    common.append(UInt32(content.count))
    common.append(UInt32(content.count))
    common.append(UInt16(name.utf8.count))
    common.append(0 as UInt16)
    body.append(0x0403_4B50 as UInt32)
    body += common + Array(name.utf8) + content
    directory.append(0x0201_4B50 as UInt32)
    directory.append(20 as UInt16)
    directory += common
    directory.append(0 as UInt16)
    directory.append(0 as UInt16)
    directory.append(0 as UInt16)
    directory.append(0 as UInt32)
    directory.append(offset)
    directory += Array(name.utf8)
    count += 1
  }

  /// CRC-32 with the reflected polynomial 0xEDB88320.
  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

extension ExportedQuiz {
  /// QTI 1.2 in a content package with its manifest (IMS Content Packaging 1.1.3).
  var package: Data {
    let manifest = Markup(
      "manifest",
      [
        "identifier": "\(bank.id)_manifest", "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
      ],
      [
        Markup(
          "metadata",
          [
            Markup("schema", text: "IMS Content"), Markup("schemaversion", text: "1.1.3"),
          ]),
        Markup("organizations"),
        Markup(
          "resources",
          [
            Markup(
              "resource",
              [
                "identifier": bank.id, "type": "imsqti_xmlv1p2", "href": "\(bank.id).xml",
              ], [Markup("file", ["href": "\(bank.id).xml"])])
          ]),
      ])
    var archive = StoredArchive()
    archive.add("imsmanifest.xml", manifest.document)
    archive.add("\(bank.id).xml", QTIWriter(quiz: self).text())
    return archive.data
  }
}
