extension PosedQuestion {
  /// Returns the option, accepted or known to be wrong, that a typed answer equals; accepted ones
  /// come first.
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

  /// Returns the possible readings of a typed number, in words, if one of them is right and another
  /// a known wrong answer; nil if the ambiguity makes no difference.
  public func unclearReadings(_ text: String) -> [String]? {
    guard question.kind == .number, let number = TypedNumber(text), number.readings.count > 1 else {
      return nil
    }
    func isMet(_ isRight: Bool) -> Bool {
      options.contains { option in
        option.isRight == isRight && number.readings.contains { accepts($0, as: option) }
      }
    }
    guard isMet(true), isMet(false) else { return nil }
    return number.readings.map { NumberFormat.plain($0.double) }
  }

  /// Returns whether a number is that of an option: the displayed one, or the exact value behind
  /// it.
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
