import Commands
import Foundation
import Terminals
import Text

/// A watch without cursor control: pages are printed one after another, and a letter followed by
/// Enter acts as a key.
struct WatchLines {
  private var watching: Watching
  private let language: Language
  private var input = LineInput()

  init(_ watching: Watching, _ language: Language) {
    self.watching = watching
    self.language = language
  }

  mutating func run() -> ExitCode {
    defer { watching.end() }
    Console.say(
      Watching.keys(language)
        + Phrase("  (then Enter; Ctrl-C ends)", zh: "（再按回车；Ctrl-C 结束）")(language))
    watching.checkAgain()
    var announced: String?
    while true {
      if watching.step(), watching.session.notice == nil { showPage() }
      if let notice = watching.session.notice, notice != announced { Console.say(notice) }
      announced = watching.session.notice
      switch input.next(milliseconds: 50) {
      case .nothing: break
      case .end: return .success
      case .line(let line):
        guard let character = line.first(where: { $0 != " " }) else {
          watching.checkAgain()
          continue
        }
        switch watching.press(character) {
        case .quit: return .success
        case .demo: watching.showDemo()
        case .unknown: Console.say(Watching.keys(language))
        case .done: if watching.session.notice == nil { showPage() }
        }
      }
    }
  }

  private func showPage() {
    let session = watching.session
    let lines = session.lines.map(Console.text)
    Console.say((["", "\(session.title)  \(session.score)"] + lines).joined(separator: "\n"))
  }
}

/// Reads lines of standard input without blocking.
private struct LineInput {
  enum Event {
    case nothing
    case line(String)
    /// The user has closed the terminal's input.
    case end
  }

  private var bytes: [UInt8] = []
  private var isOpen = true

  mutating func next(milliseconds: Int32) -> Event {
    if let line = take() { return .line(line) }
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard isOpen else {
      usleep(UInt32(milliseconds) * 1000)
      return .nothing
    }
    guard poll(&descriptor, 1, milliseconds) > 0 else { return .nothing }
    var piece = [UInt8](repeating: 0, count: 256)
    let count = read(STDIN_FILENO, &piece, piece.count)
    if count > 0 {
      bytes += piece[..<count]
    } else if count == 0 || errno != EINTR {
      // Nobody can type, but the files are still watched.
      isOpen = false
      if isatty(STDIN_FILENO) == 1 { return .end }
    }
    return take().map { .line($0) } ?? .nothing
  }

  private mutating func take() -> String? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { bytes.removeSubrange(...end) }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
