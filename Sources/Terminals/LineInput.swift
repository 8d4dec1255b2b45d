import Foundation

/// Lines from a descriptor, waited for no longer than wanted.
package final class LineInput {
  package enum Event: Equatable, Sendable {
    case line(String)
    /// Several lines came at once at a terminal, as nobody types them: they were pasted.
    case pasted
    /// The time to wait is over.
    case nothing
    case endOfInput
    /// The process was stopped and goes on, so that what it waits for is to be said again.
    case continued
  }

  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  private let isTerminal: Bool

  /// How long the next line of a paste may take, in milliseconds.
  private static let pause: Int32 = 20

  /// - Parameter descriptor: the descriptor, by default that of standard input.
  package init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    if isTerminal { TerminalState.noticeContinuing() }
  }

  /// Waits for the next line; a last line may lack its end.
  ///
  /// - Parameter milliseconds: how long to wait for it; negative for ever.
  /// - Returns: the line without its end, or why there is none.
  package func next(milliseconds: Int32) -> Event {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        bytes.removeSubrange(...end)
        return isTerminal && dropsMore() ? .pasted : .line(line)
      }
      if isAtEnd {
        guard !bytes.isEmpty else { return .endOfInput }
        defer { bytes = [] }
        return .line(String(decoding: bytes, as: UTF8.self))
      }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&waiting, 1, milliseconds)
      if count < 0, errno == EINTR {
        if TerminalState.signal() == .continued { return .continued }
        continue
      }
      guard count != 0 else { return .nothing }
      readBytes()
    }
  }

  /// Drops the lines that came together with the one just read, and whatever was begun behind them.
  ///
  /// - Returns: whether there were any; the rest of a line alone stays, for it is being typed.
  private func dropsMore() -> Bool {
    var isPasted = false
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard !isAtEnd, bytes.count < 1_000_000, poll(&waiting, 1, Self.pause) > 0 else { break }
      readBytes()
    }
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      isPasted = true
      bytes.removeSubrange(...end)
    }
    if isPasted { bytes = [] }
    return isPasted
  }

  private func readBytes() {
    var more = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &more, more.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    isAtEnd = count <= 0
    bytes += more.prefix(max(0, count))
  }
}
