import Text

extension Bank {
  /// A hash of everything that an answer's meaning depends on; the same in every language.
  public var structureFingerprint: String {
    if let keyless { return keyless.fingerprint }
    let structure = questions.map { question in
      let right = question.options.map { $0.isRight ? "x" : "-" }.joined()
      let answers =
        switch question.kind {
        case .number, .shape: right + "\t" + question.options.map(\.text).joined(separator: "|")
        // The known wrong texts are those of a language; the accepted ones are the same in all.
        case .text:
          question.options.filter(\.isRight).map { TypedText($0.text).canonical }.sorted()
            .joined(separator: "|")
        case .one, .several, .trueFalse: right
        }
      return [
        question.id, question.kind.rawValue, answers,
        question.template.source.joined(separator: ";"),
      ].joined(separator: "\t")
    }
    return String(fingerprint(of: structure.joined(separator: "\n")), radix: 16)
  }

  /// A hash of what a bank without keys shows for a seed, in its language.
  ///
  /// Nothing that is right or wrong goes into it: who holds the bank without keys knows all of it, so
  /// it confirms no key that somebody tries, however few keys there are.
  ///
  /// - Throws: ``TemplateError`` when the seed draws no values.
  public func shownFingerprint(seed: Int) throws(TemplateError) -> String {
    var shown: [String] = []
    for question in questions {
      let posed = try PosedQuestion(question, seed: seed, isShuffled: false)
      let options = question.kind.isTyped ? [] : posed.options.map(\.text)
      shown.append(
        ([question.id, question.kind.rawValue, posed.text] + options).joined(separator: "\t"))
    }
    return String(fingerprint(of: shown.joined(separator: "\n")), radix: 16)
  }
}
