import Commands
import Coursework
import Demos
import Foundation
import Syllabus
import Terminals
import Text

/// The logic of a watch, independent of its display: looks at files, checks exercises, handles
/// keys.
struct Watching {
  var session: WatchSession
  private var watcher: SourceWatcher
  private let checker: Checker

  init(
    _ weeks: [Week], beginning exercise: (any AnyExercise)?, suites: ExerciseCheck.Suites,
    in package: URL, _ language: Language
  ) {
    session = WatchSession(weeks, beginning: exercise, in: package, language)
    watcher = SourceWatcher(weeks, in: package)
    checker = Checker(suites)
  }

  /// Looks for saved files and runs checks.
  ///
  /// - Returns: whether there is anything new to show.
  mutating func step() -> Bool {
    var isNew = false
    for change in watcher.look() {
      check(session.exercises(after: change))
      isNew = true
    }
    if let outcome = checker.takeOutcome() {
      session.take(outcome)
      isNew = true
    }
    return isNew
  }

  mutating func check(_ exercises: [any AnyExercise]) {
    session.begin(checking: exercises)
    checker.check(exercises)
  }

  /// The action that a key requests.
  enum Request: Equatable {
    /// An action that is already done.
    case done
    case demo, quit
    /// An unknown key.
    case unknown
  }

  mutating func press(_ character: Character) -> Request {
    switch halfWidth(String(character)).lowercased() {
    case "h":
      do { try session.showHint() } catch { session.show([Phrase(of: error)(.current)]) }
    case "n":
      if session.advance() {
        check([session.exercise])
      } else {
        session.show([Phrase("Everything passes.", zh: "全部通过。")(.current)])
      }
    case "a": check(session.week.exercises)
    case "l": session.showList()
    case "d": return .demo
    case "q": return .quit
    default: return .unknown
    }
    return .done
  }

  /// Checks the current exercise again.
  mutating func checkAgain() { check([session.exercise]) }

  /// Trains the demo of the week on the whole terminal.
  func showDemo() {
    checker.stop()
    do {
      _ = try DemoCommand.train(DemoCommand.demo(of: session.week), of: session.week)
    } catch {
      Console.complain(Program.sentence(of: error, .current))
    }
  }

  /// Ends the running check.
  func end() { checker.stop() }

  static let keys = Phrase(
    "h hint  n next  a all  l list  d demo  q quit", zh: "h 提示  n 下一个  a 全部  l 列表  d 演示  q 退出")
}
