import Foundation
import Tensors
import Text

/// A value as typed by a learner: `[[0, 2], [1, -1]]`, `0.5`, `relu`, `{W: [[1]], b: zeros(1, 1)}`.
indirect enum Literal: Equatable {
  case number(Double)
  /// A word, or a text in quotation marks.
  case word(String)
  case list([Literal])
  case record([Field])
  /// `zeros(2, 3)`, `ones(4)`, `randn(3, 4)`.
  case tensor(Tensor)

  /// A named member of a record.
  struct Field: Equatable {
    let name: String
    let value: Literal
  }
}

/// The reason why a text is not a value.
struct LiteralError: PhrasedError, Equatable {
  /// The text that was read up to the error.
  let read: String
  let found: Character?
  let expected: Phrase

  var phrase: Phrase {
    let place =
      read.isEmpty
      ? Phrase("at the beginning", zh: "开头") : Phrase("after “\(read)”", zh: "“\(read)”之后")
    let what =
      found.map { Phrase("“\(printable(String($0)))”", zh: "“\(printable(String($0)))”") }
      ?? Phrase("nothing more", zh: "没有内容了")
    return Phrase(
      "\(place.english) expected \(expected.english), got \(what.english)",
      zh: "\(place.chinese)应为\(expected.chinese)，收到的是\(what.chinese)")
  }
}

extension Literal {
  /// Parses a whole text.
  init(_ text: String) throws(LiteralError) {
    var reader = LiteralReader(text)
    self = try reader.value()
    try reader.end()
  }
}

/// A parser of literals in the notations of NumPy, JSON and Swift.
private struct LiteralReader {
  private let characters: [Character]
  private var place = 0
  /// The current nesting depth of brackets.
  private var depth = 0
  private static let deepest = 64
  /// The largest number of elements of a tensor that is given by its shape.
  private static let most = 1 << 22

  init(_ text: String) {
    characters = Array(text)
  }

  private var next: Character? {
    mutating get {
      while place < characters.count, characters[place].isWhitespace { place += 1 }
      return place < characters.count ? characters[place] : nil
    }
  }

  private func failure(_ english: String, _ chinese: String) -> LiteralError {
    let read = String(characters[..<min(place, characters.count)].suffix(24))
    return LiteralError(
      read: printable(read), found: place < characters.count ? characters[place] : nil,
      expected: Phrase(english, zh: chinese))
  }

  mutating func end() throws(LiteralError) {
    guard next == nil else { throw failure("the end", "结尾") }
  }

  mutating func value() throws(LiteralError) -> Literal {
    guard depth < Self.deepest else { throw failure("fewer brackets", "更少的括号") }
    depth += 1
    defer { depth -= 1 }
    switch next {
    case "[": return .list(try list(until: "]"))
    case "{": return try record(until: "}")
    case "(": return try tupleOrRecord()
    case "\"", "'": return .word(try quoted())
    case let first? where first.isNumber || "+-.".contains(first): return .number(try number())
    case let first? where first.isLetter || first == "_": return try wordOrCall()
    default: throw failure("a number, a list or a word", "数、列表或单词")
    }
  }

  private mutating func list(until end: Character) throws(LiteralError) -> [Literal] {
    place += 1
    var items: [Literal] = []
    while next != end {
      items.append(try value())
      if next == "," {
        place += 1
      } else if next != end {
        throw failure("a comma or \(end)", "逗号或 \(end)")
      }
    }
    place += 1
    return items
  }

  /// Parses `(W: …, b: …)` as a record and `(2, 3)` as a list.
  private mutating func tupleOrRecord() throws(LiteralError) -> Literal {
    let start = place
    place += 1
    guard let first = next, first.isLetter || "\"'_".contains(first) else {
      place = start
      return .list(try list(until: ")"))
    }
    let isName = (try? name()) != nil && next == ":"
    place = start
    return isName ? try record(until: ")") : .list(try list(until: ")"))
  }

  private mutating func record(until end: Character) throws(LiteralError) -> Literal {
    place += 1
    var fields: [Literal.Field] = []
    while next != end {
      let name = try name()
      guard next == ":" || next == "=" else { throw failure("a colon", "冒号") }
      place += 1
      fields.append(Literal.Field(name: name, value: try value()))
      if next == "," {
        place += 1
      } else if next != end {
        throw failure("a comma or \(end)", "逗号或 \(end)")
      }
    }
    place += 1
    return .record(fields)
  }

  private mutating func name() throws(LiteralError) -> String {
    if next == "\"" || next == "'" { return try quoted() }
    guard let first = next, first.isLetter || first == "_" else { throw failure("a name", "名称") }
    return word()
  }

  private mutating func quoted() throws(LiteralError) -> String {
    let mark = characters[place]
    place += 1
    let start = place
    while place < characters.count, characters[place] != mark { place += 1 }
    guard place < characters.count else { throw failure("a closing \(mark)", "结束的 \(mark)") }
    place += 1
    return String(characters[start..<place - 1])
  }

  private mutating func word() -> String {
    let start = place
    while place < characters.count,
      characters[place].isLetter || characters[place].isNumber || characters[place] == "_"
    {
      place += 1
    }
    return String(characters[start..<place])
  }

  private mutating func number() throws(LiteralError) -> Double {
    let start = place
    if "+-".contains(characters[place]) { place += 1 }
    let isWord = place < characters.count && characters[place].isLetter
    while place < characters.count {
      let character = characters[place]
      let isSign = "+-".contains(character) && "eE".contains(characters[place - 1]) && !isWord
      guard character.isNumber || character.isLetter || "._".contains(character) || isSign else {
        break
      }
      place += 1
    }
    let text = String(characters[start..<place]).replacing("_", with: "")
    guard let number = Double(text) else {
      place = start
      throw failure("a number", "数")
    }
    return number
  }

  private mutating func wordOrCall() throws(LiteralError) -> Literal {
    let start = place
    let word = word()
    if next == "(" { return .tensor(try tensor(word, start)) }
    switch word.lowercased() {
    case "nan": return .number(.nan)
    case "inf", "infinity": return .number(.infinity)
    default: return .word(word)
    }
  }

  /// Creates a tensor that is given by its shape.
  private mutating func tensor(_ maker: String, _ start: Int) throws(LiteralError) -> Tensor {
    let shape = try list(until: ")").flatMap { item -> [Literal] in
      if case .list(let inner) = item { inner } else { [item] }
    }
    let lengths = shape.compactMap { item -> Int? in
      if case .number(let number) = item, let length = Int(exactly: number), length >= 0 {
        length
      } else {
        nil
      }
    }
    let size = lengths.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    guard lengths.count == shape.count, lengths.count <= 6, lengths.allSatisfy({ $0 <= Self.most }),
      (0...Self.most).contains(size)
    else {
      place = start
      throw failure("lengths such as \(maker)(2, 3)", "形如 \(maker)(2, 3) 的长度")
    }
    switch maker {
    case "zeros": return .zeros(shape: lengths)
    case "ones": return .full(lengths, 1)
    case "randn":
      var random = RandomState(seed: 1)
      return random.randn(shape: lengths)
    default:
      place = start
      throw failure("zeros(…), ones(…) or randn(…)", "zeros(…)、ones(…) 或 randn(…)")
    }
  }
}
