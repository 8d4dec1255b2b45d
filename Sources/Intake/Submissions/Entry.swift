import Coursework
import Files
import Foundation
import Text

/// One thing that a folder or an archive holds.
struct Entry: Sendable {
  enum Kind: Sendable, Equatable {
    case file, folder, symbolicLink, hardLink, special
  }

  /// The name as it was given, parts divided by `/`.
  ///
  /// It is shown and compared, never opened.
  let path: String
  let kind: Kind
  /// In bytes, as the place says that holds it.
  let size: Int
  let modified: Date?
  /// Where its container finds the content.
  let place: Int

  init(path: String, kind: Kind, size: Int = 0, modified: Date? = nil, place: Int = 0) {
    self.path = path
    self.kind = kind
    self.size = size
    self.modified = modified
    self.place = place
  }

  /// The parts of the path; `.` is none.
  var parts: [Substring] {
    path.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }
  }

  var name: String { parts.last.map(String.init) ?? "" }

  /// What tools leave behind, and a learner does not hand in: `.git`, `.build`, `__MACOSX`.
  ///
  /// The file that names a release is none of it.
  var isHidden: Bool {
    let parts = name == Release.fileName ? parts.dropLast() : parts
    return parts.contains { ($0.hasPrefix(".") && $0 != "..") || $0 == "__MACOSX" }
  }

  /// Why nothing of this name is taken, if its name is none that an honest archive holds.
  var nameFault: RefusalReason? {
    // A folder's name is no reason to refuse a file: it is shown, and never opened.
    if kind != .folder, name.unicodeScalars.contains(where: \.isControl) {
      return .controlCharacters
    }
    if path.hasPrefix("/") || path.hasPrefix("\\") || path.hasDriveLetter { return .absolutePath }
    if parts.contains("..") { return .climbingPath }
    return nil
  }
}

/// A name that equals another only if all its bytes do: `é` may be one character or two, and a disk and
/// an archive hold both beside each other.
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
  /// `C:`, as Windows begins an absolute path.
  fileprivate var hasDriveLetter: Bool {
    let start = Array(unicodeScalars.prefix(2))
    return start.count == 2 && start[1] == ":" && start[0].isASCII
      && start[0].properties.isAlphabetic
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}

/// What gives the bytes of its entries.
protocol ContentSource: Sendable {
  /// The bytes of a file, at most one more than the limit.
  ///
  /// - Throws: `RefusalReason` or `ArchiveError` when the archive is at fault, `IntakeError` when the
  ///   disk is.
  func content(of entry: Entry, atMost limit: Int) throws -> [UInt8]
  /// The same bytes, not read yet where that is possible.
  func bytes(of entry: Entry, atMost limit: Int) throws -> any ByteSource
}

extension ContentSource {
  func bytes(of entry: Entry, atMost limit: Int) throws -> any ByteSource {
    MemoryBytes(bytes: try content(of: entry, atMost: limit))
  }
}

/// What holds a class: a folder or an archive.
protocol Container: ContentSource {
  /// What stands in a folder itself; the empty name is the top. Paths begin at the top.
  func children(of folder: String) throws -> [Entry]
  /// Every entry below a folder, itself as the top; paths begin at the container's top.
  func entries(below folder: String) throws -> [Entry]
  /// The folder on disk, if it is a clone of a student's repository.
  func clone(_ folder: String) -> URL?
}

extension Container {
  func clone(_ folder: String) -> URL? { nil }
}
