import Text

/// A question with its values drawn and its options in the order in which they are shown.
public struct PosedQuestion: Equatable, Sendable {
  /// An option as displayed.
  public struct Option: Equatable, Sendable {
    /// The option's index in the bank, from 0, which answer files refer to.
    public let index: Int
    /// The text as Markdown, with the values filled in.
    public let text: String
    /// The reason why choosing it is right or wrong, with the values filled in.
    public let explanation: String
    /// Whether the option is a right answer.
    public let isRight: Bool
    /// The unrounded value of a typed number.
    let number: ExactNumber?
  }

  /// The question as its author wrote it.
  public internal(set) var question: Question
  /// The text as Markdown, with the values filled in.
  public let text: String
  /// A sentence that helps without answering; nil where the author wrote none.
  public internal(set) var hint: String?
  /// The options in the order in which they are shown.
  public internal(set) var options: [Option]

  /// Draws the values and the order determined by a seed.
  ///
  /// The draw depends only on the seed and the question's id, so both languages show the same
  /// numbers in the same places. So does the order, whatever values were drawn: a bank without keys,
  /// in which they are filled in, shows the options as the bank itself does.
  ///
  /// - Parameters:
  ///   - question: the question as its author wrote it.
  ///   - seed: the seed that, together with the question's id, determines the values and the order.
  ///   - isShuffled: whether to shuffle the options.
  /// - Throws: ``TemplateError`` when no values can be drawn.
  public init(_ question: Question, seed: Int, isShuffled: Bool = true) throws(TemplateError) {
    var random = RandomDraw(seed: seed, questionID: question.id)
    try self.init(question, values: question.template.draw(&random))
    guard isShuffled, question.kind == .one || question.kind == .several, !question.keepsAll
    else { return }
    random = RandomDraw(seed: seed, questionID: question.id)
    let places = options.indices.filter { !question.keptPlaces.contains($0) }
    var shuffled = places
    random.shuffle(&shuffled)
    let inOrder = options
    for (place, source) in zip(places, shuffled) { options[place] = inOrder[source] }
  }

  /// Creates the question with these values and its options in the author's order.
  init(_ question: Question, values: [String: ExactNumber]) throws(TemplateError) {
    self.question = question
    text = try Interpolation.fill(question.text, values)
    if let hint = question.hint { self.hint = try Interpolation.fill(hint, values) }
    options = []
    options.reserveCapacity(question.options.count)
    for (index, option) in question.options.enumerated() {
      options.append(
        Option(
          index: index, text: try Interpolation.fill(option.text, values),
          explanation: try Interpolation.fill(option.explanation, values),
          isRight: option.isRight,
          number: question.kind == .number
            ? try Interpolation.soleValue(option.text, values) : nil))
    }
  }

  /// Returns the same question under another id, such as one of several versions.
  public func named(_ id: String) -> PosedQuestion {
    var renamed = self
    renamed.question.id = id
    return renamed
  }

  /// Returns a key that is equal for options that read, or are judged, the same.
  func comparisonKey(_ option: Option) -> String {
    switch question.kind {
    case .one, .several, .trueFalse: singleSpaced(Substring(option.text))
    case .number: TypedNumber(key: option.text).map { "\($0.value)" } ?? option.text
    case .shape: TypedShape(option.text)?.canonical ?? option.text
    case .text: TypedText(option.text).canonical
    }
  }
}
