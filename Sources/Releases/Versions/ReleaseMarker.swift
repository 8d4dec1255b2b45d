import Coursework
public import Foundation

/// The line that names the release from which a learner's work was made.
///
/// Students often hand in only the Swift files, so each has this as its first line:
///
///     // Release 3f2a91c0
///
/// If the line is gone, the package's own file `.course-release` tells, if it was handed in.
public enum ReleaseMarker {
  private static let beginning = "// Release "
  /// The size limit of a file `.course-release` in bytes.
  package static let largestFile = 4096

  /// Returns the line for a release.
  public static func line(for version: String) -> String { beginning + version }

  /// Returns the version that a file names, wherever the line is by now; nil when it names none, or
  /// several that differ.
  ///
  /// ```swift
  /// ReleaseMarker.find(in: Data("// Release 3f2a91c0\n".utf8))  // "3f2a91c0"
  /// ```
  public static func find(in source: Data) -> String? {
    // Most lines of a large file lack this word and are not examined individually.
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

  /// Returns the version that a line names.
  private static func version(inLine line: Data) -> String? {
    guard line.count < 200 else { return nil }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 3, words[0] == "//", words[1] == "Release" else { return nil }
    return version(String(words[2]))
  }

  /// A version named by a package, of one week or of everything in it.
  package struct Name: Hashable {
    let week: String?
    let version: String
  }

  /// Returns the versions that a package's `.course-release` names.
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

  /// Returns the releases from which a submission was made, separated by commas: those named in its
  /// sources or, if there are none, in the packages that came with them.
  ///
  /// Returns nil when nothing tells.
  ///
  /// - Parameters:
  ///   - sources: the sources by week id.
  ///   - packages: the versions that packages name; those of weeks without sources are ignored.
  /// - Returns: the versions, separated by commas.
  package static func release(of sources: [String: Data], packages: Set<Name>) -> String? {
    let named = Set(sources.values.compactMap { find(in: $0) })
    let ofPackages = packages.filter { name in name.week.map { sources[$0] != nil } ?? true }
      .map(\.version)
    let all = (named.isEmpty ? Set(ofPackages) : named).sorted()
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }

  /// Returns a source as it was given out, without the release's line at its beginning.
  package static func pristine(_ source: Data) -> Data {
    let end = source.firstIndex(of: UInt8(ascii: "\n")) ?? source.endIndex
    guard version(inLine: source[..<end]) != nil else { return source }
    return Data(source[end...].drop { $0 == UInt8(ascii: "\n") })
  }
}
