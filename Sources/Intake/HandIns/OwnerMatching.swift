import Foundation

/// Finds the student of the roster who owns a hand-in.
///
/// An id decides only if the name beside it does not contradict it: nobody receives marks because
/// of a number in a folder's name that conflicts with their own name. A label that may mean several
/// students, or whose id and name disagree, is ambiguous.
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
  /// The groups by the letters and digits of their names, which is what Canvas and GitHub keep.
  private var byGroupLetters: [String: [Int]] = [:]
  /// The members of the teams in the roster's own column that are no groups of this class.
  private var byTeam: [String: [Int]] = [:]

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
    let letters = Dictionary(grouping: byGroup) { Self.letters(of: $0.key) }
    for (name, groups) in letters where groups.count == 1 && name.contains(where: \.isLetter) {
      byGroupLetters[name] = groups[0].value
    }
    for (name, team) in roster.teams where byGroup[Self.foldedGroup(name)] == nil {
      byTeam[Self.foldedGroup(name)] = known.indices.filter { team.contains(known[$0].student) }
    }
  }

  /// Returns whether a student has this id or full name, or a group has this name.
  func knows(_ name: String) -> Bool {
    places(of: name) != nil || !named(PersonName(name)).isEmpty || group(name) != nil
  }

  /// Matches the first member of the group with this name, on behalf of all; ambiguous if it is
  /// also a student's name.
  private func group(_ name: String) -> Match? {
    guard let members = byGroup[Self.foldedGroup(name)] ?? byGroupLetters[Self.letters(of: name)]
    else { return nil }
    let namesakes = Set(named(PersonName(name))).union(places(of: name) ?? [])
    return namesakes.isEmpty
      ? .one(known[members[0]].student, by: .group)
      : .several(students(namesakes.union(members)))
  }

  /// Returns the students with an id, allowing for leading zeros that spreadsheets drop.
  private func places(of id: String) -> [Int]? {
    byID[Self.folded(id)] ?? (id.isNumber ? byNumber[String(id.drop { $0 == "0" })] : nil)
  }

  /// Finds the student by the ids and the name that a platform gives.
  ///
  /// The ids are alternative readings of the same one: the first known id counts. Where the
  /// platform hides the name, as in blind marking, it is empty or matches nobody.
  func match(ids: [String], name: String, hidesNames: Bool) -> Match {
    if let group = group(name) { return group }
    // A team's number may be that of a student who is not in it.
    if let team = byTeam[Self.foldedGroup(name)] { return .several(students(Set(team))) }
    let found = ids.lazy.compactMap { places(of: $0) }.first ?? []
    let person = PersonName(name)
    guard !found.isEmpty else { return hidesNames ? .none : match(person) }
    return match(found, against: hidesNames ? PersonName("") : person)
  }

  /// Finds the student named by a folder or by the part before a file's name.
  ///
  /// Every part of `Doe, Jane (12345)` and `12345_Jane Doe` may be an id; the rest is the name. The
  /// `(1)` of a second download is such a part, too: if 1 is somebody else's id, nothing rules that
  /// reading out. A number after a course word, as in `week 2`, is not an id.
  func match(label: String, ignoring isCourses: (String) -> Bool) -> Match {
    let label = Self.withoutCopy(
      label.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespaces))
    if let group = group(label) { return group }
    let whole = PersonName(label)
    let named = Set(named(whole))
    if let places = places(of: label) {
      return named.isDisjoint(with: places) && !named.isEmpty
        ? .several(students(named.union(places))) : match(places, against: PersonName(""))
    }
    let isName = !named.isEmpty
    let pieces = pieces(of: label)
    let isAlone =
      !isName && pieces.count { $0.contains(where: \.isLetter) && !isCourses($0) } < 2
    var found: [[Int]] = []
    var weak: [Int] = []
    var rest: [String] = []
    var isBehindWord = false
    for piece in pieces {
      let isWord = isCourses(piece)
      let places = isBehindWord && piece.isNumber ? [] : places(of: piece) ?? []
      let claims =
        isAlone || whole.words.count == 1 && named.isSuperset(of: places)
        ? places : claims(places, piece, in: whole, isName: isName)
      if !claims.isEmpty {
        found.append(claims)
      } else if isName || !isWord {
        rest.append(piece)
        weak += places
      }
      isBehindWord = isWord
    }
    let person = PersonName(rest.joined(separator: " "))
    guard let first = found.first else {
      // `Taylor Swift` has a word of the course in the name, and `jane` may be a login after all.
      let matches = [match(person), match(whole)]
      return matches.first { $0 != .none } ?? (weak.isEmpty ? .none : .several(students(Set(weak))))
    }
    // All parts that are ids must belong to the same student.
    let common = found.dropFirst().reduce(Set(first)) { $0.intersection($1) }
    if common.isEmpty { return .several(students(Set(found.flatMap(\.self) + self.named(person)))) }
    return match(common.sorted(), against: person)
  }

  /// Returns those students of an id for whom it is more than a word of a name.
  ///
  /// A login may be somebody's first name, and `Ann Lee Smith` is not the `Ann Lee` whose login is
  /// `ann`. A word that occurs twice, as in `Lee_Ann_ann_4711`, is a name and a login.
  private func claims(
    _ places: [Int], _ piece: String, in whole: PersonName, isName: Bool
  ) -> [Int] {
    guard piece.allSatisfy(\.isLetter) else { return places }
    if isName { return [] }
    guard let word = PersonName(piece).words.first, whole.words.count(where: { $0 == word }) < 2
    else { return places }
    return places.filter { place in
      !known[place].names.contains { $0.words.count > 1 && $0.words.contains(word) }
    }
  }

  /// Finds the student by the readings of a name of which nothing tells where it begins; ambiguous
  /// where two of them are different students'.
  func match(readings: [String]) -> Match {
    let found = readings.map { match(label: $0, ignoring: { _ in false }) }
    var owners: Set<Student> = []
    for case .one(let student, _) in found { owners.insert(student) }
    return owners.count > 1 ? .several(owners.sorted()) : found.first { $0 != .none } ?? .none
  }

  // MARK: Rules

  /// Matches students with an id against the name beside it.
  private func match(_ places: [Int], against person: PersonName) -> Match {
    let named = person.isEmpty ? [] : named(person)
    // The name is exactly somebody else's.
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
    text.withoutFormatting.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Folds a group's name; some platforms' downloads write a blank for `_`.
  private static func foldedGroup(_ name: String) -> String {
    folded(name).replacing("_", with: " ")
  }

  private static func letters(of text: String) -> String {
    folded(text).filter { $0.isLetter || $0.isNumber }
  }

  /// Splits a label into parts, keeping one with a hyphen whole if it is somebody's id.
  private func pieces(of label: String) -> [String] {
    Self.parts(of: label).flatMap { piece in
      piece.contains("@") || byID[Self.folded(piece)] != nil
        ? [piece] : piece.split(separator: "-").map(String.init)
    }
  }

  /// Splits a label at blanks, brackets, commas and underscores.
  static func parts(of label: String) -> [String] {
    label.split { "_()[]{}（）, ;|#".contains($0) || $0.isWhitespace }.map(String.init)
  }

  /// Removes the suffix of a second copy, as in `Lee Ann - Copy` or `Lee Ann 副本`.
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
