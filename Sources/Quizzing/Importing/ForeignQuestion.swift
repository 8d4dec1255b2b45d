import Banks
import Foundation
import Text

/// A question as the file of another program has it, before it is fitted to what a bank can say.
struct ForeignQuestion {
  enum Form: Equatable {
    case one, several, trueFalse, number
    case text(isCaseSensitive: Bool)

    var isTyped: Bool {
      switch self {
      case .one, .several, .trueFalse: false
      case .number, .text: true
      }
    }
  }

  struct Answer: Equatable {
    /// Markdown of an option; of a typed answer the text itself.
    var text: String
    /// The share of the points that it gives, from -1 to 1.
    var share: Double
    /// Markdown; empty without any.
    var explanation: String
    /// Of a number.
    var interval: NumberInterval?
    var keepsPlace = false
  }

  var line: Int
  /// The file of a package in which it stands; nil for a file that is no package.
  var file: String?
  /// What people call it.
  var name = ""
  /// What programs call it.
  var identifier = ""
  var form = Form.one
  /// Markdown.
  var text = ""
  /// Markdown; nil without any.
  var hint: String?
  var points = 1.0
  var tags: [String] = []
  var keepsAll = false
  /// Markdown, whatever is answered.
  var generalExplanation = ""
  var answers: [Answer] = []
  var losses: [ImportLoss.Reason] = []
  /// The names of the drawings that the file brings along.
  var drawings: Set<String> = []

  mutating func lose(_ reason: ImportLoss.Reason) {
    if !losses.contains(reason) { losses.append(reason) }
  }

  mutating func lose(_ reasons: [ImportLoss.Reason]) {
    for reason in reasons { lose(reason) }
  }
}

/// A file of another program, with its questions as they stand there.
struct ForeignBank {
  var title: String?
  /// Markdown.
  var introduction = ""
  var questions: [ForeignQuestion] = []
  /// Drawings by their names.
  var drawings: [String: Data] = [:]
  /// What concerns no question alone.
  var losses: [ImportLoss] = []
  /// That of the title.
  var category: String?

  /// The same, with the file of a package in which it all stands.
  func named(_ file: String) -> ForeignBank {
    var bank = self
    for place in bank.questions.indices { bank.questions[place].file = file }
    for place in bank.losses.indices { bank.losses[place].file = file }
    return bank
  }

  /// The first category gives the title, others have no place in a bank.
  mutating func noteCategory(_ path: String, line: Int) {
    let parts = path.replacing("//", with: "\u{1}").split(separator: "/")
      .map { $0.replacing("\u{1}", with: "/").trimmingCharacters(in: .whitespaces) }
    guard let name = parts.last, !name.isEmpty, path != category else { return }
    if category == nil, title == nil {
      category = path
      title = name
    } else {
      losses.append(ImportLoss(line: line, question: nil, reason: .category(name)))
    }
  }

  /// The title without the id that exports put before it, as before every question's.
  var plainTitle: String? {
    guard category != nil, let title, let (word, rest) = halves(title[...], at: " "),
      !questions.isEmpty,
      questions.allSatisfy({ $0.identifier.hasPrefix(word + "-") })
    else { return title }
    return trimmed(rest)
  }
}

/// A number with those around it that are accepted, in decimal digits, so that nothing is rounded.
struct NumberInterval: Equatable {
  /// The number that is shown as the answer.
  var number: Decimal
  /// How far an answer may lie from it.
  var margin: Decimal

  /// Nil where a text is no number with a decimal point.
  init?(_ number: String, margin: String = "0") {
    guard let number = Self.decimal(number), let margin = Self.decimal(margin), margin >= 0 else {
      return nil
    }
    self.number = number
    self.margin = margin
  }

  /// The interval between two numbers.
  init?(from low: String, to high: String) {
    guard let low = Self.decimal(low), let high = Self.decimal(high), low <= high else {
      return nil
    }
    number = (low + high) / 2
    margin = (high - low) / 2
  }

  /// At most 30 digits, which `Decimal` holds exactly.
  static func decimal(_ text: String) -> Decimal? {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    var rest = text.utf8[...]
    func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }
    func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    if isSign(rest.first) { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst() }
    let fraction = rest.prefix(while: isDigit)
    guard (1...30).contains(whole.count + fraction.count) else { return nil }
    rest = rest.dropFirst(fraction.count)
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if isSign(rest.first) { rest = rest.dropFirst() }
      guard (1...2).contains(rest.count), rest.allSatisfy(isDigit) else { return nil }
      rest = rest.dropFirst(rest.count)
    }
    guard rest.isEmpty else { return nil }
    return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
  }

  func contains(_ other: Decimal) -> Bool { abs(other - number) <= margin }

  /// The tolerance that a bank names for this margin: none where only rounding errors are forgiven,
  /// else the shortest number that forgives the same.
  ///
  /// Exports forgive 10⁻⁹ of the number besides, as the runner does.
  var tolerance: Decimal {
    let billionth = Decimal(sign: .plus, exponent: -10, significand: 15)
    let slack = abs(number) * billionth
    if margin <= slack { return 0 }
    for digits in 1...6 {
      let short = margin.rounded(toDigits: digits)
      if abs(margin - short) <= max(slack, margin * billionth) { return short }
    }
    return margin
  }
}

extension Decimal {
  /// The nearest number with so many significant digits.
  func rounded(toDigits digits: Int) -> Decimal {
    guard self != 0 else { return 0 }
    var places = 0
    var scaled = abs(self)
    while scaled >= 10 {
      scaled /= 10
      places -= 1
    }
    while scaled < 1 {
      scaled *= 10
      places += 1
    }
    var (source, result) = (self, Decimal())
    NSDecimalRound(&result, &source, places + digits - 1, .plain)
    return result
  }
}
