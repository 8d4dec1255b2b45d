import Foundation
import Text

extension Bank {
  /// Where this bank and its translations disagree.
  ///
  /// A translation is one of the other banks, or else the file beside this one.
  public func translationFaults(among others: [Bank]) -> [BankFault] {
    Language.allCases.filter { $0 != language }.flatMap { other -> [BankFault] in
      if let twin = others.first(where: { $0.id == id && $0.language == other }) {
        return faults(against: twin)
      }
      let expected = "\(file.dropLast("\(language.rawValue).md".count))\(other.rawValue).md"
      guard FileManager.default.fileExists(atPath: expected) else {
        return [BankFault(file: file, line: 1, reason: .missingTranslation(expected: expected))]
      }
      guard let twin = Bank.read(expected).bank else { return [] }
      return faults(against: twin)
    }
  }

  /// Where this bank and its translation disagree; the lines are this bank's.
  ///
  /// Texts differ between languages. What must not differ is everything that an answer, a score
  /// or the learner's progress depends on.
  func faults(against other: Bank) -> [BankFault] {
    var faults: [BankFault] = []
    func report(_ line: Int, _ reason: BankFault.Reason) {
      faults.append(BankFault(file: file, line: line, reason: reason))
    }
    let there = Dictionary(other.questions.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let here = Set(questions.map(\.id))
    for question in questions where there[question.id] == nil {
      report(question.line, .missingInTranslation(id: question.id, other: other.file))
    }
    let order = questions.filter { there[$0.id] != nil }
    let otherOrder = other.questions.filter { here.contains($0.id) }
    if let (a, b) = zip(order, otherOrder).first(where: { $0.id != $1.id }) {
      report(a.line, .otherOrder(id: a.id, other: other.file, otherID: b.id))
    }
    var translations: [String: String] = [:]
    for question in questions {
      guard let twin = there[question.id] else { continue }
      for (a, b) in zip(question.structure, twin.structure) where a.value != b.value {
        report(
          question.line, .differs(what: a.what, here: a.value, there: b.value, other: other.file))
      }
      guard question.tags.count == twin.tags.count else { continue }
      for (tag, translation) in zip(question.tags, twin.tags) {
        if let first = translations[tag], first != translation {
          report(
            question.line,
            .tagTranslatedTwice(tag: tag, first: first, second: translation, other: other.file))
        }
        translations[tag] = translation
      }
    }
    return faults
  }
}

extension Question {
  /// What both languages must share, in words.
  fileprivate var structure: [(what: Phrase, value: String)] {
    var facts: [(what: Phrase, value: String)] = [
      (Phrase("the type", zh: "题型"), kind.rawValue),
      (Phrase("the points", zh: "分值"), String(points)),
      (
        Phrase("the kept places", zh: "固定的选项"),
        keepsAll ? "all" : keptPlaces.sorted().map { "\($0 + 1)" }.joined()
      ),
      (Phrase("the tolerance", zh: "允许误差"), "\(tolerance)"),
      (Phrase("the `where` block", zh: "`where` 部分"), template.source.joined(separator: "; ")),
      (Phrase("the number of tags", zh: "标签的个数"), String(tags.count)),
      (
        Phrase("which options are right", zh: "哪些选项正确"),
        options.map { $0.isRight ? "x" : "-" }.joined()
      ),
      (Phrase("the number of fenced blocks", zh: "代码块的个数"), String(fences(in: text))),
      (Phrase("whether there is a hint", zh: "有无提示"), hint == nil ? "no" : "yes"),
    ]
    if kind == .number || kind == .shape {
      facts.append(
        (
          Phrase("the answers", zh: "答案"),
          options.map { $0.text.filter { $0 != " " } }.joined(separator: " | ")
        ))
    }
    return facts
  }

  private func fences(in text: String) -> Int {
    text.split(separator: "\n").count { fenceMark($0) != nil } / 2
  }
}
