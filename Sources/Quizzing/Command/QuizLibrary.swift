import Banks
import Files
import Foundation
import Text

/// The banks of a folder, identified by name and read on demand.
struct QuizLibrary {
  struct Entry: Equatable {
    var id: String
    /// The file in each available language.
    var files: [BankLanguage: String]

    /// Returns the file in a language, or in another if it is not translated.
    func file(_ language: Language) -> String {
      files[BankLanguage(language)] ?? files.values.sorted().first ?? ""
    }
  }

  var entries: [Entry]

  init(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var files: [String: [BankLanguage: String]] = [:]
    for name in names.sorted() {
      guard let identity = Bank.identity(ofFile: name) else { continue }
      files[identity.id, default: [:]][identity.language] = folder + "/" + name
    }
    entries = files.map { Entry(id: $0.key, files: $0.value) }.sorted { $0.id < $1.id }
  }

  /// Returns the given folder, or finds `Quizzes` in the current folder, above it, or above the
  /// executable.
  static func folder(_ given: String?) -> String? {
    if let given { return FileManager.default.isFolder(given) ? given : nil }
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    for start in [here, Bundle.main.executableURL].compactMap({ $0 }) {
      var place = start.standardizedFileURL
      while true {
        let candidate = place.appendingPathComponent("Quizzes").path
        if FileManager.default.isFolder(candidate) { return candidate }
        if place.path == "/" { break }
        place = place.deletingLastPathComponent().standardizedFileURL
      }
    }
    return nil
  }

  /// Returns the quiz with this id in any case; a suffix selects one of its languages, as in
  /// `C1W2.de`.
  func entry(_ id: String) -> Entry? {
    let parts = id.split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = parts.first,
      let entry = entries.first(where: { $0.id.lowercased() == name.lowercased() })
    else { return nil }
    guard parts.count == 2 else { return parts == [id] ? entry : nil }
    return entry.files.first { $0.key.code.lowercased() == parts[1].lowercased() }
      .map { Entry(id: entry.id, files: [$0.key: $0.value]) }
  }
}
