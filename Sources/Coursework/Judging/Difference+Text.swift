import Tensors
import Text

extension Difference {
  /// The difference in words, the most telling line first.
  func lines(_ language: Language) -> [String] {
    switch self {
    case .form(let place, let expected, let actual):
      [
        Self.place(place, language)
          + Phrase(
            "expected \(expected(.english)), got \(actual(.english))",
            zh: "期望\(expected(.chinese))，实际是\(actual(.chinese))")(language)
      ]
    case .shape(let place, let expected, let actual):
      [
        Self.place(place, language)
          + Phrase(
            "wrong shape: expected \(Value.shapeText(expected)), got \(Value.shapeText(actual))",
            zh: "形状不对：期望 \(Value.shapeText(expected))，实际 \(Value.shapeText(actual))")(language)
      ]
    case .text(let place, let expected, let actual):
      [
        Self.place(place, language)
          + Phrase("expected \(expected), got \(actual)", zh: "期望 \(expected)，实际 \(actual)")(
            language)
      ]
    case .numbers(let place, let first, let worst, let wrong, let count):
      numbers(at: place, first, worst, wrong, count, language)
    }
  }

  private func numbers(
    at place: String, _ first: Element, _ worst: Element, _ wrong: Int, _ count: Int,
    _ language: Language
  ) -> [String] {
    guard count > 1 else {
      return [
        Self.place(place, language) + first.phrase(language)
      ]
    }
    var lines = [
      Self.place(place, language)
        + Phrase(
          "\(wrong) of \(count) numbers are wrong", zh: "\(count) 个数中有 \(wrong) 个不对")(language)
    ]
    lines.append(line(Phrase("first", zh: "第一个")(language), place, first, language))
    if worst.index != first.index {
      lines.append(line(Phrase("worst", zh: "差得最多")(language), place, worst, language))
    }
    return lines
  }

  private func line(
    _ label: String, _ place: String, _ element: Element, _ language: Language
  ) -> String {
    let index = element.index.map(String.init).joined(separator: ", ")
    return "  " + Self.place("\(label) \(place)[\(index)]", language) + element.phrase(language)
  }

  private static func place(_ path: String, _ language: Language) -> String {
    path.isEmpty ? "" : path + Phrase(": ", zh: "：")(language)
  }
}

extension Difference.Element {
  fileprivate var phrase: Phrase {
    Phrase(
      "expected \(expected.shown), got \(actual.shown)",
      zh: "期望 \(expected.shown)，实际 \(actual.shown)")
  }
}
