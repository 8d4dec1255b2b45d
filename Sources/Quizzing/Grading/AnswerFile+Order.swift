import Banks

extension AnswerFile.Answer {
  /// An answer whose options are numbered as in the bank.
  struct InBankOrder: Equatable, Sendable {
    var response: Response?
    /// Whether the file says that the options were shown as the seed orders them, or says nothing.
    var isAsTheSeedShows = true
  }

  /// Returns the answer with its options numbered as in the bank.
  ///
  /// The file says in which order the options were shown; where it does not, the seed does. For the
  /// bank of the exam both agree, or one of them was changed.
  ///
  /// - Parameters:
  ///   - version: the version of the file.
  ///   - posed: the question as the seed poses it.
  ///   - isSameBank: whether the exam was asked from this version of the bank.
  /// - Returns: the answer; an option that is not there keeps its place.
  func inBankOrder(version: Int, _ posed: PosedQuestion, isSameBank: Bool) -> InBankOrder {
    guard version >= 2, !posed.question.kind.isTyped else { return InBankOrder(response: response) }
    let drawn = posed.options.map(\.index)
    let shown = shown?.map { $0.option &- 1 } ?? drawn
    let isOrder = shown.sorted() == drawn.indices.sorted()
    let order = isOrder ? shown : drawn
    var answer = InBankOrder(response: response, isAsTheSeedShows: !isSameBank || shown == drawn)
    if case .choices(let places)? = response {
      answer.response = .choices(
        places.map { order.indices.contains($0) ? order[$0] : $0 }.sorted())
    }
    return answer
  }
}
