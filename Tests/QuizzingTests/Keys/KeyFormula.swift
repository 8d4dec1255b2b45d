import Text

@testable import Banks

/// A question's right answer worked out from the numbers that its text shows, and never from the
/// expressions of its bank.
struct KeyFormula: Sendable {
  /// The quiz and the question: `C4W1/output-shape`.
  let id: String
  /// The places of the English text's numbers in the Chinese text, when their order differs.
  let chinese: [Int]?
  let answer: @Sendable (Asked) -> RightAnswer

  init(_ id: String, chinese: [Int]? = nil, _ answer: @escaping @Sendable (Asked) -> RightAnswer) {
    self.id = id
    self.chinese = chinese
    self.answer = answer
  }

  static let all = Dictionary(
    uniqueKeysWithValues: (networks + practice + training + convolutions + applications).map {
      ($0.id, $0)
    })
}

/// The right answer by a formula.
enum RightAnswer: Equatable {
  case number(Double)
  /// Every way of writing the one right shape, such as two layouts of the same numbers.
  case shapes([[String]])
  /// The right options by their place in the bank, from 0.
  case places([Int])

  static func shape(_ axes: Int...) -> RightAnswer { .shapes([axes.map(String.init)]) }
}

/// A question as a learner sees it.
struct Asked {
  struct Option {
    var text: String
    var numbers: [Double]
  }

  var language: BankLanguage
  /// The numbers of the text from its beginning; those of a name such as `W1` do not count.
  var numbers: [Double]
  var options: [Option]

  init(_ posed: PosedQuestion, _ formula: KeyFormula, in language: BankLanguage) {
    self.language = language
    let shown = Self.numbers(in: posed.text)
    numbers =
      language == .chinese
      ? formula.chinese?.map { shown.indices.contains($0) ? shown[$0] : .nan } ?? shown : shown
    options = posed.options.sorted { $0.index < $1.index }
      .map { Option(text: $0.text, numbers: Self.numbers(in: $0.text)) }
  }

  /// A number of the text; not a number where there is none, so that no formula can hold by chance.
  subscript(place: Int) -> Double { numbers.indices.contains(place) ? numbers[place] : .nan }

  /// A whole number of the text; -1 where there is none.
  func whole(_ place: Int) -> Int { Int(exactly: self[place]) ?? -1 }

  /// The options for which something holds.
  func options(where holds: (Option) -> Bool) -> RightAnswer {
    .places(options.indices.filter { holds(options[$0]) })
  }

  static func numbers(in text: String) -> [Double] {
    let characters = Array(text)
    var numbers: [Double] = []
    var place = 0
    while place < characters.count {
      guard isDigit(characters[place]) else {
        place += 1
        continue
      }
      let start = place
      while place < characters.count, isDigit(characters[place]) { place += 1 }
      if place + 1 < characters.count, characters[place] == ".", isDigit(characters[place + 1]) {
        place += 1
        while place < characters.count, isDigit(characters[place]) { place += 1 }
      }
      let before = start > 0 ? characters[start - 1] : " "
      if isPartOfName(before) || before == "." { continue }
      let isNegative =
        before == "-"
        && (start < 2 || !(isPartOfName(characters[start - 2]) || characters[start - 2] == ")"))
      numbers.append((Double(String(characters[start..<place])) ?? .nan) * (isNegative ? -1 : 1))
    }
    return numbers
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || character == "_"
  }
}
