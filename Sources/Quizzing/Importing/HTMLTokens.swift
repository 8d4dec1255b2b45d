import Foundation

/// The tokens of HTML: texts with character references resolved, and tags.
enum HTMLTokens {
  enum Piece: Equatable {
    case text(String)
    case opening(String, [String: String])
    case closing(String)
  }

  static func read(_ html: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(html)
    /// The element whose content is not text, up to its closing tag.
    var hidden: String?
    var isBeyondTags = false
    func add(_ text: Substring) {
      if hidden == nil, !text.isEmpty { pieces.append(.text(resolved(text))) }
    }
    while let place = rest.firstIndex(of: "<") {
      add(rest[..<place])
      rest = rest[place...]
      if rest.hasPrefix("<!--") {
        rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      guard let (piece, behind) = tag(rest, &isBeyondTags) else {
        // If one tag has no end, no later one has.
        if isBeyondTags { break }
        add(rest.prefix(1))
        rest = rest.dropFirst()
        continue
      }
      rest = behind
      switch piece {
      case .closing(let name) where name == hidden: hidden = nil
      case .opening(let name, _)
      where hidden == nil && ["script", "style", "title"].contains(name):
        pieces.append(piece)
        hidden = name
      default: if hidden == nil { pieces.append(piece) }
      }
    }
    add(rest)
    return pieces
  }

  /// Parses a tag at the beginning of a text, and the rest; nil if it is none, as in `a < b`.
  private static func tag(
    _ text: Substring, _ reachesEnd: inout Bool
  ) -> (Piece, Substring)? {
    var rest = text.dropFirst()
    let isClosing = rest.first == "/"
    if isClosing { rest = rest.dropFirst() }
    if rest.first == "!" || rest.first == "?" {
      guard let end = rest.firstIndex(of: ">") else {
        reachesEnd = true
        return nil
      }
      return (.closing("!"), rest[rest.index(after: end)...])
    }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":" || $0 == "-") }
    guard let first = name.first, first.isLetter, name.utf8.count <= 30 else { return nil }
    rest = rest.dropFirst(name.count)
    guard let next = rest.first, next.isWhitespace || next == ">" || next == "/" else { return nil }
    var attributes: [String: String] = [:]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      guard let character = rest.first else {
        reachesEnd = true
        return nil
      }
      if character == ">" { break }
      if character == "<" { return nil }
      let attribute = rest.prefix { !$0.isWhitespace && !"=>/<".contains($0) }
      guard !attribute.isEmpty else { return nil }
      rest = rest.dropFirst(attribute.count).drop(while: \.isWhitespace)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      let value: Substring
      if let quote = rest.first, quote == "\"" || quote == "'" {
        rest = rest.dropFirst()
        value = rest.prefix { $0 != quote }
        rest = rest.dropFirst(value.count)
        guard rest.first == quote else {
          reachesEnd = true
          return nil
        }
        rest = rest.dropFirst()
      } else {
        value = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "<" }
        rest = rest.dropFirst(value.count)
      }
      attributes[attribute.lowercased()] = resolved(value)
    }
    let tag = name.lowercased()
    return (isClosing ? .closing(tag) : .opening(tag, attributes), rest.dropFirst())
  }

  // MARK: References

  /// Replaces character references; anything else is kept.
  static func resolved(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let place = rest.firstIndex(of: "&") {
      result += rest[..<place]
      rest = rest[place...]
      guard
        let match = rest.prefixMatch(of: /&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z0-9]{2,10});/),
        let character = character(match.1)
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += character
      rest = rest[match.range.upperBound...]
    }
    return result + rest
  }

  private static func character(_ reference: Substring) -> String? {
    guard reference.first == "#" else { return names[String(reference)] }
    let digits = reference.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, code == 9 || code == 10 || code >= 32, let scalar = Unicode.Scalar(code) else {
      return nil
    }
    return code == 0xA0 ? " " : String(Character(scalar))
  }

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ",
    "emsp": " ", "thinsp": " ", "ndash": "–", "mdash": "—", "minus": "−", "hellip": "…",
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "sdot": "⋅", "times": "×",
    "divide": "÷", "plusmn": "±", "deg": "°", "micro": "µ", "para": "¶", "sect": "§",
    "copy": "©", "reg": "®", "trade": "™", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢",
    "frac12": "½", "frac14": "¼", "frac34": "¾", "sup1": "¹", "sup2": "²", "sup3": "³",
    "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈", "equiv": "≡", "sim": "∼", "prop": "∝",
    "infin": "∞", "sum": "∑", "prod": "∏", "radic": "√", "int": "∫", "part": "∂", "nabla": "∇",
    "isin": "∈", "notin": "∉", "ni": "∋", "sub": "⊂", "sup": "⊃", "sube": "⊆", "supe": "⊇",
    "cap": "∩", "cup": "∪", "and": "∧", "or": "∨", "not": "¬", "forall": "∀", "exist": "∃",
    "empty": "∅", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "harr": "↔", "lArr": "⇐",
    "rArr": "⇒", "hArr": "⇔", "lang": "⟨", "rang": "⟩", "prime": "′", "Prime": "″",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "omicron": "ο", "pi": "π", "rho": "ρ", "sigma": "σ", "sigmaf": "ς", "tau": "τ",
    "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö",
    "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë",
    "aacute": "á", "agrave": "à", "acirc": "â", "aring": "å", "atilde": "ã", "aelig": "æ",
    "ccedil": "ç", "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó",
    "ocirc": "ô", "oslash": "ø", "otilde": "õ", "uacute": "ú", "ugrave": "ù", "ucirc": "û",
    "iquest": "¿", "iexcl": "¡", "Eacute": "É", "Aring": "Å", "Oslash": "Ø", "lbrace": "{",
    "rbrace": "}", "lsqb": "[", "rsqb": "]", "dollar": "$", "ast": "*", "bsol": "\\",
  ]
}
