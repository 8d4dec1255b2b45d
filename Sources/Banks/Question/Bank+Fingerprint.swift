import Text

extension Bank {
  /// A hash of everything that an answer's meaning depends on; the same in every language.
  public var structureFingerprint: String {
    let structure = questions.map { question in
      let right = question.options.map { $0.isRight ? "x" : "-" }.joined()
      let answers =
        question.kind == .number || question.kind == .shape
        ? question.options.map(\.text).joined(separator: "|") : ""
      return [
        question.id, question.kind.rawValue, right, answers,
        question.template.source.joined(separator: ";"),
      ].joined(separator: "\t")
    }
    return String(fingerprint(of: structure.joined(separator: "\n")), radix: 16)
  }
}
