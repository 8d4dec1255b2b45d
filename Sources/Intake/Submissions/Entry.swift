import Coursework
import Files
import Foundation
import Text

/// An item in a folder or an archive.
struct Entry: Sendable {
  enum Kind: Sendable, Equatable {
    case file, folder, symbolicLink, hardLink, special
  }

  /// The name as given, with parts separated by `/`.
  ///
  /// It is displayed and compared, never opened.
  let path: String
  let kind: Kind
  /// The size in bytes, according to the container.
  let size: Int
  let modified: Date?
  /// The index at which its container finds the content.
  let place: Int

  init(path: String, kind: Kind, size: Int = 0, modified: Date? = nil, place: Int = 0) {
    self.path = path
    self.kind = kind
    self.size = size
    self.modified = modified
    self.place = place
  }

  /// The parts of the path, without any `.`.
  var parts: [Substring] {
    path.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }
  }

  var name: String { parts.last.map(String.init) ?? "" }

  /// Whether it is something that tools leave behind and no learner hands in: `.git`, `.build`,
  /// `__MACOSX`.
  ///
  /// The file that describes a release is an exception.
  var isHidden: Bool {
    let parts = name == Release.fileName ? parts.dropLast() : parts
    return parts.contains { ($0.hasPrefix(".") && $0 != "..") || $0 == "__MACOSX" }
  }

  /// The reason to reject the name, if no honest archive would contain it.
  var nameFault: RefusalReason? {
    // A folder's name is only displayed, never opened, so it is no reason to reject files.
    if kind != .folder, name.unicodeScalars.contains(where: \.isControl) {
      return .controlCharacters
    }
    if path.hasPrefix("/") || path.hasPrefix("\\") || path.hasDriveLetter { return .absolutePath }
    if parts.contains("..") { return .climbingPath }
    return nil
  }
}

/// A name that equals another only if all its bytes do: `é` may be one character or two, and a disk
/// or archive may contain both side by side.
struct ExactName: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactName, right: ExactName) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension String {
  /// Whether it begins with a drive letter, as in `C:`, like an absolute Windows path.
  fileprivate var hasDriveLetter: Bool {
    let start = Array(unicodeScalars.prefix(2))
    return start.count == 2 && start[1] == ":" && start[0].isASCII
      && start[0].properties.isAlphabetic
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}

/// A source of the content of entries.
protocol ContentSource: Sendable {
  /// Reads the bytes of a file, at most one more than the limit.
  ///
  /// - Throws: `RefusalReason` or `ArchiveError` when the archive is at fault, `IntakeError` when the
  ///   disk is.
  func content(of entry: Entry, atMost limit: Int) throws -> [UInt8]
  /// Returns the same bytes, unread where possible.
  func bytes(of entry: Entry, atMost limit: Int) throws -> any ByteSource
}

extension ContentSource {
  func bytes(of entry: Entry, atMost limit: Int) throws -> any ByteSource {
    MemoryBytes(bytes: try content(of: entry, atMost: limit))
  }
}

/// A container of a class: a folder or an archive.
protocol Container: ContentSource {
  /// Returns the direct children of a folder, whose empty name is the top; paths start at the top.
  func children(of folder: String) throws -> [Entry]
  /// Returns every entry below a folder, seen as a container of its own; paths start at the
  /// container's top.
  func entries(below folder: String) throws -> [Entry]
  /// Returns the folder on disk if it is a clone of a student's repository.
  func clone(_ folder: String) -> URL?
}

extension Container {
  func clone(_ folder: String) -> URL? { nil }
}
