import Files
import Foundation

/// Names the sources of a judge: equal digests, equal marks.
struct SourceDigest {
  /// What a judge is built from.
  static let parts = ["Package.swift", "Sources", "Tests", "Solutions"]

  let hex: String

  /// - Parameter hidden: an instructor's own suites, which are part of the judge.
  init(of package: URL, hidden: URL? = nil) throws {
    var hash = SHA256()
    for part in Self.parts {
      for file in try Self.files(in: package.appending(path: part)) {
        hash.update(Data("\(part)/\(file.name)\n".utf8))
        hash.update(try Data(contentsOf: file.url))
      }
    }
    if let hidden {
      for file in try Self.files(in: hidden) {
        hash.update(Data("hidden/\(file.name)\n".utf8))
        hash.update(try Data(contentsOf: file.url))
      }
    }
    hex = hash.hex()
  }

  /// Every file below a folder, or the file itself, by name.
  static func files(in place: URL) throws -> [(name: String, url: URL)] {
    guard FileManager.default.fileExists(atPath: place.path) else { return [] }
    guard FileManager.default.isFolder(place.path) else { return [("", place)] }
    let names = try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted()
    return names.compactMap { name in
      let url = place.appending(path: name)
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      let type = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type]
      guard !isHidden, type as? FileAttributeType == .typeRegular else { return nil }
      return (name, url)
    }
  }
}
