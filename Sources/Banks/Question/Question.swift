/// A question as its author wrote it: a template, when it has variables.
public struct Question: Equatable, Sendable {
  /// The way in which the question is answered.
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

  /// An option to choose, or an accepted or known wrong answer to type.
  public struct Option: Equatable, Sendable {
    /// Markdown, with `{{ expression }}` where a value belongs.
    let text: String
    /// The reason why choosing it is right or wrong.
    let explanation: String
    /// Whether it is to be chosen, or typed.
    public let isRight: Bool
    /// The line of the file on which the option begins, from 1.
    let line: Int
    let explanationLine: Int
  }

  /// The same in every language; learners' progress refers to it.
  public internal(set) var id: String
  var line: Int
  /// One option to choose, where the author names no type.
  public internal(set) var kind: Kind = .one
  /// The points of a wholly right answer.
  public internal(set) var points = 1
  /// The topics, in the bank's language.
  public internal(set) var tags: [String] = []
  /// The text to read again after a wrong answer; nil stands for the tags.
  public internal(set) var read: String?
  /// The places (from 0) of the options that keep them when the options are shuffled.
  public internal(set) var keptPlaces: Set<Int> = []
  /// Whether no option leaves its place.
  public internal(set) var keepsAll = false
  /// Of typed numbers.
  public internal(set) var tolerance = Tolerance.exact
  var template = Template()
  var text = ""
  var textLine = 0
  var hint: String?
  var hintLine = 0
  /// Whether a fenced block without an end has swallowed a part of the question.
  var isBroken = false
  /// In the author's order.
  public internal(set) var options: [Option] = []

  init(id: String, line: Int) {
    self.id = id
    self.line = line
  }

  /// Whether the numbers of the question are drawn anew for every seed.
  public var isTemplate: Bool { !template.isEmpty }
}

/// The distance by which a typed number may differ from the right one.
public enum Tolerance: Equatable, Sendable {
  /// Nothing but rounding errors is forgiven.
  case exact
  /// A distance, however large the right number.
  case absolute(Double)
  /// A fraction of the right number: 0.01 for one per cent.
  case relative(Double)

  /// Half the width of the accepted interval around a right number.
  func margin(around number: Double) -> Double {
    switch self {
    case .exact: 1e-9 * abs(number)
    case .absolute(let distance): distance + 1e-9 * max(distance, abs(number))
    case .relative(let fraction): fraction * abs(number) + 1e-9 * abs(number)
    }
  }
}
