extension PosedQuestion {
  /// The accepted or known wrong answer that a typed one equals; the accepted ones come first.
  public func match(_ text: String) -> Option? {
    let candidates = options.filter(\.isRight) + options.filter { !$0.isRight }
    switch question.kind {
    case .number:
      guard let number = TypedNumber(text) else { return nil }
      let readings =
        number.isPercentage && asksForPercent
        ? number.readings.flatMap { [$0 * 100, $0] } : number.readings
      return candidates.first { option in readings.contains { accepts($0, as: option) } }
    case .shape:
      guard let shape = TypedShape(text)?.canonical else { return nil }
      return candidates.first { TypedShape($0.text)?.canonical == shape }
    default:
      let canonical = TypedText(text).canonical
      guard !canonical.isEmpty else { return nil }
      return candidates.first { TypedText($0.text).canonical == canonical }
    }
  }

  /// Whether a number is that of an option: what is shown there, or the exact value behind it.
  func accepts(_ number: ExactNumber, as option: Option) -> Bool {
    [option.number, TypedNumber(key: option.text)?.readings.first].contains { key in
      guard let key else { return false }
      return switch question.tolerance {
      case .exact: number.equals(key)
      default:
        abs(number.double - key.double) <= question.tolerance.margin(around: key.double)
      }
    }
  }

  /// Whether `25%` may stand for 25.
  private var asksForPercent: Bool {
    ["percent", "per cent", "百分"].contains { text.lowercased().contains($0) }
  }
}
