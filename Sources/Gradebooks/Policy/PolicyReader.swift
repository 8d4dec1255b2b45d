import Coursework
import Foundation
import Text

/// Reads a policy file and collects everything that is wrong with it.
struct PolicyReader {
  var problems: [PolicyProblem] = []
  private let weeks: [Week]

  init(weeks: [Week]) {
    self.weeks = weeks
  }

  private var weekIDs: [String] { weeks.map(\.id) }
  private var exerciseIDs: [String] {
    weeks.flatMap(\.exercises).map(\.info.id)
  }

  private static let keys = [
    "points", "released", "deadlines", "platformDeadlines", "zone", "graceMinutes", "late",
    "extensions", "attempts", "dropLowest", "manual", "submissions", "excused", "withdrawn",
    "hold", "extraCredit", "lateDays", "feedback", "comment",
  ]

  mutating func policy(_ tree: JSONTree) -> Policy {
    var policy = Policy()
    guard let members = object(tree, "$", Self.keys) else { return policy }
    policy.points = points(members["points"])
    policy.deadlines = dates(members["deadlines"], "$.deadlines")
    policy.released = dates(members["released"], "$.released")
    policy.platformDeadlines = dates(members["platformDeadlines"], "$.platformDeadlines")
    policy.zone = zone(members["zone"])
    policy.graceMinutes = number(members["graceMinutes"], "$.graceMinutes") ?? 0
    policy.late = late(members["late"])
    policy.attempts = choice(members["attempts"], "$.attempts") ?? .best
    policy.feedback = choice(members["feedback"], "$.feedback") ?? .full
    policy.dropLowest = count(members["dropLowest"], "$.dropLowest", upTo: weeks.count - 1) ?? 0
    policy.extensions = extensions(members["extensions"], deadlines: policy.deadlines)
    policy.manual = manual(members["manual"])
    policy.submissions = submissions(members["submissions"])
    policy.excused = excused(members["excused"])
    policy.withdrawn = students(members["withdrawn"], "$.withdrawn")
    policy.held = students(members["hold"], "$.hold")
    policy.extraCredit = extraCredit(members["extraCredit"])
    policy.lateDays = lateDays(members["lateDays"])
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

  private mutating func dates(_ tree: JSONTree?, _ place: String) -> [String: Date] {
    var result: [String: Date] = [:]
    for (week, value) in object(tree, place) ?? [] {
      let path = Self.path(place, week)
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
    guard
      let members = object(tree, "$.late", ["percentPerDay", "capPercent", "of", "lastDay"])
    else { return nil }
    guard
      members["lastDay"] != nil
        || present(
          "percentPerDay", in: members, "$.late",
          Phrase("what a day late takes, in percent", zh: "每迟交一天扣百分之几"))
    else { return nil }
    return LatePenalty(
      percentPerDay: number(members["percentPerDay"], "$.late.percentPerDay", upTo: 100) ?? 0,
      capPercent: number(members["capPercent"], "$.late.capPercent", upTo: 100) ?? 100,
      base: choice(members["of"], "$.late.of") ?? .mark,
      lastDay: count(members["lastDay"], "$.late.lastDay", upTo: 3650))
  }

  private mutating func lateDays(_ tree: JSONTree?) -> Policy.LateDays? {
    guard let members = object(tree, "$.lateDays", ["budget", "perWeek"]),
      present(
        "budget", in: members, "$.lateDays",
        Phrase("how many days late are free in all", zh: "总共可以免费迟交几天")),
      let budget = count(members["budget"], "$.lateDays.budget", upTo: 3650)
    else { return nil }
    return Policy.LateDays(
      budget: budget, perWeek: count(members["perWeek"], "$.lateDays.perWeek", upTo: 3650))
  }

  private mutating func excused(_ tree: JSONTree?) -> [Policy.Excuse] {
    var result: [Policy.Excuse] = []
    var places: [String: String] = [:]
    for (path, members) in list(tree, "$.excused", ["student", "week", "reason"]) {
      _ = text(members["reason"], path + ".reason")
      guard
        present(
          "student", in: members, path,
          Phrase("the id of the student who is excused", zh: "获准免交的学生的 id")),
        let student = text(members["student"], path + ".student")
      else { continue }
      let week = text(members["week"], path + ".week")
      if let week { checkWeek(week, path + ".week") }
      noteTwice("\(student)\n\(week ?? "")", at: path, in: &places)
      result.append(.init(student: student, week: week))
    }
    return result
  }

  private mutating func extraCredit(_ tree: JSONTree?) -> Set<String> {
    let ids = texts(tree, "$.extraCredit")
    for (index, id) in ids.enumerated() {
      let path = "$.extraCredit[\(index)]"
      if id.contains(".") { checkExercise(id, path) } else { checkWeek(id, path) }
    }
    return Set(ids)
  }

  private mutating func students(_ tree: JSONTree?, _ path: String) -> [String] {
    var places: [String: String] = [:]
    let ids = texts(tree, path)
    for (index, id) in ids.enumerated() { noteTwice(id, at: "\(path)[\(index)]", in: &places) }
    return ids
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

  static func path(_ path: String, _ key: String) -> String {
    let isPlain = !key.isEmpty && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isPlain ? "\(path).\(key)" : "\(path)[\"\(key)\"]"
  }
}
