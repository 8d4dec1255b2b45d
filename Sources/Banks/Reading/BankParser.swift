import Text

/// Reads a bank from Markdown and collects every fault on the way.
struct BankParser {
  let file: String
  let lines: [Substring]
  /// The line that is read next.
  var next = 0
  var faults: [BankFault] = []

  /// - Returns: the bank, or nil when the file's name, encoding or title leave none.
  static func parse(_ text: String, file: String) -> (bank: Bank?, faults: [BankFault]) {
    var parser = BankParser(file: file, lines: splitLines(text))
    guard let identity = Bank.identity(ofFile: file) else {
      return (nil, [BankFault(file: file, line: 1, reason: .badFileName)])
    }
    parser.checkCharacters()
    guard let title = parser.title() else { return (nil, parser.faults) }
    let introduction = parser.introduction()
    let questions = parser.questions()
    let bank = Bank(
      id: identity.id, language: identity.language, title: title, introduction: introduction,
      questions: questions, file: file)
    return (bank, parser.faults)
  }

  mutating func report(_ reason: BankFault.Reason, index: Int) {
    faults.append(BankFault(file: file, line: index + 1, reason: reason))
  }

  /// Control characters could drive the learner's terminal, so a bank holds none but tabs.
  private mutating func checkCharacters() {
    for index in lines.indices {
      guard let code = controlCharacter(in: lines[index]) else { continue }
      report(.controlCharacter(code: UInt32(code)), index: index)
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
      skipToHeading()
      if !isID(id) {
        report(.badID(id), index: heading)
      } else if let first = firstLines[id] {
        report(.repeatedID(id, firstLine: first), index: heading)
      }
      firstLines[id] = firstLines[id] ?? heading + 1
      var reader = QuestionParser(
        file: file, lines: lines, range: start..<next, id: id, headingIndex: heading)
      questions.append(reader.read())
      faults += reader.faults
    }
    if questions.isEmpty { report(.noQuestions, index: max(0, lines.count - 1)) }
    return questions
  }

  /// Moves to the next `## ` outside of a fenced block, or to the end.
  private mutating func skipToHeading() {
    var fence: (mark: Substring, index: Int)?
    while next < lines.count {
      let line = lines[next]
      if let open = fence {
        if closesFence(line, open.mark) { fence = nil }
      } else if let mark = fenceMark(line) {
        fence = (mark, next)
      } else if line.begins(with: "#") {
        if line.begins(with: "## ") { break }
        if line.begins(with: "# ") {
          report(.secondTitle, index: next)
        } else if line.begins(with: "###") {
          report(.textOutsideQuestion, index: next)
        }
      }
      next += 1
    }
    if let fence { report(.unclosedFence, index: fence.index) }
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
