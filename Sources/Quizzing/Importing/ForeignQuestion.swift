import Banks
import Foundation
import Text

/// A question as read from another program's file, before it is converted to a bank's form.
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
    /// The option as Markdown, or the text of a typed answer.
    var text: String
    /// The fraction of the points that it gives, from -1 to 1.
    var share: Double
    /// The explanation as Markdown; empty if there is none.
    var explanation: String
    /// The accepted interval of a numeric answer.
    var interval: NumberInterval?
    var keepsPlace = false
  }

  var line: Int
  /// The file of a package that contains it; nil for a file that is not a package.
  var file: String?
  /// The name shown to people.
  var name = ""
  /// The identifier for programs.
  var identifier = ""
  var form = Form.one
  /// The text as Markdown.
  var text = ""
  /// The hint as Markdown; nil if there is none.
  var hint: String?
  var points = 1.0
  var tags: [String] = []
  var keepsAll = false
  /// The explanation as Markdown, shown for any answer.
  var generalExplanation = ""
  var answers: [Answer] = []
  /// Whether any choice of several options earns there what it earns here.
  var isScoredAlike = false
  var losses: [ImportLoss.Reason] = []
  /// The names of the drawings supplied with the file.
  var drawings: Set<String> = []

  mutating func lose(_ reason: ImportLoss.Reason) {
    if !losses.contains(reason) { losses.append(reason) }
  }

  mutating func lose(_ reasons: [ImportLoss.Reason]) {
    for reason in reasons { lose(reason) }
  }
}

/// The content of another program's file.
struct ForeignBank {
  var title: String?
  /// The introduction as Markdown.
  var introduction = ""
  var questions: [ForeignQuestion] = []
  /// The drawings by name.
  var drawings: [String: Data] = [:]
  /// The losses that concern no single question.
  var losses: [ImportLoss] = []
  /// The category that gave the title.
  var category: String?

  /// Returns the same content, attributed to a file of a package.
  func named(_ file: String) -> ForeignBank {
    var bank = self
    for place in bank.questions.indices { bank.questions[place].file = file }
    for place in bank.losses.indices { bank.losses[place].file = file }
    return bank
  }

  /// Uses the first category as the title; a bank has no place for others.
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

  /// The title without the id that exports prepend to it and to every question.
  var plainTitle: String? {
    guard category != nil, let title, let (word, rest) = halves(title[...], at: " "),
      !questions.isEmpty,
      questions.allSatisfy({ $0.identifier.hasPrefix(word + "-") })
    else { return title }
    return trimmed(rest)
  }
}

/// A number with the accepted interval around it, in decimal digits so that nothing is rounded.
struct NumberInterval: Equatable {
  /// The number shown as the answer.
  var number: Decimal
  /// The accepted distance from the number.
  var margin: Decimal

  /// Returns nil if a text is not a number with a decimal point.
  init?(_ number: String, margin: String = "0") {
    guard let number = Self.decimal(number), let margin = Self.decimal(margin), margin >= 0 else {
      return nil
    }
    self.number = number
    self.margin = margin
  }

  /// Creates the interval between two numbers.
  init?(from low: String, to high: String) {
    guard let low = Self.decimal(low), let high = Self.decimal(high), low <= high else {
      return nil
    }
    number = (low + high) / 2
    margin = (high - low) / 2
  }

  /// Parses a number of at most 30 digits, which `Decimal` holds exactly.
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

  /// The tolerance in a bank for this margin: none if it only allows for rounding errors, otherwise
  /// the shortest number with the same effect.
  ///
  /// Exports, like the runner, additionally allow for 10⁻⁹ of the number.
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
  /// Rounds the number to this many significant digits.
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
