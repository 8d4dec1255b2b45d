import Text

/// A key press or a piece of pasted text.
package enum Key: Equatable, Sendable {
  case character(Character)
  case enter, escape, backspace, tab
  case up, down, left, right, pageUp, pageDown, home, end
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D, or the terminal has closed.
  case endOfInput
  /// Ctrl-U.
  case clear
  /// Ctrl-Z.
  case suspend
  /// Pasted text, with line breaks replaced by spaces.
  case pasted(String)
  case unknown
}

/// Decodes the bytes of a terminal in raw mode into keys.
struct KeyDecoder {
  private var bytes: [UInt8] = []

  package mutating func add(_ more: some Sequence<UInt8>) { bytes += more }

  /// Removes the next key from the bytes.
  ///
  /// - Parameter isComplete: whether no more bytes are expected, so that a lone escape is the
  ///   Escape key and an incomplete sequence is dropped.
  /// - Returns: nil when more bytes are needed.
  package mutating func next(isComplete: Bool) -> Key? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escapeSequence(isComplete: isComplete)
    case 0x03: return take(1, .interrupt)
    case 0x04: return take(1, .endOfInput)
    case 0x0D, 0x0A: return take(1, .enter)
    case 0x7F, 0x08: return take(1, .backspace)
    case 0x09: return take(1, .tab)
    case 0x15: return take(1, .clear)
    case 0x1A: return take(1, .suspend)
    case 0x00..<0x20: return take(1, .unknown)
    case 0x20..<0x80: return take(1, .character(Character(Unicode.Scalar(first))))
    default: return character(first, isComplete: isComplete)
    }
  }

  private mutating func take(_ count: Int, _ key: Key) -> Key {
    bytes.removeFirst(min(count, bytes.count))
    return key
  }

  private mutating func character(_ first: UInt8, isComplete: Bool) -> Key? {
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    if bytes.count < length, !isComplete { return nil }
    guard length > 1, let text = String(validating: bytes.prefix(length), as: UTF8.self),
      let character = text.first, Self.isTypable(character)
    else { return take(1, .unknown) }
    return take(length, .character(character))
  }

  /// Whether a character can be part of a text: it is visible, or it joins its neighbours.
  private static func isTypable(_ character: Character) -> Bool {
    if displayWidth(of: character) > 0 { return true }
    return character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark, .otherLetter: true
      // The joiners of Indic scripts, Persian and emoji; other format characters are rejected.
      default: scalar.value == 0x200C || scalar.value == 0x200D
      }
    }
  }

  // MARK: Pasted text

  // xterm's bracketed paste mode.
  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// The pasted text at the beginning; nil until its end has arrived.
  private mutating func pasted() -> Key? {
    let start = Self.pasteStart.count
    guard let end = bytes.firstRange(of: Self.pasteEnd) else {
      // No answer is that long: the sender never sends the end.
      return bytes.count > 65_536 ? take(bytes.count, .unknown) : nil
    }
    let text = String(decoding: bytes[start..<end.lowerBound], as: UTF8.self)
    let line = text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
    return take(end.upperBound, .pasted(String(line.filter(Self.isTypable))))
  }

  /// Decodes `ESC [ … final` and `ESC O final`, as defined by ECMA-48 and xterm's manual.
  private mutating func escapeSequence(isComplete: Bool) -> Key? {
    if bytes.starts(with: Self.pasteStart) { return pasted() }
    guard bytes.count >= 2 else { return isComplete ? take(1, .escape) : nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else {
      return take(1, .escape)
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }),
      end <= 16
    else {
      if bytes.count > 16 { return take(bytes.count, .unknown) }
      return isComplete ? take(bytes.count, .unknown) : nil
    }
    let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
    let key: Key =
      switch (bytes[end], parameters) {
      case (UInt8(ascii: "A"), _): .up
      case (UInt8(ascii: "B"), _): .down
      case (UInt8(ascii: "C"), _): .right
      case (UInt8(ascii: "D"), _): .left
      case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), "1"), (UInt8(ascii: "~"), "7"): .home
      case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), "4"), (UInt8(ascii: "~"), "8"): .end
      case (UInt8(ascii: "M"), "") where bytes[1] == UInt8(ascii: "O"): .enter
      case (UInt8(ascii: "~"), "3"): .backspace
      case (UInt8(ascii: "~"), "5"): .pageUp
      case (UInt8(ascii: "~"), "6"): .pageDown
      default: .unknown
      }
    return take(end + 1, key)
  }
}
