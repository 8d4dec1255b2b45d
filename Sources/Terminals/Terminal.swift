import Foundation

/// A terminal used as a screen: its size, its keys, and the frames drawn on it.
package struct Terminal {
  package struct Size: Equatable, Sendable {
    package let columns: Int
    package let rows: Int

    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  private let input: Int32 = STDIN_FILENO
  private let output: Int32 = STDOUT_FILENO
  private let colours: Bool
  private var decoder = KeyDecoder()
  private var drawn: String?

  /// Whether a screen can be shown: input and output are a terminal that can move its cursor.
  package static func isUsable(variables: [String: String]) -> Bool {
    let type = variables["TERM"] ?? ""
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !type.isEmpty
      && type != "dumb"
  }

  /// Takes over the terminal; nil if that fails.
  ///
  /// - Parameters:
  ///   - colours: false if `NO_COLOR` is set.
  ///   - savesBeforeEnding: whether a signal that ends the process is first delivered as an event.
  package init?(colours: Bool, savesBeforeEnding: Bool = false) {
    self.colours = colours
    guard TerminalState.enterRawMode(input: input, savesBeforeEnding: savesBeforeEnding) else {
      return nil
    }
  }

  /// Ends the process by a signal that was delivered as an event.
  package static func die(by signal: Int32) { TerminalState.die(by: signal) }

  /// Restores the terminal's previous state.
  package func leave() { TerminalState.leaveRawMode() }

  /// The size of the window, or 80 × 24 if it is unknown.
  package static var size: Size {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return Size(columns: 80, rows: 24) }
    return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  // MARK: Keys

  package enum Event: Equatable {
    case key(Key)
    case nothing
    /// The process should save its state and end by this signal.
    case ending(signal: Int32)
  }

  /// Waits for a key up to a time limit; a change of the window's size ends the wait.
  ///
  /// Ctrl-Z stops the process as usual; after it resumes, the next frame is redrawn completely.
  package mutating func event(milliseconds: Int32) -> Event {
    let event = signalled() ?? keyEvent(milliseconds: milliseconds)
    if event == .nothing { return signalled() ?? event }
    guard event == .key(.suspend) else { return event }
    TerminalState.stop(input: input)
    invalidate()
    return .nothing
  }

  private mutating func signalled() -> Event? {
    switch TerminalState.signal() {
    case .ending(let number)?: return .ending(signal: number)
    case .stop?: TerminalState.stop(input: input)
    case .continued?: TerminalState.takeAgain(input: input)
    case nil: return nil
    }
    invalidate()
    return .nothing
  }

  private mutating func keyEvent(milliseconds: Int32) -> Event {
    if let key = decoder.next(isComplete: false) { return .key(key) }
    var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return .nothing }
    guard readBytes() else { return .key(.endOfInput) }
    if let key = decoder.next(isComplete: false) { return .key(key) }
    // The rest of a sequence arrives within milliseconds; nothing follows a lone Escape.
    descriptor.revents = 0
    if poll(&descriptor, 1, 50) > 0, !readBytes() { return .key(.endOfInput) }
    return decoder.next(isComplete: true).map { .key($0) } ?? .nothing
  }

  private mutating func readBytes() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(input, &bytes, bytes.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    decoder.add(bytes.prefix(count))
    return count > 0
  }

  // MARK: Drawing

  /// Draws a frame, with the text cursor at `cursor` (counted from 0) or hidden.
  package mutating func draw(
    _ lines: [StyledLine], cursor: (row: Int, column: Int)?, size: Size
  ) {
    var frame = "\u{1B}[?25l\u{1B}[H"
    for (row, line) in lines.prefix(size.rows).enumerated() {
      if row > 0 { frame += "\r\n" }
      frame += line.escaped(colours: colours) + "\u{1B}[K"
    }
    frame += "\u{1B}[J"
    if let cursor {
      frame += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    }
    guard frame != drawn else { return }
    drawn = frame
    send(frame)
  }

  /// Forgets the screen's contents, so that the next frame is redrawn completely.
  package mutating func invalidate() { drawn = nil }

  private func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
