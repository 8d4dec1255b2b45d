/// A text with choices `⟦one|another⟧`, possibly nested, parsed once and drawn from many times.
struct ChoiceText: ExpressibleByStringLiteral {
  enum Part {
    case text(String)
    case choice([ChoiceText])
  }

  private(set) var parts: [Part] = []

  init(_ text: String) {
    var rest = text.unicodeScalars[...]
    self.init(&rest, isChoice: false)
  }

  init(stringLiteral text: String) { self.init(text) }

  /// Parses up to the end of a choice, or to the end of the text.
  private init(_ rest: inout Substring.UnicodeScalarView, isChoice: Bool) {
    while let scalar = rest.first, !isChoice || (scalar != "|" && scalar != "⟧") {
      guard scalar == "⟦" else {
        let plain = rest.prefix { $0 != "⟦" && !(isChoice && ($0 == "|" || $0 == "⟧")) }
        parts.append(.text(String(plain)))
        rest = rest[plain.endIndex...]
        continue
      }
      var choices: [ChoiceText] = []
      repeat {
        rest.removeFirst()
        choices.append(ChoiceText(&rest, isChoice: true))
      } while rest.first == "|"
      rest = rest.dropFirst()
      parts.append(.choice(choices))
    }
  }
}
