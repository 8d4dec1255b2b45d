public import Text

/// A problem in a policy file, with its JSON path (`$.manual[0].student`).
public enum PolicyProblem: Sendable, Equatable {
  case notJSON(reason: String)
  case wrongType(path: String, expected: Phrase, actual: Phrase)
  case unknownKey(path: String, key: String, nearest: String?, known: [String])
  case missingKey(path: String, key: String, meaning: Phrase)
  case badDate(path: String, text: String)
  case dateWithoutZone(path: String, text: String)
  case unknownZone(path: String, text: String, nearest: String?)
  case badNumber(path: String, number: Double, expected: Phrase)
  case badChoice(path: String, text: String, choices: [String])
  case unknownWeek(path: String, id: String, nearest: String?)
  case unknownExercise(path: String, id: String, nearest: String?)
  case unknownStudent(path: String, id: String, nearest: String?)
  case needsDeadline(path: String, week: String)
  case saidTwice(path: String, before: String)
  case doubledKey(path: String, lines: [Int])
  case ambiguousStudent(path: String, id: String, students: [String])
}

extension PolicyProblem: PhrasedError {
  /// The problem as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .notJSON(let reason):
      Phrase("$: this is not JSON: \(reason)", zh: "$：这不是 JSON：\(reason)")
    case .wrongType(let path, let expected, let actual):
      Phrase(
        "\(path): expected \(expected.english), found \(actual.english)",
        zh: "\(path)：应为\(expected.chinese)，实际是\(actual.chinese)")
    case .unknownKey(let path, let key, let nearest, let known):
      Phrase(
        "\(path): there is no key “\(key)”"
          + Self.hint(nearest, "; the keys here are \(known.joined(separator: ", "))"),
        zh: "\(path)：没有“\(key)”这个键"
          + Self.chineseHint(nearest, "；这里可用的键有 \(known.joined(separator: "、"))"))
    case .missingKey(let path, let key, let meaning):
      Phrase(
        "\(path): “\(key)” is missing: \(meaning.english)",
        zh: "\(path)：缺少“\(key)”：\(meaning.chinese)")
    case .badDate(let path, let text):
      Phrase(
        "\(path): “\(text)” is not a date; write it as 2026-03-08T23:59:00+01:00",
        zh: "\(path)：“\(text)”不是日期；请写成 2026-03-08T23:59:00+08:00 的样子")
    case .dateWithoutZone(let path, let text):
      Phrase(
        "\(path): “\(text)” has no time zone; add Z or an offset: \(text)+01:00",
        zh: "\(path)：“\(text)”没有时区；请加上 Z 或时差：\(text)+08:00")
    case .unknownZone(let path, let text, let nearest):
      Phrase(
        "\(path): there is no time zone “\(text)”" + Self.hint(nearest, "; expected Europe/Zurich"),
        zh: "\(path)：没有“\(text)”这个时区" + Self.chineseHint(nearest, "；请写成 Asia/Shanghai 的样子"))
    case .badNumber(let path, let number, let expected):
      Phrase(
        "\(path): \(decimal(number)) is not possible; expected \(expected.english)",
        zh: "\(path)：不能是 \(decimal(number))；应为\(expected.chinese)")
    case .badChoice(let path, let text, let choices):
      Phrase(
        "\(path): “\(text)” means nothing here; expected "
          + choices.map { "“\($0)”" }.joined(separator: " or "),
        zh: "\(path)：这里不能写“\(text)”；应为" + choices.map { "“\($0)”" }.joined(separator: "或"))
    case .unknownWeek(let path, let id, let nearest):
      Phrase(
        "\(path): there is no week “\(id)”" + Self.hint(nearest),
        zh: "\(path)：没有“\(id)”这一周" + Self.chineseHint(nearest))
    case .unknownExercise(let path, let id, let nearest):
      Phrase(
        "\(path): there is no exercise “\(id)”" + Self.hint(nearest),
        zh: "\(path)：没有“\(id)”这个练习" + Self.chineseHint(nearest))
    case .unknownStudent(let path, let id, let nearest):
      Phrase(
        "\(path): nobody in the class has the id “\(id)”" + Self.hint(nearest),
        zh: "\(path)：班上没有 id 为“\(id)”的学生" + Self.chineseHint(nearest))
    case .needsDeadline(let path, let week):
      Phrase(
        "\(path): \(week) has no deadline that could be put off; add one to “deadlines” or say "
          + "“until”",
        zh: "\(path)：\(week) 没有可以推迟的截止时间；请写进“deadlines”，或改用“until”")
    case .saidTwice(let path, let before):
      Phrase(
        "\(path): says what \(before) says already; remove one of them",
        zh: "\(path)：与 \(before) 重复；请删去一处")
    case .doubledKey(let path, let lines):
      Phrase(
        "\(path): stands on lines \(lines.map(String.init).joined(separator: " and ")); only one "
          + "would count, remove the others",
        zh: "\(path)：在第 \(lines.map(String.init).joined(separator: "、")) 行重复出现，只有一个会生效；请删去其余的")
    case .ambiguousStudent(let path, let id, let students):
      Phrase(
        "\(path): several students may be “\(id)” (\(students.joined(separator: "; "))); use an id",
        zh: "\(path)：“\(id)”可能是几名学生（\(students.joined(separator: "；"))）；请用 id")
    }
  }

  private static func hint(_ nearest: String?, _ otherwise: String = "") -> String {
    nearest.map { "; did you mean “\($0)”?" } ?? otherwise
  }

  private static func chineseHint(_ nearest: String?, _ otherwise: String = "") -> String {
    nearest.map { "；是不是想写“\($0)”？" } ?? otherwise
  }
}

/// An unusable policy file, with everything that is wrong with it.
public struct InvalidPolicy: PhrasedError, Equatable {
  /// The file, as the user named it.
  public let file: String
  /// The problems, in the order of the file.
  public let problems: [PolicyProblem]

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    Phrase(
      problems.map { "\(file): \($0.phrase.english)" }.joined(separator: "\n"),
      zh: problems.map { "\(file)：\($0.phrase.chinese)" }.joined(separator: "\n"))
  }
}
