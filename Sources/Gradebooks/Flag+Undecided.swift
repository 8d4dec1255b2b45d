import Intake
import Text

/// The flags on which a person must decide, with the line of the policy that settles each.
extension Gradebook.Flag {
  var isUndecidedTime: Bool {
    switch self {
    case .undecidedTime, .differingTimes, .laterPlatformDeadline, .unknownOrder: true
    default: false
    }
  }

  func undecided(_ language: Language) -> String {
    switch self {
    case .undecidedTime(let week, let attempt, let isLate, let student, let points):
      let line = Self.manual(student, week, decimal(points), reason: "in time")
      let fact =
        isLate
        ? Phrase(
          "\(week): the platform says that attempt \(attempt) was late, and not how late",
          zh: "\(week)：平台说第 \(attempt) 次提交迟交，没有说迟了多久")
        : Phrase(
          "\(week): nothing says when attempt \(attempt) came in",
          zh: "\(week)：不知道第 \(attempt) 次提交的时间")
      return fact(language)
        + Phrase(
          "; give the time by --times CSV, or in the policy, under \"manual\": \(line)",
          zh: "；请用 --times CSV 给出时间，或在评分规则的 \"manual\" 里写：\(line)")(language)
    case .differingTimes(let week, let attempt, let student, let times):
      let lines = times.compactMap { time in
        time.points.map {
          Self.manual(student, week, decimal($0), reason: time.reason(language))
        }
      }
      let text = lines.joined(separator: Phrase(" or ", zh: " 或 ")(language))
      return Phrase(
        "\(week): of attempt \(attempt), \(Self.list(times, language)); give the time by --times CSV, "
          + "or in the policy, under \"manual\": \(text)",
        zh: "\(week)：第 \(attempt) 次提交，\(Self.list(times, language))；请用 --times CSV 给出时间，"
          + "或在评分规则的 \"manual\" 里写：\(text)")(language)
    case .laterPlatformDeadline(let week, let attempt, let student, let points):
      let line = Self.manual(student, week, decimal(points), reason: "in time")
      return Phrase(
        "\(week): the platform says that attempt \(attempt) was in time, by a later deadline than the "
          + "policy's; give the time by --times CSV, or in the policy, under \"manual\": \(line)",
        zh: "\(week)：平台说第 \(attempt) 次提交按时，但平台的截止时间比评分规则的晚；"
          + "请用 --times CSV 给出时间，或在评分规则的 \"manual\" 里写：\(line)")(language)
    case .unknownOrder(let week, let attempts, let student, let points):
      let lines = points.map { Self.manual(student, week, decimal($0), reason: "") }
        .joined(separator: Phrase(" or ", zh: " 或 ")(language))
      let numbers = attempts.map(String.init)
      return Phrase(
        "\(week): nothing says which of the attempts \(numbers.joined(separator: ", ")) came last; give "
          + "their times by --times CSV, or in the policy, under \"manual\": \(lines)",
        zh: "\(week)：不知道第 \(numbers.joined(separator: "、")) 次提交哪一次在后；"
          + "请用 --times CSV 给出时间，或在评分规则的 \"manual\" 里写：\(lines)")(language)
    case .unread(let weeks, let attempt, let files, let student):
      let names = files.isEmpty ? "–" : files.joined(separator: ", ")
      let lines = weeks.map { Self.manual(student, $0, "0", reason: "") }.joined(separator: ", ")
      return Phrase(
        "\(weeks.joined(separator: ", ")): no file could be taken of attempt \(attempt), which holds: "
          + "\(names); look at it, then in the policy, under \"manual\": \(lines)",
        zh: "\(weeks.joined(separator: "、"))：第 \(attempt) 次提交里没有可用的文件，其中有：\(names)；"
          + "请查看，再在评分规则的 \"manual\" 里写：\(lines)")(language)
    case .disputed(let label, let decision):
      return Phrase(
        "“\(label)” may be from this student; if so, in the policy, under \"submissions\": \(decision)",
        zh: "“\(label)”可能是这名学生的；如果是，请在评分规则的 \"submissions\" 里写：\(decision)")(language)
    case .unmatched(let label, let decisions):
      let lines = decisions.joined(separator: Phrase(" or ", zh: " 或 ")(language))
      return Phrase(
        "nothing says whose “\(label)” is; in the policy, under \"submissions\": \(lines)",
        zh: "不知道“\(label)”是谁的；请在评分规则的 \"submissions\" 里写：\(lines)")(language)
    case .missingThoughSubmitted(let weeks, let student):
      let lines = weeks.map { Self.manual(student, $0, "0", reason: "") }.joined(separator: ", ")
      return Phrase(
        "nothing was found, but the platform's worksheet says when something came in; look for it, or in "
          + "the policy, under \"manual\": \(lines)",
        zh: "没有找到提交，但平台的评分表里有提交时间；请找一找，或在评分规则的 \"manual\" 里写：\(lines)")(language)
    case .missingOrUnmatched(let labels):
      let rest = labels.count - 3
      let named = labels.prefix(3).joined(separator: ", ")
      return Phrase(
        "nothing was found, but nobody was found for \(named)\(rest > 0 ? " and \(rest) more" : "")",
        zh: "没有找到提交，但 \(named)\(rest > 0 ? " 等 \(labels.count) 份" : "") 还没有归属")(language)
    default: return ""
    }
  }

  /// Formats a manual mark as in a policy file.
  private static func manual(
    _ student: String, _ mark: String, _ points: String, reason: String
  ) -> String {
    let quoted = UnmatchedHandIn.quoted
    return "{ \"student\": \(quoted(student)), \"mark\": \"\(mark)\", \"points\": \(points), "
      + "\"automatic\": null, \"reason\": \(quoted(reason)) }"
  }
}
