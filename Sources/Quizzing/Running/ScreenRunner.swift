import Banks
import Foundation
import Terminals
import Text

/// Asks a quiz on the full screen of a terminal, key by key.
struct ScreenRunner {
  var session: QuizSession
  var keeper: SessionKeeper
  var phrases: Phrases
  var title: String
  /// The introduction of the quiz, shown above the first question; empty when it is resumed.
  var introduction: String
  var colours: Bool
  /// The notice shown before the first question, such as where the session resumes.
  var notice: String?
  private var warnings: TimeWarnings
  /// The first line shown after scrolling; nil to follow the cursor.
  private var scroll: Int?
  /// Whether to keep the option under the cursor visible rather than the question's beginning.
  private var followsCursor = false
  /// The digits typed so far of an option's number, when there are ten or more options.
  private var typedNumber: Int?
  /// What happened to the results, once the session is finished.
  private(set) var outcome: SummaryPage.Outcome?
  /// Whether keys are commands although the question expects text.
  private var isCommanding = false

  init(
    session: QuizSession, keeper: SessionKeeper, phrases: Phrases, title: String,
    introduction: String, colours: Bool, notice: String?
  ) {
    self.session = session
    self.keeper = keeper
    self.phrases = phrases
    self.title = title
    self.introduction = introduction
    self.colours = colours
    self.notice = notice
    warnings = TimeWarnings(secondsLeft: session.secondsLeft(Date()))
  }

  /// - Returns: nil when the terminal cannot be used.
  mutating func run() -> RunEnding? {
    guard var terminal = Terminal(colours: colours, savesBeforeEnding: true) else { return nil }
    defer { terminal.leave() }
    var size = Terminal.size
    while true {
      if outcome == nil, session.stage != .finished, let left = session.secondsLeft(Date()) {
        if left == 0 { session.finish(now: Date()) }
        if let minutes = warnings.due(secondsLeft: left) { notice = phrases(.minutesLeft(minutes)) }
      }
      if outcome == nil, session.stage == .finished {
        outcome = keeper.finish(session, now: Date())
        scroll = nil
        notice = nil
      }
      if size != Terminal.size {
        size = Terminal.size
        terminal.invalidate()
      }
      let laid = draw(on: &terminal, size: size, outcome: outcome)
      let event = terminal.event(milliseconds: waitingTime)
      if case .ending(let signal) = event {
        guard outcome == nil else { return .finished }
        leave()
        return .ended(signal: signal)
      }
      guard case .key(let key) = event else { continue }
      if key == .interrupt || key == .endOfInput {
        guard outcome == nil else { return .finished }
        leave()
        return key == .interrupt ? .interrupted : .left
      }
      if scrolled(key, laid) { continue }
      notice = nil
      scroll = nil
      followsCursor = true
      // An option that is out of view is shown before a key selects or confirms it.
      if outcome == nil, !laid.showsTarget, key == .enter || key == .character(" ") { continue }
      if outcome != nil {
        if key == .enter || key == .character("q") || key == .escape { return .finished }
        continue
      }
      let (shown, stage) = (session.record.position, session.stage)
      if !press(key) {
        leave()
        return .left
      }
      if shown != session.record.position || stage != session.stage { followsCursor = false }
    }
  }

  /// With a clock on the screen the frame is redrawn four times a second; otherwise now and then,
  /// in case the signal of a resize came between two waits.
  private var waitingTime: Int32 { session.record.timeLimit == nil ? 1000 : 250 }

  private mutating func leave() {
    session.keepTime(Date())
    keeper.save(session, now: Date())
  }

  // MARK: Keys

  private mutating func scrolled(_ key: Key, _ laid: ScreenFrame.Laid) -> Bool {
    let movesCursor = session.stage == .asking && !session.current.question.kind.isTyped
    if movesCursor, key == .up || key == .down { return false }
    guard let target = laid.scroll(after: key) else { return false }
    scroll = target
    return true
  }

  /// - Returns: false when the learner leaves.
  private mutating func press(_ key: Key) -> Bool {
    switch session.stage {
    case .asking:
      if session.current.question.kind.isTyped, !isCommanding { return type(key) }
      isCommanding = false
      return session.current.question.kind.isTyped ? command(key) : choose(key)
    case .feedback, .handingIn:
      if key == .enter || key == .character(" ") || key == .character("n") || key == .right {
        advance()
        return true
      }
      return command(key)
    case .finished: return true
    }
  }

  private mutating func choose(_ key: Key) -> Bool {
    let isSeveral = session.current.question.kind == .several
    if case .character(let character) = key, digit(character) != nil {} else { typedNumber = nil }
    switch key {
    case .up, .down:
      session.moveCursor(by: key == .up ? -1 : 1)
      if !isSeveral { session.choose(place: session.record.draft.cursor) }
    case .home, .end:
      let place = key == .home ? 0 : session.current.options.count - 1
      session.moveCursor(by: place - session.record.draft.cursor)
      if !isSeveral { session.choose(place: session.record.draft.cursor) }
    case .character(" "): session.choose(place: session.record.draft.cursor)
    case .enter:
      if session.draftedResponse == nil {
        if isSeveral {
          notice = phrases(.nothingChosen)
        } else {
          session.choose(place: session.record.draft.cursor)
        }
      } else {
        confirm()
      }
    case .character(let character):
      if session.current.options.count > 9, let digit = digit(character) {
        goTo(digit: digit)
        return true
      }
      guard let place = place(of: character) else { return command(key) }
      session.choose(place: place)
    case .pasted: break
    default: return command(key)
    }
    return true
  }

  private func digit(_ character: Character) -> Int? {
    halfWidth(String(character)).first.flatMap { $0.isASCII ? $0.wholeNumberValue : nil }
  }

  /// Appends a digit to an option's number and moves there; Space selects it.
  private mutating func goTo(digit: Int) {
    let count = session.current.options.count
    let longer = (typedNumber ?? 0) * 10 + digit
    let number = (1...count).contains(longer) ? longer : digit
    guard (1...count).contains(number) else { return }
    typedNumber = number
    if session.current.question.kind == .several {
      session.moveCursor(by: number - 1 - session.record.draft.cursor)
    } else {
      session.choose(place: number - 1)
    }
  }

  /// Returns the shown option that a digit or letter names.
  ///
  /// Lower-case b, n and q are commands; their capitals select options.
  private func place(of character: Character) -> Int? {
    guard let byte = halfWidth(String(character)).utf8.first, character.utf8.count <= 3,
      !"bnq".contains(character)
    else { return nil }
    let place: Int
    switch byte {
    case UInt8(ascii: "1")...UInt8(ascii: "9"): place = Int(byte - UInt8(ascii: "1"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): place = Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): place = Int(byte - UInt8(ascii: "A"))
    default: return nil
    }
    return session.current.options.indices ~= place ? place : nil
  }

  private mutating func type(_ key: Key) -> Bool {
    let typed = session.record.draft.typed
    switch key {
    // Within an answer it is an ordinary character; Escape makes it the hint key then.
    case .character("?") where typed.isEmpty, .character("？") where typed.isEmpty:
      return command(key)
    case .character(let character): session.setTyped(typed + String(character))
    case .pasted(let text): session.setTyped(typed + text)
    case .backspace: session.setTyped(String(typed.dropLast()))
    case .clear: session.setTyped("")
    case .escape: isCommanding = true
    case .enter:
      if typed.allSatisfy(\.isWhitespace) {
        notice = phrases(.nothingTyped)
      } else if let complaint = session.current.complaint(aboutTyped: typed) {
        notice = phrases(complaint)
      } else {
        confirm()
      }
    default: break
    }
    return true
  }

  private mutating func confirm() {
    if session.submit(now: Date()) { keeper.saveAnswer(session, now: Date()) }
  }

  /// Moves to the next question, and saves the new position.
  private mutating func advance() {
    session.advance(now: Date())
    if session.stage != .finished { keeper.save(session, now: Date()) }
  }

  private mutating func command(_ key: Key) -> Bool {
    switch key {
    case .character("q"): return false
    case .character("b"), .left:
      if session.goBack(now: Date()) {
        keeper.save(session, now: Date())
      } else {
        notice = phrases(.alreadyFirst)
      }
    case .character("n"), .right: advance()
    case .character("?"), .character("？"):
      if session.stage == .asking, session.current.hint == nil { notice = phrases(.noHint) }
      session.showHint()
    case .character(let character) where session.current.question.kind.isTyped:
      return type(.character(character))
    default: break
    }
    return true
  }

  // MARK: The picture

  private func draw(
    on terminal: inout Terminal, size: Terminal.Size, outcome: SummaryPage.Outcome?
  ) -> ScreenFrame.Laid {
    guard size.columns >= 24, size.rows >= 8 else {
      let lines = TextWrapping.styledLines(phrases(.terminalTooSmall), width: size.columns)
      terminal.draw(lines, cursor: nil, size: size)
      return ScreenFrame.Laid(lines: lines, offset: 0, bodyRows: 1, cursor: nil)
    }
    let frame = frame(size, outcome)
    let laid = frame.lines(size, scroll: scroll, scrolling: phrases(.keysScroll))
    terminal.draw(laid.lines, cursor: laid.cursor, size: size)
    return laid
  }

  func frame(_ size: Terminal.Size, _ outcome: SummaryPage.Outcome?) -> ScreenFrame {
    let width = size.columns
    if let outcome {
      let page = SummaryPage(session: session, phrases: phrases, width: width, outcome: outcome)
      return ScreenFrame(
        head: head(width, ""), body: page.lines, focus: 0..<1,
        notice: keeper.trouble.map { phrases($0) },
        keys: phrases(.keysEnd))
    }
    var page = QuestionPage(
      session: session, phrases: phrases, layout: .init(width: width, marksCode: !colours))
    if session.record.position == 0, session.stage == .asking, !session.isAskedAgain {
      page.introduction = introduction
    }
    if session.stage == .handingIn {
      return ScreenFrame(
        head: head(width, phrases(.exam)), body: page.handIn, focus: 0..<1, notice: notice,
        keys: phrases(.keysHandIn))
    }
    return questionFrame(page, width)
  }

  private func questionFrame(_ page: QuestionPage, _ width: Int) -> ScreenFrame {
    let question = session.current.question
    let isAsking = session.stage == .asking
    var body = page.question
    var focus = 0..<1
    var target: Range<Int>?
    var cursor: (line: Int, column: Int)?
    body.append(StyledLine())
    if question.kind.isTyped {
      let label = phrases(.answerLabel) + (phrases.language == .chinese ? "：" : ": ")
      let answer = TextWrapping.styledLines(
        label + session.record.draft.typed + " ", width: width - 1)
      // Wrapping removes the spaces at a line's end.
      let spaces = (label + session.record.draft.typed).reversed().prefix { $0 == " " }.count
      body += answer
      focus = body.count - answer.count..<body.count
      if isAsking, !isCommanding {
        cursor = (body.count - 1, (answer.last?.width ?? 0) + spaces)
      }
    } else {
      for place in session.current.options.indices {
        let lines = page.option(at: place, isAsking ? .screenWithCursor : .screen)
        if place == session.record.draft.cursor, isAsking {
          target = body.count..<body.count + lines.count
        }
        body += lines
      }
    }
    if !isAsking {
      body.append(StyledLine())
      let start = body.count
      body += page.feedback
      focus = start..<body.count
    } else if let target, followsCursor || session.record.draft.cursor > 0 {
      focus = target
    }
    let keys: Phrase =
      !isAsking
      ? .keysFeedback(session.nextStep)
      : !question.kind.isTyped
        ? .keysChoice(
          several: question.kind == .several, count: session.current.options.count)
        : isCommanding ? .keysTypedCommands : .keysTyped
    var frame = ScreenFrame(
      head: head(width, status(width)), body: body, focus: focus,
      notice: notice ?? keeper.trouble.map { phrases($0) }, keys: phrases(keys), cursor: cursor)
    frame.target = target
    return frame
  }

  /// The number, the points and the time left; a narrow screen keeps the time.
  private func status(_ width: Int) -> String {
    let points = Double(session.current.question.points)
    let number = phrases(.questionOf(session.record.position + 1, session.posed.count))
    let again = session.isAskedAgain ? [phrases(.askedAgain)] : []
    let left = session.secondsLeft(Date()).map { [phrases(.timeLeft(clockText($0)))] } ?? []
    let choices = [[number, phrases(.points(points))] + again + left, [number] + again + left]
    let lines = (choices + [[number] + left]).map { $0.joined(separator: " · ") }
    return lines.first { displayWidth(of: $0) <= width } ?? left.first ?? number
  }

  private func head(_ width: Int, _ status: String) -> StyledLine {
    let room = max(0, width - displayWidth(of: status) - 1)
    return StyledLine(fitted(title, to: room) + " ", .bold) + StyledLine(status)
  }
}
