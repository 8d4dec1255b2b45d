import Basics

/// A question as its author wrote it: a template, when it has variables.
struct Question: Equatable, Sendable {
  /// How the question is answered.
  enum Kind: String, CaseIterable, Codable, Sendable {
    case one, several
    case trueFalse = "true-false"
    case number, shape, text

    /// Whether the learner types the answer instead of choosing it.
    var isTyped: Bool {
      switch self {
      case .one, .several, .trueFalse: false
      case .number, .shape, .text: true
      }
    }
  }

  /// An option to choose, or an accepted or known wrong answer to type.
  struct Option: Equatable, Sendable {
    /// Markdown, with `{{ expression }}` where a value belongs.
    var text: String
    /// Why choosing it is right or wrong.
    var explanation: String
    var isRight: Bool
    /// Where the option begins in its file, from 1.
    var line: Int
    var explanationLine: Int
  }

  /// The same in every language; learners' progress refers to it.
  var id: String
  var line: Int
  var kind: Kind = .one
  var points = 1
  var tags: [String] = []
  /// What to read again after a wrong answer; nil stands for the tags.
  var read: String?
  /// The places (from 0) of the options that keep them when the options are shuffled.
  var keptPlaces: Set<Int> = []
  var keepsAll = false
  var tolerance = Tolerance.exact
  var template = Template()
  var text = ""
  var textLine = 0
  var hint: String?
  var hintLine = 0
  var options: [Option] = []

  init(id: String, line: Int) {
    self.id = id
    self.line = line
  }

  /// Whether the numbers of the question are drawn anew for every seed.
  var isTemplate: Bool { !template.isEmpty }
}

/// How far a typed number may lie from the right one.
enum Tolerance: Equatable, Sendable {
  case exact
  case absolute(Double)
  /// A fraction of the right number: 0.01 for one per cent.
  case relative(Double)

  /// Half the width of the accepted interval around a right number.
  func margin(around number: Double) -> Double {
    switch self {
    case .exact: 1e-9 * max(1, abs(number))
    case .absolute(let distance): distance + 1e-9 * max(1, abs(number))
    case .relative(let fraction): fraction * abs(number) + 1e-9 * max(1, abs(number))
    }
  }
}
