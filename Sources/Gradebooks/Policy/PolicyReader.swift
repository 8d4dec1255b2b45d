import Coursework
import Foundation
import Text

/// Reads a policy file and collects everything that is wrong with it.
struct PolicyReader {
  private(set) var problems: [PolicyProblem] = []
  private let weeks: [Week]

  init(weeks: [Week]) {
    self.weeks = weeks
  }

  private var weekIDs: [String] { weeks.map(\.id) }
  private var exerciseIDs: [String] {
    weeks.flatMap(\.exercises).map(\.info.id)
  }

  private static let keys = [
    "points", "deadlines", "zone", "graceMinutes", "late", "extensions", "attempts", "dropLowest",
    "manual", "submissions", "comment",
  ]

  mutating func policy(_ tree: JSONTree) -> Policy {
    var policy = Policy()
    guard let members = object(tree, "$", Self.keys) else { return policy }
    policy.points = points(members["points"])
    policy.deadlines = deadlines(members["deadlines"])
    policy.zone = zone(members["zone"])
    policy.graceMinutes = number(members["graceMinutes"], "$.graceMinutes") ?? 0
    policy.late = late(members["late"])
    policy.attempts = choice(members["attempts"], "$.attempts") ?? .best
    policy.dropLowest = count(members["dropLowest"], "$.dropLowest", upTo: weeks.count - 1) ?? 0
    policy.extensions = extensions(members["extensions"], deadlines: policy.deadlines)
    policy.manual = manual(members["manual"])
    policy.submissions = submissions(members["submissions"])
    return policy
  }

  // MARK: The parts

  private mutating func points(_ tree: JSONTree?) -> [String: Double] {
    var result: [String: Double] = [:]
    for (id, value) in object(tree, "$.points") ?? [] {
      let path = Self.path("$.points", id)
      if id.contains(".") { checkExercise(id, path) } else { checkWeek(id, path) }
      result[id] = number(value, path)
    }
    return result
  }

  private mutating func deadlines(_ tree: JSONTree?) -> [String: Date] {
    var result: [String: Date] = [:]
    for (week, value) in object(tree, "$.deadlines") ?? [] {
      let path = Self.path("$.deadlines", week)
      checkWeek(week, path)
      result[week] = date(value, path)
    }
    return result
  }

  private mutating func zone(_ tree: JSONTree?) -> TimeZone? {
    guard let name = text(tree, "$.zone") else { return nil }
    let known = TimeZone.knownTimeZoneIdentifiers
    guard known.contains(name) || name == "UTC", let zone = TimeZone(identifier: name) else {
      problems.append(
        .unknownZone(path: "$.zone", text: name, nearest: Spelling.nearest(name, known)))
      return nil
    }
    return zone
  }

  private mutating func late(_ tree: JSONTree?) -> LatePenalty? {
    guard let members = object(tree, "$.late", ["percentPerDay", "capPercent", "of"]) else {
      return nil
    }
    guard
      present(
        "percentPerDay", in: members, "$.late",
        Phrase("what a day late takes, in percent", zh: "每迟交一天扣百分之几"))
    else { return nil }
    return LatePenalty(
      percentPerDay: number(members["percentPerDay"], "$.late.percentPerDay", upTo: 100) ?? 0,
      capPercent: number(members["capPercent"], "$.late.capPercent", upTo: 100) ?? 100,
      base: choice(members["of"], "$.late.of") ?? .mark)
  }

  /// `{ "王小明(1)": "2", "old": null }`.
  private mutating func submissions(_ tree: JSONTree?) -> [String: String?] {
    var result: [String: String?] = [:]
    for (label, value) in object(tree, "$.submissions") ?? [] {
      if case .null = value {
        result[label] = .some(nil)
      } else if let student = text(value, Self.path("$.submissions", label)) {
        result[label] = student
      }
    }
    return result
  }

  private mutating func extensions(
    _ tree: JSONTree?, deadlines: [String: Date]
  ) -> [Policy.Extension] {
    var result: [Policy.Extension] = []
    var places: [String: String] = [:]
    for (path, members) in list(
      tree, "$.extensions", ["student", "week", "days", "until", "reason"])
    {
      _ = text(members["reason"], path + ".reason")
      guard
        present(
          "student", in: members, path,
          Phrase("the id of the student who has more time", zh: "获得延期的学生的 id")),
        let student = text(members["student"], path + ".student")
      else { continue }
      let week = text(members["week"], path + ".week")
      if let week { checkWeek(week, path + ".week") }
      noteTwice("\(student)\n\(week ?? "")", at: path, in: &places)
      if let until = members["until"] {
        if let days = members["days"] {
          problems.append(.saidTwice(path: path + ".days", before: path + ".until"))
          _ = days
        }
        guard
          present(
            "week", in: members, path,
            Phrase("the week that is due at “until”", zh: "“until”所指的是哪一周")),
          let moment = date(until, path + ".until")
        else { continue }
        result.append(.init(student: student, week: week, end: .until(moment)))
      } else {
        guard
          present(
            "days", in: members, path,
            Phrase("how many days more, or “until”, a date", zh: "延期几天，或用“until”写明日期")),
          let days = count(members["days"], path + ".days", upTo: 3650)
        else { continue }
        if let week, weekIDs.contains(week), deadlines[week] == nil {
          problems.append(.needsDeadline(path: path + ".days", week: week))
        }
        result.append(.init(student: student, week: week, end: .days(days)))
      }
    }
    return result
  }

  private mutating func manual(_ tree: JSONTree?) -> [Policy.ManualMark] {
    var result: [Policy.ManualMark] = []
    var places: [String: String] = [:]
    for (path, members) in list(
      tree, "$.manual", ["student", "mark", "points", "automatic", "reason"])
    {
      let isWhole =
        present("student", in: members, path, Phrase("the id of the student", zh: "学生的 id"))
        && present(
          "mark", in: members, path,
          Phrase("the id of an exercise or a week, or “total”", zh: "练习或周的 id，或“total”"))
        && present("points", in: members, path, Phrase("the mark that counts", zh: "最终采用的分数"))
        && present(
          "reason", in: members, path, Phrase("why, for whoever asks later", zh: "理由，供以后查问"))
        && present(
          "automatic", in: members, path,
          Phrase(
            "the mark that the gradebook showed before, or null where it showed none",
            zh: "当时成绩册上的分数；没有则写 null"))
      guard isWhole, let student = text(members["student"], path + ".student"),
        let name = text(members["mark"], path + ".mark"),
        let points = number(members["points"], path + ".points"),
        let reason = text(members["reason"], path + ".reason")
      else { continue }
      var automatic: Double?
      if let value = members["automatic"], case .null = value {
      } else {
        automatic = number(members["automatic"], path + ".automatic")
      }
      let mark = markID(name, path + ".mark")
      noteTwice("\(student)\n\(name)", at: path, in: &places)
      result.append(
        .init(student: student, mark: mark, points: points, automatic: automatic, reason: reason))
    }
    return result
  }

  private mutating func markID(_ name: String, _ path: String) -> MarkID {
    if name == "total" { return .total }
    if name.contains(".") {
      checkExercise(name, path)
      return .exercise(name)
    }
    checkWeek(name, path)
    return .week(name)
  }

  // MARK: Checks

  private mutating func checkWeek(_ id: String, _ path: String) {
    guard !weekIDs.contains(id) else { return }
    problems.append(.unknownWeek(path: path, id: id, nearest: Spelling.nearest(id, weekIDs)))
  }

  private mutating func checkExercise(_ id: String, _ path: String) {
    guard !exerciseIDs.contains(id) else { return }
    problems.append(
      .unknownExercise(path: path, id: id, nearest: Spelling.nearest(id, exerciseIDs)))
  }

  private mutating func noteTwice(
    _ key: String, at path: String, in places: inout [String: String]
  ) {
    if let before = places[key] {
      problems.append(.saidTwice(path: path, before: before))
    } else {
      places[key] = path
    }
  }

  private mutating func present(
    _ key: String, in members: [String: JSONTree], _ path: String, _ meaning: Phrase
  ) -> Bool {
    if members[key] != nil { return true }
    problems.append(.missingKey(path: path, key: key, meaning: meaning))
    return false
  }

  private static func path(_ path: String, _ key: String) -> String {
    let isPlain = !key.isEmpty && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isPlain ? "\(path).\(key)" : "\(path)[\"\(key)\"]"
  }
}

// MARK: Values

extension PolicyReader {
  private mutating func wrong(_ tree: JSONTree, _ path: String, _ expected: Phrase) {
    problems.append(.wrongType(path: path, expected: expected, actual: tree.kind))
  }

  private mutating func object(
    _ tree: JSONTree?, _ path: String
  ) -> [(key: String, value: JSONTree)]? {
    guard let tree else { return nil }
    guard case .object(let members) = tree else {
      wrong(tree, path, JSONTree.object([:]).kind)
      return nil
    }
    return members.sorted { $0.key < $1.key }
  }

  private mutating func object(
    _ tree: JSONTree?, _ path: String, _ keys: [String]
  ) -> [String: JSONTree]? {
    guard let members = object(tree, path) else { return nil }
    for (key, _) in members where !keys.contains(key) {
      problems.append(
        .unknownKey(path: path, key: key, nearest: Spelling.nearest(key, keys), known: keys))
    }
    return Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
  }

  private mutating func list(
    _ tree: JSONTree?, _ path: String, _ keys: [String]
  ) -> [(path: String, members: [String: JSONTree])] {
    guard let tree else { return [] }
    guard case .array(let elements) = tree else {
      wrong(tree, path, JSONTree.array([]).kind)
      return []
    }
    var result: [(path: String, members: [String: JSONTree])] = []
    for (index, element) in elements.enumerated() {
      let place = "\(path)[\(index)]"
      if let members = object(element, place, keys) { result.append((place, members)) }
    }
    return result
  }

  private mutating func text(_ tree: JSONTree?, _ path: String) -> String? {
    guard let tree else { return nil }
    guard case .text(let text) = tree else {
      wrong(tree, path, JSONTree.text("").kind)
      return nil
    }
    return text
  }

  private mutating func number(
    _ tree: JSONTree?, _ path: String, upTo limit: Double = 1_000_000
  ) -> Double? {
    guard let tree else { return nil }
    guard case .number(let number) = tree else {
      wrong(tree, path, JSONTree.number(0).kind)
      return nil
    }
    guard (0...limit).contains(number) else {
      problems.append(
        .badNumber(
          path: path, number: number,
          expected: Phrase("0 to \(decimal(limit))", zh: " 0 到 \(decimal(limit))")))
      return nil
    }
    return number
  }

  private mutating func count(_ tree: JSONTree?, _ path: String, upTo limit: Int) -> Int? {
    guard let number = number(tree, path, upTo: Double(limit)) else { return nil }
    guard number == number.rounded() else {
      problems.append(
        .badNumber(
          path: path, number: number,
          expected: Phrase("a whole number from 0 to \(limit)", zh: " 0 到 \(limit) 的整数")))
      return nil
    }
    return Int(number)
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ tree: JSONTree?, _ path: String
  ) -> Choice? {
    guard let text = text(tree, path) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    problems.append(
      .badChoice(path: path, text: text, choices: Choice.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func date(_ tree: JSONTree?, _ path: String) -> Date? {
    guard let text = text(tree, path) else { return nil }
    switch PolicyDate(text) {
    case .moment(let date): return date
    case .withoutZone: problems.append(.dateWithoutZone(path: path, text: text))
    case .none: problems.append(.badDate(path: path, text: text))
    }
    return nil
  }
}

/// A moment as ISO 8601 writes it, `2026-03-08T23:59:00+01:00`; seconds may be left out.
enum PolicyDate {
  case moment(Date)
  case withoutZone
  case none

  init(_ text: String) {
    let form =
      #/(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?/#
    guard let parts = text.wholeMatch(of: form) else {
      self = .none
      return
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
    let components = DateComponents(
      year: number(parts.1), month: number(parts.2), day: number(parts.3),
      hour: number(parts.4), minute: number(parts.5), second: number(parts.6))
    // 30 February and 25 o'clock would be carried over to the next day.
    guard components.isValidDate(in: calendar), let date = calendar.date(from: components) else {
      self = .none
      return
    }
    guard let zone = parts.7 else {
      self = .withoutZone
      return
    }
    let digits = zone.filter(\.isNumber)
    let (hours, minutes) = (number(digits.prefix(2)[...]), number(digits.suffix(2)[...]))
    guard zone == "Z" || (hours <= 14 && minutes < 60) else {
      self = .none
      return
    }
    let offset = zone == "Z" ? 0 : (hours * 60 + minutes) * 60 * (zone.hasPrefix("-") ? -1 : 1)
    self = .moment(date.addingTimeInterval(Double(-offset)))
  }
}
