import Foundation

/// Finds students by the names of submissions.
struct RosterIndex: Sendable {
  private var byID: [String: [Student]] = [:]
  /// The students by numeric ids without leading zeros, which spreadsheets drop.
  private var byNumber: [String: [Student]] = [:]
  private var byName: [String: [Student]] = [:]
  private var people: [(words: [String], student: Student)] = []

  init(_ entries: [RosterEntry]) {
    for entry in entries {
      for id in Set(entry.ids.map(Self.folded)) where !id.isEmpty {
        byID[id, default: []].append(entry.student)
        if let number = Self.number(id) { byNumber[number, default: []].append(entry.student) }
      }
      for key in Set(entry.names.flatMap(Self.keys)) {
        byName[key, default: []].append(entry.student)
      }
      if let name = entry.names.first { people.append((Self.words(name), entry.student)) }
    }
  }

  func students(ids: [String], names: [String]) -> [Student] {
    for id in ids {
      if let found = ofID(id) { return found }
    }
    for name in names {
      for key in Self.keys(name) {
        if let found = byName[key] { return found }
      }
    }
    // In `Doe, Jane (12345)` and `12345_Jane Doe`, all parts that are ids must belong to the same
    // student.
    let pieces = ids.flatMap { $0.split { "_-()[], ".contains($0) } }
    let found = Set(pieces.flatMap { byID[Self.folded(String($0))] ?? [] })
    if !found.isEmpty { return found.sorted() }
    let named = ids.flatMap { $0.split { "_()[]".contains($0) } }
    let parts = Set(
      named.flatMap { Self.keys(String($0)).compactMap { byName[$0] }.flatMap(\.self) })
    if !parts.isEmpty { return parts.sorted() }
    return Set(names.flatMap(shortened)).sorted()
  }

  /// Returns the students that a text as a whole means, by id or else by name.
  func exactly(_ text: String) -> [Student] {
    if let found = ofID(text) { return found }
    let found = Self.keys(text).lazy.compactMap { byName[$0] }.first
    return found ?? shortened(text)
  }

  private func ofID(_ id: String) -> [Student]? {
    let id = Self.folded(id)
    return byID[id] ?? Self.number(id).flatMap { byNumber[$0] }
  }

  /// Matches `Jane Doe` with `Doe, Jane M.`: first and last name agree, and one has more words.
  ///
  /// At least two words are required, or it could be anybody.
  private func shortened(_ name: String) -> [Student] {
    let words = Self.words(name)
    guard words.count > 1 else { return [] }
    return people.filter { person in
      let (few, many) =
        words.count < person.words.count ? (words, person.words) : (person.words, words)
      guard few.count > 1, few.count < many.count else { return false }
      var rest = many
      for word in few {
        guard let place = rest.firstIndex(of: word) else { return false }
        rest.remove(at: place)
      }
      return true
    }.map(\.student)
  }

  private static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func number(_ id: String) -> String? {
    guard id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let digits = id.drop { $0 == "0" }
    return digits.isEmpty ? nil : String(digits)
  }

  /// Returns the keys under which a name is found: its words in alphabetical order, and joined in
  /// every rotation, as Canvas writes `doejane`; also with `ue` for `ü`.
  private static func keys(_ name: String) -> [String] {
    [words(name), words(spelledOut(name))].flatMap { words -> [String] in
      guard !words.isEmpty else { return [] }
      let turned = words.indices.map { (words[$0...] + words[..<$0]).joined() }
      return [words.sorted().joined(separator: " ")] + turned.filter { $0.count > 1 }
    }
  }

  private static func words(_ name: String) -> [String] {
    let plain = name.precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Spells `Jürgen` as people without an `ü` on their keyboard do.
  private static func spelledOut(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.lowercased()
      .replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
      .replacing("ß", with: "ss").replacing("ø", with: "oe").replacing("å", with: "aa")
      .replacing("æ", with: "ae")
  }
}
