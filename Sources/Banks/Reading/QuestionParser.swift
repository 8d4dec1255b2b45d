import Text

/// Parses one question: the lines between its heading and the next.
struct QuestionParser {
  let file: String
  let lines: [Substring]
  let range: Range<Int>
  let language: BankLanguage
  var faults: [BankFault] = []
  private var question: Question
  private var next: Int

  init(
    file: String, lines: [Substring], range: Range<Int>, language: BankLanguage, id: String,
    headingIndex: Int
  ) {
    self.language = language
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
    if next < range.upperBound, Self.opensFields(lines[next]) {
      let mark = fenceMark(lines[next]) ?? "```"
      next += 1
      fields(mark)
    } else if Self.beginsWithField(lines[next..<range.upperBound]) {
      report(.missingFieldsFence, index: next)
      fields("```")
    }
    body()
    options()
    return question
  }

  /// Returns whether this line opens the block of the fields.
  static func opensFields(_ line: Substring) -> Bool {
    fenceMark(line) != nil && trimmed(line.drop { $0 == "`" }) == "question"
  }

  /// Returns whether fields begin here without the line that opens their block.
  static func beginsWithField(_ lines: ArraySlice<Substring>) -> Bool {
    guard let index = lines.firstIndex(where: { !isBlank($0) }),
      let (name, _) = halves(lines[index], at: ":")
    else { return false }
    // Fields are directly followed by their closing fence, which distinguishes them from text.
    return fieldNames.contains(String(name))
      && lines[index...].prefix { !isBlank($0) }.contains { fenceMark($0) != nil }
  }

  private static let fieldNames: Set = [
    "type", "points", "tags", "read", "keep", "tolerance", "where",
  ]

  // MARK: The text and the hint

  private mutating func body() {
    while next < range.upperBound, isBlank(lines[next]) { next += 1 }
    question.textLine = next + 1
    var text: [Substring] = []
    var fences = FencedLines()
    while next < range.upperBound {
      let line = lines[next]
      if fences.place(of: line, index: next) == .outside {
        if isCheckBox(line) { break }
        if line.begins(with: ">") {
          hint()
          continue
        }
      }
      text.append(line)
      next += 1
    }
    if fences.open != nil { question.isBroken = true }
    question.text = trimBlankLines(text[...]).joined(separator: "\n")
  }

  /// Returns the length of the label that marks a quote as a hint; nil if there is none.
  ///
  /// In a language other than the course's, it is any one word before a colon.
  private func hintLabel(_ text: String) -> Int? {
    if let label = ["Hint:", "提示：", "提示:"].first(where: { text.hasPrefix($0) }) {
      return label.count
    }
    guard language != .english, language != .chinese else { return nil }
    return text.prefixMatch(of: /\p{L}{2,20}\s?[:：]/)?.output.count
  }

  private mutating func hint() {
    let start = next
    var quoted: [Substring] = []
    while next < range.upperBound, let line = unquoted(lines[next]) {
      quoted.append(line)
      next += 1
    }
    let text = quoted.joined(separator: "\n")
    guard let label = hintLabel(text) else {
      report(.quoteWithoutHint, index: start)
      return
    }
    guard question.hint == nil else {
      report(.secondHint, index: start)
      return
    }
    question.hint = trimmed(text.dropFirst(label))
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
    var fences = FencedLines()
    next += 1
    while next < range.upperBound {
      let line = lines[next]
      if isBlank(line) {
        if explanation.isEmpty { text.append("") }
        next += 1
        continue
      }
      guard let inner = line.after("  ") else { break }
      if fences.open == nil, let line = unquoted(inner) {
        if explanation.isEmpty { explanationLine = next + 1 }
        explanation.append(line)
        next += 1
        continue
      }
      _ = fences.place(of: inner, index: next)
      if explanation.isEmpty {
        text.append(inner)
      } else {
        report(.textAfterExplanation, index: next)
      }
      next += 1
    }
    if fences.open != nil { question.isBroken = true }
    let joined = trimBlankLines(text[...]).joined(separator: "\n")
    for text in question.kind == .text ? Self.spellings(joined) : [joined] {
      question.options.append(
        Question.Option(
          text: text, explanation: trimBlankLines(explanation[...]).joined(separator: "\n"),
          isRight: right != nil, line: start + 1, explanationLine: explanationLine))
    }
  }

  /// Splits a text at vertical bars into answers that share an explanation.
  private static func spellings(_ text: String) -> [String] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { singleSpaced($0) }
  }

  private func isCheckBox(_ line: Substring) -> Bool {
    line.begins(with: "- [") && line.dropFirst(4).begins(with: "]")
  }

  /// Removes the `>` and the space after it from a line of a quote; nil for any other line.
  private func unquoted(_ line: Substring) -> Substring? {
    line.after("> ") ?? line.after(">")
  }

  // MARK: The fields

  private mutating func fields(_ mark: Substring) {
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
