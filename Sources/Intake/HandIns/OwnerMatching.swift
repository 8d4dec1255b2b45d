import Foundation

/// Finds the student of the roster that a hand-in is from.
///
/// An id decides only where the name beside it does not speak against it: nobody gets marks by a number
/// in a folder's name against the own name. What more than one student may be meant by, or what an id
/// and a name say different things of, is ambiguous.
struct OwnerMatching: Sendable {
  enum Match: Sendable, Equatable {
    case one(Student, by: HandIn.Evidence)
    case several([Student])
    case none
  }

  private struct Known: Sendable {
    let student: Student
    let names: [PersonName]
  }

  private var known: [Known] = []
  private var byID: [String: [Int]] = [:]
  private var byNumber: [String: [Int]] = [:]
  private var byRun: [String: [Int]] = [:]
  /// The members of each group on the roster, by the group's name.
  private var byGroup: [String: [Int]] = [:]

  init(_ roster: Roster, groups: Groups = Groups()) {
    for entry in roster.entries {
      let place = known.count
      let names = entry.names.map(PersonName.init).filter { !$0.isEmpty }
      known.append(Known(student: entry.student, names: names))
      for id in Set(entry.ids.map(Self.folded)) where !id.isEmpty {
        byID[id, default: []].append(place)
        if id.isNumber { byNumber[String(id.drop { $0 == "0" }), default: []].append(place) }
      }
      for key in Set(names.flatMap(Self.keys)) { byRun[key, default: []].append(place) }
    }
    for (name, ids) in groups.members {
      let members = known.indices.filter { ids.contains(known[$0].student.id) }
      if !members.isEmpty { byGroup[Self.foldedGroup(name)] = members }
    }
  }

  /// Whether any student is called so, by an id or by the whole name.
  func knows(_ name: String) -> Bool {
    places(of: name) != nil || !named(PersonName(name)).isEmpty || group(name) != nil
  }

  /// The first member of the group of a name, for all of it; ambiguous where somebody is called so.
  private func group(_ name: String) -> Match? {
    guard let members = byGroup[Self.foldedGroup(name)] else { return nil }
    let namesakes = Set(named(PersonName(name))).union(places(of: name) ?? [])
    return namesakes.isEmpty
      ? .one(known[members[0]].student, by: .group)
      : .several(students(namesakes.union(members)))
  }

  /// The students with an id; spreadsheets lose zeros at the front of a number.
  private func places(of id: String) -> [Int]? {
    byID[Self.folded(id)] ?? (id.isNumber ? byNumber[String(id.drop { $0 == "0" })] : nil)
  }

  /// The student behind ids and a name that a platform gives.
  ///
  /// The ids are ways to read one: the first that is known counts. Where the platform hides the name, as
  /// in blind marking, it is empty or no name of anybody.
  func match(ids: [String], name: String, hidesNames: Bool) -> Match {
    if let group = group(name) { return group }
    let found = ids.lazy.compactMap { places(of: $0) }.first ?? []
    let person = PersonName(name)
    guard !found.isEmpty else { return hidesNames ? .none : match(person) }
    return match(found, against: hidesNames ? PersonName("") : person)
  }

  /// The student that a folder, or the part before a file's name, is called by.
  ///
  /// Every part of `Doe, Jane (12345)` and `12345_Jane Doe` may be an id; what is left is the name.
  /// The `(1)` of a second download is such a part, too: where 1 is somebody else's id, nothing says
  /// that it is none. A number behind a word of the course, as in `week 2`, is no id.
  func match(label: String, ignoring isCourses: (String) -> Bool) -> Match {
    let label = Self.withoutCopy(
      label.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespaces))
    if let group = group(label) { return group }
    if let whole = places(of: label) { return match(whole, against: PersonName("")) }
    var found: [[Int]] = []
    var rest: [String] = []
    var isBehindWord = false
    for piece in pieces(of: label) {
      let isWord = isCourses(piece)
      if let places = places(of: piece), !(isBehindWord && piece.isNumber) {
        found.append(places)
      } else if !isWord {
        rest.append(piece)
      }
      isBehindWord = isWord
    }
    let person = PersonName(rest.joined(separator: " "))
    guard let first = found.first else { return match(person) }
    // Every part that is an id must be the same student's.
    let common = found.dropFirst().reduce(Set(first)) { $0.intersection($1) }
    if common.isEmpty { return .several(students(Set(found.flatMap(\.self) + named(person)))) }
    return match(common.sorted(), against: person)
  }

  // MARK: Rules

  /// The students with an id, against the name beside it.
  private func match(_ places: [Int], against person: PersonName) -> Match {
    let named = person.isEmpty ? [] : named(person)
    // A name that is exactly somebody else's.
    let others = named.filter { !places.contains($0) }
    if !others.isEmpty, Set(named).isDisjoint(with: places) {
      return .several(students(Set(places + others)))
    }
    let agreeing = places.filter { place in
      let names = known[place].names
      return person.isEmpty || names.isEmpty || names.contains { $0.overlaps(person) }
    }
    switch agreeing.count {
    case 1: return .one(known[agreeing[0]].student, by: .id)
    case 0: return .several(students(Set(places)))
    default: return .several(students(Set(agreeing)))
    }
  }

  private func match(_ person: PersonName) -> Match {
    let named = named(person)
    if named.count == 1 { return .one(known[named[0]].student, by: .name) }
    if named.count > 1 { return .several(students(Set(named))) }
    let near = known.indices.filter { place in known[place].names.contains { $0.isNear(person) } }
    switch near.count {
    case 1: return .one(known[near[0]].student, by: .nearName)
    case 0: return .none
    default: return .several(students(Set(near)))
    }
  }

  private func named(_ person: PersonName) -> [Int] {
    Set(Self.keys(person).flatMap { byRun[$0] ?? [] }).sorted()
  }

  private func students(_ places: Set<Int>) -> [Student] {
    places.map { known[$0].student }.sorted()
  }

  // MARK: Parts of a label

  private static func keys(_ name: PersonName) -> [String] {
    guard !name.isEmpty else { return [] }
    let sorted = name.words.joined(separator: " ")
    return [sorted] + name.runs.union(name.spelledOut).filter { $0.count > 1 }.sorted()
  }

  private static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The downloads of some platforms write a blank for `_`.
  private static func foldedGroup(_ name: String) -> String {
    folded(name).replacing("_", with: " ")
  }

  /// The parts of a label; one with a hyphen is whole if it is somebody's id.
  private func pieces(of label: String) -> [String] {
    label.split { "_()[]{}（）, ;|#".contains($0) || $0.isWhitespace }.flatMap { piece in
      piece.contains("@") || byID[Self.folded(String(piece))] != nil
        ? [String(piece)] : piece.split(separator: "-").map(String.init)
    }
  }

  /// `Lee Ann - Copy` and `Lee Ann 副本` without the word that a second copy has behind it.
  static func withoutCopy(_ label: String) -> String {
    var label = Substring(label)
    while let match = label.firstMatch(
      of: #/(?:\s*\(copy\)|[\s_-]+(?:copy|kopie|copie|copia)|[\s_-]*副本)$/#.ignoresCase()),
      match.range.lowerBound > label.startIndex
    {
      label = label[..<match.range.lowerBound]
    }
    return String(label).trimmingCharacters(in: .whitespaces)
  }
}
