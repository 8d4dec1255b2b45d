/// One thing that is wrong with a policy file, with its JSON path (`$.manual[0].student`).
public enum PolicyProblem: Sendable, Equatable, CustomStringConvertible {
  case notJSON(reason: String)
  case wrongType(path: String, expected: String, actual: String)
  case unknownKey(path: String, key: String, nearest: String?, known: [String])
  case missingKey(path: String, key: String, meaning: String)
  case badDate(path: String, text: String)
  case dateWithoutZone(path: String, text: String)
  case unknownZone(path: String, text: String, nearest: String?)
  case badNumber(path: String, number: Double, expected: String)
  case badChoice(path: String, text: String, choices: [String])
  case unknownWeek(path: String, id: String, nearest: String?)
  case unknownExercise(path: String, id: String, nearest: String?)
  case unknownStudent(path: String, id: String, nearest: String?)
  case needsDeadline(path: String, week: String)
  case saidTwice(path: String, before: String)

  public var description: String {
    switch self {
    case .notJSON(let reason):
      "$: this is not JSON: \(reason)"
    case .wrongType(let path, let expected, let actual):
      "\(path): expected \(expected), found \(actual)"
    case .unknownKey(let path, let key, let nearest, let known):
      "\(path): there is no key “\(key)”"
        + (nearest.map { "; did you mean “\($0)”?" }
          ?? "; the keys here are \(known.joined(separator: ", "))")
    case .missingKey(let path, let key, let meaning):
      "\(path): “\(key)” is missing: \(meaning)"
    case .badDate(let path, let text):
      "\(path): “\(text)” is no date; write it as 2026-03-08T23:59:00+01:00"
    case .dateWithoutZone(let path, let text):
      "\(path): “\(text)” has no time zone; add Z or an offset: \(text)+01:00"
    case .unknownZone(let path, let text, let nearest):
      "\(path): there is no time zone “\(text)”" + Self.hint(nearest, "; expected Europe/Zurich")
    case .badNumber(let path, let number, let expected):
      "\(path): \(decimal(number)) is not possible; expected \(expected)"
    case .badChoice(let path, let text, let choices):
      "\(path): “\(text)” means nothing here; expected "
        + choices.map { "“\($0)”" }.joined(separator: " or ")
    case .unknownWeek(let path, let id, let nearest):
      "\(path): there is no week “\(id)”" + Self.hint(nearest)
    case .unknownExercise(let path, let id, let nearest):
      "\(path): there is no exercise “\(id)”" + Self.hint(nearest)
    case .unknownStudent(let path, let id, let nearest):
      "\(path): nobody in the class has the id “\(id)”" + Self.hint(nearest)
    case .needsDeadline(let path, let week):
      "\(path): \(week) has no deadline that could be put off; add one to “deadlines” or say “until”"
    case .saidTwice(let path, let before):
      "\(path): says what \(before) says already; remove one of them"
    }
  }

  private static func hint(_ nearest: String?, _ otherwise: String = "") -> String {
    nearest.map { "; did you mean “\($0)”?" } ?? otherwise
  }
}

/// A policy file that cannot be used, with everything that is wrong with it.
public struct InvalidPolicy: Error, Equatable, CustomStringConvertible {
  /// The file, as it was named.
  public let file: String
  public let problems: [PolicyProblem]

  public var description: String {
    problems.map { "\(file): \($0)" }.joined(separator: "\n")
  }
}
