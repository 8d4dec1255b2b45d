public import Foundation

/// The line of a learner's file that names the release it came from.
///
/// Students often hand in the Swift files alone, so each carries the line, as its first:
///
///     // Release 3f2a91c0
public enum ReleaseMarker {
  private static let beginning = "// Release "

  /// The line for a release.
  public static func line(for version: String) -> String { beginning + version }

  /// The version that a file names, wherever the line stands by now; nil when it names none, or
  /// several that differ.
  ///
  /// ```swift
  /// ReleaseMarker.find(in: Data("// Release 3f2a91c0\n".utf8))  // "3f2a91c0"
  /// ```
  public static func find(in source: Data) -> String? {
    let found = source.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .compactMap { line -> String? in
        guard line.count < 200 else { return nil }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0] == "//", words[1] == "Release", words[2].count == 8,
          words[2].allSatisfy({ $0.isASCII && $0.isHexDigit })
        else { return nil }
        return words[2].lowercased()
      }
    return Set(found).count == 1 ? found[0] : nil
  }
}
