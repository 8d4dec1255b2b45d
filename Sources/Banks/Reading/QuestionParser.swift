import Text

/// Reads one question: the lines between its heading and the next.
struct QuestionParser {
  let file: String
  let lines: [Substring]
  let range: Range<Int>
  var faults: [BankFault] = []
  private var question: Question
  private var next: Int

  init(file: String, lines: [Substring], range: Range<Int>, id: String, headingIndex: Int) {
    self.file = file
    self.lines = lines
    self.range = range
    question = Question(id: id, line: headingIndex + 1)
    next = range.lowerBound
  }

  mutating func report(_ reason: BankFault.Reason, index: Int) {
    faults.append(BankFault(file: file, line: index + 1, reason: reason))
  }

  mutating func read() -> Question {
    while next < range.upperBound, isBlank(lines[next]) { next += 1 }
    if next < range.upperBound, fenceMark(lines[next]) != nil,
      trimmed(lines[next].drop { $0 == "`" }) == "question"
    {
      fields()
    }
    body()
    options()
    return question
  }

  // MARK: The text and the hint

  private mutating func body() {
    while next < range.upperBound, isBlank(lines[next]) { next += 1 }
    question.textLine = next + 1
    var text: [Substring] = []
    var fence: Substring?
    while next < range.upperBound {
      let line = lines[next]
      if let open = fence {
        if closesFence(line, open) { fence = nil }
      } else if let mark = fenceMark(line) {
        fence = mark
      } else if isCheckBox(line) {
        break
      } else if line.begins(with: ">") {
        hint()
        continue
      }
      text.append(line)
      next += 1
    }
    question.text = trimBlankLines(text[...]).joined(separator: "\n")
  }

  private static let hintLabels = ["Hint:", "提示：", "提示:"]

  private mutating func hint() {
    let start = next
    var quoted: [Substring] = []
    while next < range.upperBound, let line = unquoted(lines[next]) {
      quoted.append(line)
      next += 1
    }
    let text = quoted.joined(separator: "\n")
    guard let label = Self.hintLabels.first(where: { text.hasPrefix($0) }) else {
      report(.quoteWithoutHint, index: start)
      return
    }
    guard question.hint == nil else {
      report(.secondHint, index: start)
      return
    }
    question.hint = trimmed(text.dropFirst(label.count))
    question.hintLine = start + 1
  }

  // MARK: The options

  private mutating func options() {
    while next < range.upperBound {
      let line = lines[next]
      if isCheckBox(line) {
        option()
      } else {
        if !isBlank(line) { report(.textAfterOptions, index: next) }
        next += 1
      }
    }
  }

  private mutating func option() {
    let start = next
    let line = lines[next]
    let right = line.after("- [x]") ?? line.after("- [X]")
    let known = right ?? line.after("- [ ]")
    let rest = known ?? line.dropFirst(5)
    if known == nil || !(rest.isEmpty || rest.begins(with: " ")) {
      report(.badCheckBox(String(line.prefix(12))), index: next)
    }
    var text = [rest.drop { $0 == " " }]
    var explanation: [Substring] = []
    var explanationLine = 0
    var fence: Substring?
    next += 1
    while next < range.upperBound {
      let line = lines[next]
      if isBlank(line) {
        if explanation.isEmpty { text.append("") }
        next += 1
        continue
      }
      guard let inner = line.after("  ") else { break }
      if let open = fence {
        if closesFence(inner, open) { fence = nil }
      } else if let line = unquoted(inner) {
        if explanation.isEmpty { explanationLine = next + 1 }
        explanation.append(line)
        next += 1
        continue
      } else if let mark = fenceMark(inner) {
        fence = mark
      }
      if explanation.isEmpty {
        text.append(inner)
      } else {
        report(.textAfterExplanation, index: next)
      }
      next += 1
    }
    question.options.append(
      Question.Option(
        text: trimBlankLines(text[...]).joined(separator: "\n"),
        explanation: trimBlankLines(explanation[...]).joined(separator: "\n"),
        isRight: right != nil, line: start + 1, explanationLine: explanationLine))
  }

  private func isCheckBox(_ line: Substring) -> Bool {
    line.begins(with: "- [") && line.dropFirst(4).begins(with: "]")
  }

  /// A line of a quote without its `>` and the space behind it; nil for any other line.
  private func unquoted(_ line: Substring) -> Substring? {
    line.after("> ") ?? line.after(">")
  }

  // MARK: The fields

  private mutating func fields() {
    let mark = fenceMark(lines[next]) ?? "```"
    next += 1
    var seen: Set<String> = []
    while next < range.upperBound, !closesFence(lines[next], mark) {
      let line = lines[next]
      let index = next
      next += 1
      if isBlank(line) { continue }
      guard let (left, right) = halves(line, at: ":"), !line.begins(with: " ") else {
        report(.badField(trimmed(line)), index: index)
        continue
      }
      let name = trimmed(left)
      if !seen.insert(name).inserted { report(.repeatedField(name), index: index) }
      if let reason = field(name, trimmed(right)) { report(reason, index: index) }
      if name == "where" { declarations(mark) }
    }
    next += 1
  }

  private mutating func declarations(_ mark: Substring) {
    while next < range.upperBound, !closesFence(lines[next], mark) {
      let line = lines[next]
      guard isBlank(line) || line.begins(with: " ") || line.begins(with: "\t") else { return }
      if !isBlank(line) {
        do throws(TemplateError) {
          try question.template.add(trimmed(line))
        } catch {
          report(.template(error), index: next)
        }
      }
      next += 1
    }
  }

  private mutating func field(_ name: String, _ value: String) -> BankFault.Reason? {
    switch name {
    case "type":
      guard let kind = Question.Kind(rawValue: value) else { return .badKind(value) }
      question.kind = kind
    case "points":
      guard let points = Int(value), (1...100).contains(points) else { return .badPoints(value) }
      question.points = points
    case "tags":
      question.tags = value.split(whereSeparator: { ",，、".contains($0) }).map { trimmed($0) }
        .filter { !$0.isEmpty }
    case "read": question.read = value.isEmpty ? nil : value
    case "keep":
      if value == "all" {
        question.keepsAll = true
        return nil
      }
      let places = value.split(separator: ",").map { Int(trimmed($0)) }
      guard !places.isEmpty, places.allSatisfy({ ($0 ?? 0) >= 1 }) else { return .badKeep(value) }
      question.keptPlaces = Set(places.compactMap { $0 }.map { $0 - 1 })
    case "tolerance":
      let isRelative = value.hasSuffix("%")
      guard let number = Double(isRelative ? trimmed(value.dropLast()) : value), number >= 0,
        number.isFinite
      else { return .badTolerance(value) }
      question.tolerance =
        number == 0 ? .exact : isRelative ? .relative(number / 100) : .absolute(number)
    case "where":
      if !value.isEmpty { return .badField("where: \(value)") }
    default: return .unknownField(name)
    }
    return nil
  }
}
