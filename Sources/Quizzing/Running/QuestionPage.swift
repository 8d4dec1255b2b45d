import Banks
import Terminals
import Text

/// The lines that show a question, an explanation or a summary, for full-screen and line input
/// alike.
struct QuestionPage {
  var session: QuizSession
  var phrases: Phrases
  var layout: RichText.Layout
  /// The introduction of the quiz, shown above its first question.
  var introduction = ""

  private var width: Int { layout.width }
  private var posed: PosedQuestion { session.current }

  /// The text, and the kind of answer expected.
  var question: [StyledLine] {
    var lines = RichText.lines(introduction, layout)
    if !introduction.isEmpty { lines.append(StyledLine()) }
    lines += RichText.lines(posed.text, layout)
    lines.append(StyledLine())
    lines += TextWrapping.styledLines(phrases(instruction), width: width, style: .dim)
    if session.record.draft.showsHint, let hint = posed.hint {
      lines.append(StyledLine())
      lines += RichText.lines(phrases(.hint(hint)), layout).map { $0.styled(.accent) }
    }
    return lines
  }

  private var instruction: Phrase {
    switch posed.question.kind {
    case .one: .chooseOne
    case .several: .chooseSeveral
    case .trueFalse: .judgeStatement
    case .number: .typeNumber(tolerance: posed.question.toleranceText)
    case .shape: .typeShape
    case .text: .typeText
    }
  }

  /// The style of the options' marks.
  enum OptionMarks { case lineByLine, screen, screenWithCursor }

  /// Formats one option after its mark, such as `▸ 2 [x] `.
  func option(at place: Int, _ marks: OptionMarks) -> [StyledLine] {
    let option = posed.options[place]
    let isChosen = session.record.draft.chosen.contains(option.index)
    let isSeveral = posed.question.kind == .several
    let mark =
      isSeveral ? (isChosen ? "[x]" : "[ ]") : (isChosen ? "(•)" : "( )")
    let isCurrent = marks == .screenWithCursor && session.record.draft.cursor == place
    let number = marks == .lineByLine ? "\(place + 1))" : "\(isCurrent ? "▸" : " ") \(place + 1)"
    let head = StyledLine("\(number) \(mark) ", isCurrent ? [.bold, .accent] : [])
    let inner = innerLayout(head)
    let lines = RichText.lines(option.text, inner)
    return (isCurrent ? lines.map { $0.styled(.bold) } : lines).hanging(head)
  }

  /// Returns the layout for an option after its mark.
  private func innerLayout(_ head: StyledLine) -> RichText.Layout {
    RichText.Layout(
      width: width - head.width, marksCode: layout.marksCode, isCompact: true)
  }

  // MARK: After an answer

  /// The verdict, and why each chosen option is right or wrong.
  var feedback: [StyledLine] {
    guard let judgement = session.currentJudgement else { return [] }
    let points = Double(posed.question.points)
    var lines: [StyledLine] = []
    switch judgement.fraction {
    case 1...: lines = [StyledLine(phrases(.right), [.bold, .right])]
    case _ where session.hidesKey && choseARightOption(judgement):
      lines = [StyledLine(phrases(.notQuite), [.bold, .accent])]
    case _ where session.hidesKey, ...0 where !choseARightOption(judgement):
      lines = [StyledLine(phrases(.wrong), [.bold, .wrong])]
    default:
      lines = TextWrapping.styledLines(
        phrases(.partlyRight(earned: judgement.fraction * points, maximum: points)),
        width: width, style: [.bold, .accent])
    }
    lines.append(StyledLine())
    lines += posed.question.kind.isTyped ? typedFeedback(judgement) : chosenFeedback(judgement)
    if session.hidesKey, session.nextStep != .again {
      if lines.last != StyledLine() { lines.append(StyledLine()) }
      lines += TextWrapping.styledLines(phrases(.comesAgain), width: width, style: .dim)
    }
    return lines
  }

  private func choseARightOption(_ judgement: Judgement) -> Bool {
    posed.options.contains { $0.isRight && judgement.matched.contains($0.index) }
  }

  private func chosenFeedback(_ judgement: Judgement) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (place, option) in posed.options.enumerated() {
      let isChosen = judgement.matched.contains(option.index)
      // While the key is withheld, only wrongly chosen options are explained.
      guard session.hidesKey ? isChosen && !option.isRight : isChosen || option.isRight
      else { continue }
      let style: TextStyle = option.isRight ? .right : .wrong
      let mark = isChosen ? (option.isRight ? "✓" : "✗") : "→"
      let head = StyledLine("\(mark) \(place + 1) ", [.bold, style])
      let inner = innerLayout(head)
      let optionLines = RichText.lines(option.text, inner)
      lines += optionLines.hanging(head)
      let indentation = StyledLine(String(repeating: " ", count: head.width))
      let isMissed = !isChosen && posed.question.kind == .several
      if isMissed { lines.append(indentation + StyledLine("(\(phrases(.missedOption)))", .dim)) }
      lines += RichText.lines(option.explanation, inner).map { indentation + $0 }
    }
    return lines
  }

  private func typedFeedback(_ judgement: Judgement) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let place = judgement.matched.first, let option = optionOfBank(place) {
      lines += RichText.lines(option.explanation, layout)
    }
    if !judgement.isRight, !session.hidesKey, let right = posed.options.first(where: \.isRight) {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += TextWrapping.styledLines(
        phrases(.rightAnswer(RichText.plain(right.text))), width: width, style: [.right])
      lines += RichText.lines(right.explanation, layout)
    }
    return lines
  }

  private func optionOfBank(_ index: Int) -> PosedQuestion.Option? {
    posed.options.first { $0.index == index }
  }
}

extension QuestionPage {
  /// The question whether to hand in an exam.
  var handIn: [StyledLine] {
    let open = session.record.questions.enumerated()
      .filter { session.record.answers[$0.element]?.response == nil }
      .map { String($0.offset + 1) }
    var lines = [
      StyledLine(
        phrases(.answeredOf(session.record.answeredCount, session.posed.count)), .bold)
    ]
    if !open.isEmpty {
      lines += TextWrapping.styledLines(
        phrases(.openQuestions(open.joined(separator: ", "))), width: layout.width, style: .wrong)
    }
    return lines + [StyledLine(), StyledLine(phrases(.handInQuestion))]
  }
}

extension Question {
  /// The accepted deviation of a typed number, such as `±0.01` or `±5%`; nil where there is none.
  var toleranceText: String? {
    switch tolerance {
    case .exact: nil
    case .absolute(let distance): "±" + NumberFormat.shortest.string(distance)
    case .relative(let fraction): "±" + NumberFormat.shortest.string(100 * fraction) + "%"
    }
  }
}
