import Foundation
import Text

extension Bank {
  /// Returns the disagreements between the bank and its translations, each once.
  ///
  /// The translations are the matching banks among the others, after this one, and the files beside
  /// this one that are not among them. A bank without any is complete.
  public func translationFaults(among others: [Bank]) -> [BankFault] {
    let place = others.firstIndex { $0.file == file } ?? -1
    let following = others.enumerated()
      .filter { $0.offset > place && $0.element.id == id && $0.element.language != language }
      .map(\.element)
    return (following + twinsBeside(except: others)).flatMap { faults(against: $0) }
  }

  /// Finds the banks of the same name in other languages in the same folder.
  private func twinsBeside(except others: [Bank]) -> [Bank] {
    let url = URL(fileURLWithPath: file)
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: url.deletingLastPathComponent().path)
    let stem = url.lastPathComponent.dropLast("\(language.code).md".count)
    return (names ?? []).sorted().compactMap { name in
      guard name.hasPrefix(stem), name != url.lastPathComponent,
        let identity = Bank.identity(ofFile: name), identity.id == id,
        !others.contains(where: { $0.id == id && $0.language == identity.language })
      else { return nil }
      return Bank.read(String(file.dropLast(url.lastPathComponent.count)) + name).bank
    }
  }

  /// Returns the disagreements between this bank and its translation, with this bank's line numbers
  /// where it has them.
  ///
  /// Texts differ between languages. Everything that an answer, a score or the learner's progress
  /// depends on must not.
  func faults(against other: Bank) -> [BankFault] {
    var faults: [BankFault] = []
    func report(_ line: Int, _ reason: BankFault.Reason) {
      faults.append(BankFault(file: file, line: line, reason: reason))
    }
    let (mine, theirs) = (distinctQuestions, other.distinctQuestions)
    let there = Dictionary(uniqueKeysWithValues: theirs.map { ($0.id, $0) })
    let here = Set(mine.map(\.id))
    for question in mine where there[question.id] == nil {
      report(question.line, .missingInTranslation(id: question.id, other: other.file))
    }
    for question in theirs where !here.contains(question.id) {
      faults.append(
        BankFault(
          file: other.file, line: question.line,
          reason: .missingInTranslation(id: question.id, other: file)))
    }
    let order = mine.filter { there[$0.id] != nil }
    let otherOrder = theirs.filter { here.contains($0.id) }
    if let (a, b) = zip(order, otherOrder).first(where: { $0.id != $1.id }) {
      report(a.line, .otherOrder(id: a.id, other: other.file, otherID: b.id))
    }
    var translations: [String: String] = [:]
    for question in mine {
      guard let twin = there[question.id], !question.isBroken, !twin.isBroken else { continue }
      for (a, b) in zip(question.structure, twin.structure) where a.value != b.value {
        report(
          question.line, .differs(what: a.what, here: a.value, there: b.value, other: other.file))
      }
      for option in question.acceptedTexts(missingIn: twin) {
        faults.append(
          BankFault(
            file: other.file, line: twin.line,
            reason: .acceptedElsewhere(option.text, other: file)))
      }
      for option in twin.acceptedTexts(missingIn: question) {
        report(question.line, .acceptedElsewhere(option.text, other: other.file))
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

  /// The questions without those whose id is already taken.
  private var distinctQuestions: [Question] {
    var seen: Set<String> = []
    return questions.filter { seen.insert($0.id).inserted }
  }
}

extension Question {
  /// The properties that both languages must share, with their names.
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
      (Phrase("the number of fenced blocks", zh: "代码块的个数"), String(fences(in: text))),
      (Phrase("whether there is a hint", zh: "有无提示"), hint == nil ? "no" : "yes"),
    ]
    if kind != .text {
      facts.append(
        (
          Phrase("which options are right", zh: "哪些选项正确"),
          options.map { $0.isRight ? "x" : "-" }.joined()
        ))
    }
    if kind == .number || kind == .shape {
      facts.append(
        (
          Phrase("the answers", zh: "答案"),
          options.map { $0.text.filter { $0 != " " } }.joined(separator: " | ")
        ))
    }
    return facts
  }

  /// Returns the texts that are accepted here but not in the translation.
  fileprivate func acceptedTexts(missingIn twin: Question) -> [Option] {
    guard kind == .text, twin.kind == .text else { return [] }
    let accepted = Set(twin.options.filter(\.isRight).map { TypedText($0.text).canonical })
    return options.filter { $0.isRight && !accepted.contains(TypedText($0.text).canonical) }
  }

  private func fences(in text: String) -> Int {
    text.split(separator: "\n").count { fenceMark($0) != nil } / 2
  }
}
