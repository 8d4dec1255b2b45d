import Text

extension Bank {
  /// A hash of everything on which an answer's meaning depends, the same in every language.
  public var structureFingerprint: String {
    if let keyless { return keyless.fingerprint }
    let structure = questions.map { question in
      let right = question.options.map { $0.isRight ? "x" : "-" }.joined()
      let answers =
        switch question.kind {
        case .number, .shape: right + "\t" + question.options.map(\.text).joined(separator: "|")
        // The known wrong texts belong to one language; the accepted ones are the same in all.
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

  /// Computes a hash of what a bank without keys shows for a seed, in its language.
  ///
  /// Nothing about right and wrong enters it: anyone with the bank without keys knows all of its
  /// input, so it cannot confirm a guessed key, however few possible keys there are.
  ///
  /// - Throws: ``TemplateError`` when no values can be drawn with the seed.
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
