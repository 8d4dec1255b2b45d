import Commands
import Foundation
import Terminals
import Text

/// A full-screen watch on a terminal.
struct WatchScreen {
  private var watching: Watching
  private let language: Language
  /// The first line shown after scrolling; nil at the top.
  private var scroll: Int?

  init(_ watching: Watching, _ language: Language) {
    self.watching = watching
    self.language = language
  }

  /// The time to wait for a key between two looks at the files, in milliseconds.
  private static let period: Int32 = 50

  /// - Returns: nil when the terminal cannot be used.
  mutating func run() -> ExitCode? {
    guard var terminal = Terminal(colours: Console.hasColour) else { return nil }
    // The terminal may be a different object by then, but any of them restores the same state.
    defer {
      terminal.leave()
      watching.end()
    }
    watching.checkAgain()
    var size = Terminal.size
    while true {
      if watching.step() { scroll = nil }
      if size != Terminal.size {
        size = Terminal.size
        terminal.invalidate()
      }
      let laid = draw(on: &terminal, size)
      guard case .key(let key) = terminal.event(milliseconds: Self.period) else { continue }
      if let target = laid.scroll(after: key) {
        scroll = target
        continue
      }
      scroll = nil
      switch key {
      case .interrupt: return .interrupted
      case .endOfInput: return .success
      case .enter: watching.checkAgain()
      case .character(let character):
        switch watching.press(character) {
        case .quit: return .success
        case .demo:
          terminal.leave()
          watching.showDemo()
          print(Phrase("Enter: back to your code", zh: "按回车返回")(language))
          _ = readLine()
          guard let again = Terminal(colours: Console.hasColour) else { return .success }
          terminal = again
          watching.checkAgain()
        case .done, .unknown: break
        }
      default: break
      }
    }
  }

  private func draw(on terminal: inout Terminal, _ size: Terminal.Size) -> ScreenFrame.Laid {
    guard size.columns >= 24, size.rows >= 8 else {
      let lines = TextWrapping.styledLines(
        Phrase("The window is too small: enlarge it.", zh: "窗口太小，请放大。")(language),
        width: size.columns)
      terminal.draw(lines, cursor: nil, size: size)
      return ScreenFrame.Laid(lines: lines, offset: 0, bodyRows: 1)
    }
    let session = watching.session
    let room = max(0, size.columns - displayWidth(of: session.score) - 1)
    let frame = ScreenFrame(
      head: StyledLine(fitted(session.title, to: room) + " ", .bold) + StyledLine(session.score),
      body: session.lines.flatMap { $0.hanging(width: size.columns) }, notice: session.notice,
      keys: Watching.keys(language))
    let laid = frame.lines(
      size, scroll: scroll, scrolling: Phrase("PgUp/PgDn scroll", zh: "PgUp/PgDn 翻页")(language))
    terminal.draw(laid.lines, cursor: laid.cursor, size: size)
    return laid
  }
}
