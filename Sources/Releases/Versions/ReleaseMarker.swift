import Coursework
public import Foundation

/// What names the release that a learner's work was made from.
///
/// Students often hand in the Swift files alone, so each carries a line, as its first:
///
///     // Release 3f2a91c0
///
/// Where the line is gone, the package's own file `.course-release` tells, if it came along.
public enum ReleaseMarker {
  private static let beginning = "// Release "
  /// The most bytes that a file `.course-release` has.
  package static let largestFile = 4096

  /// The line for a release.
  public static func line(for version: String) -> String { beginning + version }

  /// The version that a file names, wherever the line stands by now; nil when it names none, or
  /// several that differ.
  ///
  /// ```swift
  /// ReleaseMarker.find(in: Data("// Release 3f2a91c0\n".utf8))  // "3f2a91c0"
  /// ```
  public static func find(in source: Data) -> String? {
    // Most lines of a large file hold no such word, and are never looked at one by one.
    let word = Data("Release".utf8)
    var found: Set<String> = []
    var rest = source[...]
    while let place = rest.range(of: word) {
      let start = source[..<place.lowerBound].lastIndex(where: endsLine).map { $0 + 1 }
      let line = source[(start ?? source.startIndex)...].prefix { !endsLine($0) }
      if let version = version(inLine: line) { found.insert(version) }
      rest = source[line.endIndex...]
    }
    return found.count == 1 ? found.first : nil
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The version that a line names.
  private static func version(inLine line: Data) -> String? {
    guard line.count < 200 else { return nil }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 3, words[0] == "//", words[1] == "Release" else { return nil }
    return version(String(words[2]))
  }

  /// A version that a package names, of one week or of all it holds.
  package struct Name: Hashable {
    let week: String?
    let version: String
  }

  /// The versions that a package's `.course-release` names.
  package static func find(inFile data: Data) -> Set<Name> {
    guard data.count <= largestFile,
      let release = try? JSONDecoder().decode(Release.self, from: data)
    else { return [] }
    guard !release.versions.isEmpty else {
      return version(release.version).map { [Name(week: nil, version: $0)] } ?? []
    }
    let names = release.versions.compactMap { week, text in
      version(text).map { Name(week: week, version: $0) }
    }
    return Set(names)
  }

  private static func version(_ text: String) -> String? {
    guard text.utf8.count == 8, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    return text.lowercased()
  }

  /// The releases that a submission was made from, with commas between them: those that its sources
  /// name, or, where none does, the packages that came with them.
  ///
  /// Nil when nothing tells.
  ///
  /// - Parameters:
  ///   - sources: by the week's id.
  ///   - packages: what packages name; of weeks without sources it has no part.
  /// - Returns: the versions, with commas between them.
  package static func release(of sources: [String: Data], packages: Set<Name>) -> String? {
    let named = Set(sources.values.compactMap { find(in: $0) })
    let ofPackages = packages.filter { name in name.week.map { sources[$0] != nil } ?? true }
      .map(\.version)
    let all = (named.isEmpty ? Set(ofPackages) : named).sorted()
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }

  /// A source without the line of a release at its beginning, as it was given out.
  package static func pristine(_ source: Data) -> Data {
    let end = source.firstIndex(of: UInt8(ascii: "\n")) ?? source.endIndex
    guard version(inLine: source[..<end]) != nil else { return source }
    return Data(source[end...].drop { $0 == UInt8(ascii: "\n") })
  }
}
