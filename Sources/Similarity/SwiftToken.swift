/// A token of a Swift source.
struct SwiftToken: Equatable {
  enum Kind: Equatable {
    case name, number, string, symbol
  }

  let kind: Kind
  /// The position in bytes of the source.
  let range: Range<Int>
}

/// Splits a Swift source into tokens, without comments and whitespace.
///
/// Lexing never fails, so that sources that do not compile can be compared too. An unterminated
/// string ends at the end of its line, an unterminated comment at the end of the file.
struct SwiftLexer {
  private let bytes: [UInt8]
  private var place = 0
  private(set) var tokens: [SwiftToken] = []

  init(_ source: [UInt8]) {
    bytes = source
    while place < bytes.count { step() }
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    place + offset < bytes.count ? bytes[place + offset] : 0
  }

  private mutating func step() {
    let start = place
    switch byte() {
    case 0...0x20:
      place += 1
      return
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
      skipLine()
      return
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
      skipComment()
      return
    case UInt8(ascii: "\""):
      skipString(pounds: 0)
      tokens.append(SwiftToken(kind: .string, range: start..<place))
    case UInt8(ascii: "#") where isRawString:
      let pounds = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
      place += pounds
      skipString(pounds: pounds)
      tokens.append(SwiftToken(kind: .string, range: start..<place))
    case let byte where byte.isDigit:
      skipNumber()
      tokens.append(SwiftToken(kind: .number, range: start..<place))
    case let byte where byte.isNamePart || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "@"):
      place += 1
      while self.byte().isNamePart || self.byte().isDigit || self.byte() == UInt8(ascii: "`") {
        place += 1
      }
      tokens.append(SwiftToken(kind: .name, range: start..<place))
    case let byte where byte.isOperator:
      skipOperator()
      tokens.append(SwiftToken(kind: .symbol, range: start..<place))
    default:
      place += 1
      tokens.append(SwiftToken(kind: .symbol, range: start..<place))
    }
  }

  // MARK: Comments

  private mutating func skipLine() {
    while place < bytes.count && byte() != 0x0a && byte() != 0x0d { place += 1 }
  }

  /// Skips a comment, which may contain others.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if byte() == UInt8(ascii: "/") && byte(1) == UInt8(ascii: "*") {
        depth += 1
        place += 2
      } else if byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/") {
        depth -= 1
        place += 2
      } else {
        place += 1
      }
    } while depth > 0 && place < bytes.count
    place = min(place, bytes.count)
  }

  // MARK: Strings

  private var isRawString: Bool {
    let pounds = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
    return byte(pounds) == UInt8(ascii: "\"")
  }

  private mutating func skipString(pounds: Int) {
    let isLong = byte() == 0x22 && byte(1) == 0x22 && byte(2) == 0x22
    let quotes = isLong ? 3 : 1
    place += quotes
    while place < bytes.count {
      if byte() == UInt8(ascii: "\\"), hasPounds(pounds, at: 1) {
        // An interpolation is part of the string.
        if byte(1 + pounds) == UInt8(ascii: "(") {
          place += 1 + pounds
          skipParentheses()
        } else {
          place += 2 + pounds
        }
      } else if byte() == 0x22, !isLong || byte(1) == 0x22 && byte(2) == 0x22,
        hasPounds(pounds, at: quotes)
      {
        place += quotes + pounds
        break
      } else if byte() == 0x0a, !isLong {
        break
      } else {
        place += 1
      }
    }
    place = min(place, bytes.count)
  }

  private func hasPounds(_ count: Int, at offset: Int) -> Bool {
    (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: "#") }
  }

  /// Skips to the matching parenthesis, but never past the end of the line.
  private mutating func skipParentheses() {
    var depth = 0
    while place < bytes.count, byte() != 0x0a {
      if byte() == UInt8(ascii: "(") { depth += 1 }
      if byte() == UInt8(ascii: ")") { depth -= 1 }
      place += 1
      if depth == 0 { return }
    }
  }

  // MARK: Numbers and operators

  private mutating func skipNumber() {
    while place < bytes.count {
      let isSign = byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-")
      if byte().isNamePart || byte().isDigit {
        place += 1
      } else if byte() == UInt8(ascii: "."), byte(1).isDigit {
        place += 1
      } else if isSign, bytes[place - 1] | 0x20 == UInt8(ascii: "e"), byte(1).isDigit {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func skipOperator() {
    // A dot before a name accesses a member; with other signs it belongs to an operator: `.>=`,
    // `..<`.
    if byte() == UInt8(ascii: "."), !byte(1).isOperator {
      place += 1
      return
    }
    let hasDots = byte() == UInt8(ascii: ".")
    while byte().isOperator, hasDots || byte() != UInt8(ascii: ".") {
      if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") || byte(1) == UInt8(ascii: "*") {
        break
      }
      place += 1
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether the byte is a letter, an underscore, a dollar sign, or part of a character outside
  /// ASCII.
  fileprivate var isNamePart: Bool {
    (0x61...0x7a).contains(self | 0x20) || self == 0x5f || self == 0x24 || self >= 0x80
  }

  fileprivate var isOperator: Bool { Self.operators.contains(self) }
  private static let operators = Set("/=-+!*%<>&|^~?.".utf8)
}
