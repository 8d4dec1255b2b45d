/// A question as its author wrote it: a template, when it has variables.
public struct Question: Equatable, Sendable {
  /// The way the question is answered.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case one, several
    case trueFalse = "true-false"
    case number, shape, text

    /// Whether the learner types the answer instead of choosing it.
    public var isTyped: Bool {
      switch self {
      case .one, .several, .trueFalse: false
      case .number, .shape, .text: true
      }
    }
  }

  /// An option to choose, or a typed answer that is accepted or known to be wrong.
  public struct Option: Equatable, Sendable {
    /// The text as Markdown, with `{{ expression }}` in place of values.
    let text: String
    /// The reason why choosing it is right or wrong.
    let explanation: String
    /// Whether the option is a right answer.
    public let isRight: Bool
    /// The line of the file on which the option begins, from 1.
    let line: Int
    let explanationLine: Int
  }

  /// The id, the same in every language, to which learners' progress refers.
  public internal(set) var id: String
  var line: Int
  /// The kind; a single choice if the author names none.
  public internal(set) var kind: Kind = .one
  /// The points of a fully right answer.
  public internal(set) var points = 1
  /// The topics, in the bank's language.
  public internal(set) var tags: [String] = []
  /// The reference to read again after a wrong answer; nil to use the tags.
  public internal(set) var read: String?
  /// The indices, from 0, of the options that keep their places when the options are shuffled.
  public internal(set) var keptPlaces: Set<Int> = []
  /// Whether all options keep their places.
  public internal(set) var keepsAll = false
  /// The tolerance of typed numbers.
  public internal(set) var tolerance = Tolerance.exact
  var template = Template()
  var text = ""
  var textLine = 0
  var hint: String?
  var hintLine = 0
  /// Whether an unterminated fenced block has swallowed a part of the question.
  var isBroken = false
  /// The options in the author's order.
  public internal(set) var options: [Option] = []

  init(id: String, line: Int) {
    self.id = id
    self.line = line
  }

  /// Whether the question's numbers are drawn anew for every seed.
  public var isTemplate: Bool { !template.isEmpty }
}

/// The accepted deviation of a typed number from the right one.
public enum Tolerance: Equatable, Sendable {
  /// Only rounding errors are allowed.
  case exact
  /// An absolute distance.
  case absolute(Double)
  /// A fraction of the right number: 0.01 for one per cent.
  case relative(Double)

  /// Returns half the width of the accepted interval around a right number.
  func margin(around number: Double) -> Double {
    switch self {
    case .exact: 1e-9 * abs(number)
    case .absolute(let distance): distance + 1e-9 * max(distance, abs(number))
    case .relative(let fraction): fraction * abs(number) + 1e-9 * abs(number)
    }
  }
}
