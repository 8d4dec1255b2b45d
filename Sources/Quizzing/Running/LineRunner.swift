import Banks
import Foundation
import Terminals
import Text

/// Asks a quiz line by line, for pipes, screen readers and terminals without cursor control.
struct LineRunner {
  var session: QuizSession
  var keeper: SessionKeeper
  var phrases: Phrases
  var title: String
  /// The introduction of the quiz; empty when it is resumed.
  var introduction = ""
  var width = 80
  /// Reads the next line of input, waiting for this many milliseconds, or forever if negative.
  var read: (_ milliseconds: Int32) -> LineInput.Event = LineInput().next
  var write: (String) -> Void = writeOut
  var now: () -> Date = { Date() }

  /// What happened to the results, once the session is finished.
  private(set) var outcome: SummaryPage.Outcome?
  private var warnings = TimeWarnings(secondsLeft: nil)

  init(session: QuizSession, keeper: SessionKeeper, phrases: Phrases, title: String) {
    self.session = session
    self.keeper = keeper
    self.phrases = phrases
    self.title = title
  }

  mutating func run() -> RunEnding {
    warnings = TimeWarnings(secondsLeft: session.secondsLeft(now()))
    say(title)
    if !introduction.isEmpty {
      say("")
      show(RichText.lines(introduction, .init(width: width, marksCode: true)))
    }
    while session.stage != .finished {
      if session.secondsLeft(now()) == 0 {
        session.finish(now: now())
        break
      }
      let goesOn: Bool
      switch session.stage {
      case .asking: goesOn = ask()
      case .feedback: goesOn = explain()
      case .handingIn: goesOn = handIn()
      case .finished: goesOn = true
      }
      guard goesOn else {
        session.keepTime(now())
        keeper.save(session, now: now())
        say("")
        return .left
      }
    }
    let outcome = keeper.finish(session, now: now())
    self.outcome = outcome
    say("")
    show(SummaryPage(session: session, phrases: phrases, width: width, outcome: outcome).lines)
    return .finished
  }

  // MARK: The stages; each returns false to leave

  private mutating func ask() -> Bool {
    let posed = session.current
    let count = session.posed.count
    var head =
      "\n" + phrases(.questionOf(session.record.position + 1, count)) + " · "
      + phrases(.points(Double(posed.question.points)))
    if session.isAskedAgain { head += " · " + phrases(.askedAgain) }
    if let left = session.secondsLeft(now()) { head += " · " + phrases(.timeLeft(clockText(left))) }
    say(head + "\n")
    show(page.question)
    if !posed.question.kind.isTyped {
      say("")
      for place in posed.options.indices { show(page.option(at: place, .lineByLine)) }
    }
    say("")
    while true {
      let prompt: Phrase =
        posed.question.kind.isTyped
        ? .lineTypedPrompt : .lineChoicePrompt(several: posed.question.kind == .several)
      guard let line = prompted(prompt) else { return isTimeUp }
      if isTimeUp { return true }
      // A typed answer may be a single letter, so commands need a colon there.
      switch posed.question.kind.isTyped ? line : command(line) {
      case ":q": return false
      case ":b":
        if moved({ $0.goBack(now: $1) }) { return true }
        say(phrases(.alreadyFirst))
      case ":n":
        return moved { session, now in
          session.advance(now: now)
          return true
        }
      case "?", "？":
        session.showHint()
        say(phrases(posed.hint.map { .hint(RichText.plain($0)) } ?? .noHint))
      default:
        guard draft(line) else { continue }
        if session.submit(now: now()) {
          keeper.saveAnswer(session, now: now())
          return true
        }
        say(phrases(posed.question.kind.isTyped ? .nothingTyped : .nothingChosen))
      }
    }
  }

  /// Sets the session's draft from a line, or explains why it cannot.
  private mutating func draft(_ line: String) -> Bool {
    let question = session.current.question
    guard question.kind.isTyped else {
      if line.isEmpty { return true }
      switch Self.places(line, count: session.current.options.count) {
      case .success(let places) where question.kind == .several || places.count == 1:
        session.setChosen(places: places)
        return true
      case .success: say(phrases(.unknownOption(printable(line))))
      case .failure(let unknown): say(phrases(.unknownOption(printable(unknown.word))))
      }
      return false
    }
    if !line.isEmpty, let complaint = session.current.complaint(aboutTyped: line) {
      say(phrases(complaint))
      return false
    }
    session.setTyped(line)
    return true
  }

  struct UnknownOption: Error { var word: String }

  /// Parses the shown places, from 0, in a line such as `1 3`, `1,3`, `a c` or `AC`.
  static func places(_ line: String, count: Int) -> Result<[Int], UnknownOption> {
    let line = halfWidth(line)
    var words = line.split { " ,;、\t".contains($0) }.map(String.init)
    if words.count == 1, count <= 9 { words = words[0].map(String.init) }
    var places: [Int] = []
    for word in words {
      let place: Int?
      if let number = Int(word) {
        place = number - 1
      } else if word.utf8.count == 1, let letter = word.lowercased().utf8.first {
        place = Int(letter) - Int(UInt8(ascii: "a"))
      } else {
        place = nil
      }
      guard let place, (0..<count).contains(place) else {
        return .failure(UnknownOption(word: word))
      }
      if !places.contains(place) { places.append(place) }
    }
    return .success(places)
  }

  private mutating func explain() -> Bool {
    say("")
    show(page.feedback)
    say("")
    guard let line = prompted(.lineFeedbackPrompt(session.nextStep)) else { return isTimeUp }
    switch command(line) {
    case ":q": return false
    case ":b": if !moved({ $0.goBack(now: $1) }) { say(phrases(.alreadyFirst)) }
    default: session.advance(now: now())
    }
    return true
  }

  private mutating func handIn() -> Bool {
    say("")
    show(page.handIn)
    guard let line = prompted(.lineHandInPrompt) else { return isTimeUp }
    switch command(line) {
    case ":q": return false
    case ":b": _ = session.goBack(now: now())
    default: session.advance(now: now())
    }
    return true
  }

  // MARK: Input and output

  private var page: QuestionPage {
    QuestionPage(
      session: session, phrases: phrases, layout: .init(width: width, marksCode: true))
  }

  private var isTimeUp: Bool { session.secondsLeft(now()) == 0 }

  /// Returns the line that answers a prompt; nil at the end of the input or of the time.
  private mutating func prompted(_ phrase: Phrase) -> String? {
    write(phrases(phrase))
    while true {
      let left = session.secondsLeft(now())
      let wait = left.map { warnings.wait(secondsLeft: $0) }
      // Slightly more than the time itself, since a clock in whole milliseconds may fire early.
      switch read(wait.map { Int32(min(1e9, $0 * 1000 + 10)) } ?? -1) {
      case .line(let line): return line.trimmingCharacters(in: .whitespacesAndNewlines)
      case .pasted:
        say(phrases(.severalLines))
        write(phrases(phrase))
      case .endOfInput:
        write("\n")
        return nil
      case .continued:
        write("\n" + phrases(phrase))
      case .nothing:
        guard let left = session.secondsLeft(now()) else { continue }
        if left == 0 {
          write("\n")
          return nil
        }
        guard let minutes = warnings.due(secondsLeft: left) else { continue }
        say("\n" + phrases(.minutesLeft(minutes)))
        write(phrases(phrase))
      }
    }
  }

  /// Moves between questions, and saves the new position.
  private mutating func moved(_ move: (inout QuizSession, Date) -> Bool) -> Bool {
    guard move(&session, now()) else { return false }
    if session.stage != .finished { keeper.save(session, now: now()) }
    return true
  }

  /// Adds the colon that commands may omit where nothing is typed.
  private func command(_ line: String) -> String {
    ["b", "n", "q"].contains(line) ? ":" + line : line
  }

  private func say(_ text: String) { write(text + "\n") }

  private func show(_ lines: [StyledLine]) { say(lines.map(\.text).joined(separator: "\n")) }
}
