import Text

/// The words behind `course quiz`, sorted out.
struct QuizOptions: Equatable {
  enum Action: String, CaseIterable { case ask, list, review, check, grade, export, help }

  var action = Action.list
  /// The quiz's id, or the files to work on.
  var operands: [String] = []
  var isExam = false
  var isPlain = false
  var isRestart = false
  var withoutAnswers = false
  /// In seconds.
  var timeLimit: Double?
  var seed: Int?
  var scoring: ScoringScheme?
  var count: Int?
  var answers: String?
  var name: String?
  var language: Language?
  var banks: String?
  var out: String?
  var items: String?
  var format: String?

  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    if let first = rest.first, let named = Action(rawValue: first),
      [.check, .grade, .export, .list, .help].contains(named)
    {
      action = named
      rest = rest.dropFirst()
    }
    var operandsOnly = false
    while let word = rest.popFirst() {
      if operandsOnly || !word.hasPrefix("-") || word == "-" {
        operands.append(word)
        continue
      }
      if word == "--" {
        operandsOnly = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      try read(String(parts[0]), parts.count == 2 ? String(parts[1]) : nil, &rest)
    }
    if action == .list, !operands.isEmpty { action = .ask }
    if action == .ask, operands.count > 1 { throw .unexpectedWord(operands[1]) }
  }

  private mutating func read(
    _ name: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    if attached == nil || name == "--help" {
      switch name {
      case "--exam": isExam = true
      case "--plain": isPlain = true
      case "--restart": isRestart = true
      case "--without-answers": withoutAnswers = true
      case "--review": action = .review
      case "--help", "-h": action = .help
      default: try readValue(name, attached, &rest)
      }
      return
    }
    try readValue(name, attached, &rest)
  }

  private mutating func readValue(
    _ name: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    guard Self.valued.contains(name) else { throw .unknownOption(name) }
    guard let value = attached ?? rest.popFirst() else { throw .missingValue(name) }
    switch name {
    case "--time-limit": timeLimit = try Self.seconds(value)
    case "--seed":
      guard let number = Int(value), (0...1_000_000_000).contains(number) else {
        throw .badValue(name, value, expected: "0 … 1000000000")
      }
      seed = number
    case "--questions":
      guard let number = Int(value), number > 0 else {
        throw .badValue(name, value, expected: "1, 2, 3 …")
      }
      count = number
    case "--scoring":
      guard let scheme = ScoringScheme(rawValue: value) else {
        throw .badValue(
          name, value, expected: ScoringScheme.allCases.map(\.rawValue).joined(separator: ", "))
      }
      scoring = scheme
    case "--lang":
      guard let found = Language(rawValue: value) else {
        throw .badValue(name, value, expected: "en, zh")
      }
      language = found
    case "--answers": answers = value
    case "--name": self.name = value
    case "--banks": banks = value
    case "--out": out = value
    case "--items": items = value
    default: format = value
    }
  }

  private static let valued: Set<String> = [
    "--time-limit", "--seed", "--questions", "--scoring", "--lang", "--answers", "--name",
    "--banks", "--out", "--items", "--format",
  ]

  /// `30`, `30m`, `90s` or `1h`: minutes, unless a unit says otherwise.
  static func seconds(_ text: String) throws(UsageError) -> Double {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text : String(text.dropLast())
    guard let number = Double(digits), number > 0, number <= 100_000 else {
      throw .badValue("--time-limit", text, expected: "30, 90s, 1h")
    }
    return number * (unit ?? 60)
  }
}

/// What can be wrong with a command line.
enum UsageError: Error, Equatable {
  case unknownOption(String)
  case missingValue(String)
  case badValue(String, String, expected: String)
  case unexpectedWord(String)
  case missingOperand(String)
  case unknownQuiz(String, known: [String])
  case noBanks
  case answersNeeded(format: String)

  func text(_ language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var english: String {
    switch self {
    case .unknownOption(let name): "unknown option “\(printable(name))”; see course quiz --help"
    case .missingValue(let name): "the option \(name) wants a value"
    case .badValue(let name, let value, let expected):
      "“\(printable(value))” is no value for \(name): expected \(expected)"
    case .unexpectedWord(let word): "unexpected “\(printable(word))”: name one quiz"
    case .missingOperand(let what): "name \(what)"
    case .unknownQuiz(let id, let known):
      "there is no quiz “\(printable(id))”"
        + (known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))")
    case .noBanks:
      "no folder Quizzes here or above: go to the course's folder, or name one with --banks"
    case .answersNeeded(let format):
      "the format \(format) cannot hold questions without answers: use markdown or json"
    }
  }

  private var chinese: String {
    switch self {
    case .unknownOption(let name): "没有选项“\(printable(name))”，请看 course quiz --help"
    case .missingValue(let name): "选项 \(name) 后面缺少值"
    case .badValue(let name, let value, let expected):
      "\(name) 的值不能是“\(printable(value))”，应为 \(expected)"
    case .unexpectedWord(let word): "多余的“\(printable(word))”：只能指定一个测验"
    case .missingOperand(let what): "缺少参数：\(what)"
    case .unknownQuiz(let id, let known):
      "没有测验“\(printable(id))”" + (known.isEmpty ? "" : "，现有 \(known.joined(separator: "、"))")
    case .noBanks: "在当前目录及上级目录中找不到 Quizzes：请进入课程目录，或用 --banks 指定"
    case .answersNeeded(let format): "格式 \(format) 必须带答案；不带答案时请用 markdown 或 json"
    }
  }
}
