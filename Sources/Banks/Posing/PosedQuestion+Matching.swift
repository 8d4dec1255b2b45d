extension PosedQuestion {
  /// The accepted or known wrong answer that a typed one equals; the accepted ones come first.
  public func match(_ text: String) -> Option? {
    let candidates = options.filter(\.isRight) + options.filter { !$0.isRight }
    switch question.kind {
    case .number:
      guard let number = TypedNumber(text) else { return nil }
      return candidates.first {
        guard let value = TypedNumber($0.text)?.value else { return false }
        return abs(number.value - value) <= question.tolerance.margin(around: value)
      }
    case .shape:
      guard let shape = TypedShape(text) else { return nil }
      return candidates.first { TypedShape($0.text)?.canonical == shape.canonical }
    default:
      let canonical = TypedText(text).canonical
      guard !canonical.isEmpty else { return nil }
      return candidates.first { TypedText($0.text).canonical == canonical }
    }
  }
}
