import Text

/// Parses a bank from Markdown and collects all faults.
struct BankParser {
  let file: String
  let language: BankLanguage
  let lines: [Substring]
  /// The index of the next line to read.
  var next = 0
  var faults: [BankFault] = []

  /// - Returns: the bank, or nil if the file's name, encoding or title is unusable.
  static func parse(_ text: String, file: String) -> (bank: Bank?, faults: [BankFault]) {
    guard let identity = Bank.identity(ofFile: file) else {
      return (nil, [BankFault(file: file, line: 1, reason: .badFileName)])
    }
    var parser = BankParser(file: file, language: identity.language, lines: splitLines(text))
    parser.checkCharacters()
    guard let title = parser.title() else { return (nil, parser.faults) }
    parser.skipBlankLines()
    let keyless = parser.keyless()
    let introductionLine = parser.next + 1
    let introduction = parser.introduction()
    let questions = parser.questions()
    let bank = Bank(
      id: identity.id, language: identity.language, title: title, introduction: introduction,
      introductionLine: introductionLine, questions: questions, keyless: keyless, file: file)
    return (bank, parser.faults)
  }

  mutating func report(_ reason: BankFault.Reason, index: Int) {
    faults.append(BankFault(file: file, line: index + 1, reason: reason))
  }

  /// Finds forbidden characters: control characters other than tabs could affect the learner's
  /// terminal, and hidden characters or those that reverse the direction of writing could make the
  /// text differ from what is graded.
  private mutating func checkCharacters() {
    for index in lines.indices {
      if let code = controlCharacter(in: lines[index]) {
        report(.controlCharacter(code: UInt32(code)), index: index)
      } else if let code = hiddenCharacter(in: lines[index]) {
        report(.hiddenCharacter(code: code), index: index)
      }
    }
  }

  // MARK: The parts of the file

  private mutating func title() -> String? {
    skipBlankLines()
    guard next < lines.count, let title = lines[next].after("# ") else {
      let found = next < lines.count ? String(lines[next].prefix(40)) : ""
      report(.noTitle(found: found), index: min(next, max(0, lines.count - 1)))
      return nil
    }
    defer { next += 1 }
    return trimmed(title)
  }

  /// Parses the block below the title that marks a bank without keys.
  private mutating func keyless() -> Bank.Keyless? {
    guard next < lines.count, let mark = fenceMark(lines[next]),
      FencedLines.information(lines[next]) == "keyless",
      let end = lines[(next + 1)...].firstIndex(where: { closesFence($0, mark) }),
      let keyless = Bank.Keyless(lines[(next + 1)..<end])
    else { return nil }
    next = end + 1
    skipBlankLines()
    return keyless
  }

  private mutating func introduction() -> String {
    let start = next
    skipToHeading()
    return block(start..<next)
  }

  private mutating func questions() -> [Question] {
    var questions: [Question] = []
    var firstLines: [String: Int] = [:]
    while next < lines.count {
      let heading = next
      let id = trimmed(lines[heading].dropFirst(3))
      next += 1
      let start = next
      skipToHeading(isBehindFields: QuestionParser.beginsWithField(lines[start...]))
      if !isID(id) {
        report(.badID(id), index: heading)
      } else if let first = firstLines[id] {
        report(.repeatedID(id, firstLine: first), index: heading)
      }
      firstLines[id] = firstLines[id] ?? heading + 1
      var reader = QuestionParser(
        file: file, lines: lines, range: start..<next, language: language, id: id,
        headingIndex: heading)
      questions.append(reader.read())
      faults += reader.faults
    }
    if questions.isEmpty { report(.noQuestions, index: max(0, lines.count - 1)) }
    return questions
  }

  /// Advances to the next `## ` outside a fenced block, or to the end.
  ///
  /// - Parameter isBehindFields: whether the question begins with fields whose block was not
  ///   opened; the next fence then closes it.
  private mutating func skipToHeading(isBehindFields: Bool = false) {
    var fences = FencedLines()
    var closesFields = isBehindFields
    while next < lines.count {
      let line = lines[next]
      if closesFields, fenceMark(line) != nil {
        closesFields = false
        next += 1
        continue
      }
      switch fences.place(of: line, index: next) {
      case .opening:
        if FencedLines.tildes(line) != nil { report(.tildeFence, index: next) }
      case .openingBehindBareFence(let index): report(.missingOpeningFence, index: index)
      case .inside:
        // A question cannot be inside a block: the block was never closed, or never opened.
        if isQuestion(at: next), let open = fences.open {
          report(open.isBare ? .missingOpeningFence : .unclosedFence, index: open.index)
          return
        }
      case .closing: break
      case .outside:
        if line.begins(with: "## ") { return }
        if line.begins(with: "# ") {
          report(.secondTitle, index: next)
        } else if line.begins(with: "###") {
          report(.textOutsideQuestion, index: next)
        }
      }
      next += 1
    }
    if let open = fences.open { report(.unclosedFence, index: open.index) }
  }

  /// Returns whether a line is a question's heading followed by its fields.
  private func isQuestion(at index: Int) -> Bool {
    guard let heading = lines[index].after("## "), isID(trimmed(heading)) else { return false }
    let below = lines[(index + 1)...].first { !isBlank($0) }
    return below.map { QuestionParser.opensFields($0) } == true
  }

  private mutating func skipBlankLines() {
    while next < lines.count, isBlank(lines[next]) { next += 1 }
  }

  private func block(_ range: Range<Int>) -> String {
    trimBlankLines(lines[range]).joined(separator: "\n")
  }

  private func isID(_ id: String) -> Bool {
    guard let first = id.utf8.first, first != UInt8(ascii: "-"), id.utf8.count <= 80 else {
      return false
    }
    return id.utf8.allSatisfy {
      ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
        || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "-")
    }
  }
}
