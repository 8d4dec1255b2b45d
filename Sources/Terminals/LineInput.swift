import Foundation

/// Reads lines from a descriptor with a time limit.
package final class LineInput {
  package enum Event: Equatable, Sendable {
    case line(String)
    /// Several lines arrived at once on a terminal, which means that they were pasted.
    case pasted
    /// The time limit has passed.
    case nothing
    case endOfInput
    /// The process was stopped and has resumed, so that the prompt should be printed again.
    case continued
  }

  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  private let isTerminal: Bool

  /// The longest pause between two lines of a paste, in milliseconds.
  private static let pause: Int32 = 20

  /// Reads from a descriptor.
  ///
  /// - Parameter descriptor: the descriptor, by default that of standard input.
  package init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    if isTerminal { TerminalState.noticeContinuing() }
  }

  /// Waits for the next line; the last line may lack a line break.
  ///
  /// - Parameter milliseconds: the time limit; a negative value means none.
  /// - Returns: the line without its line break, or the reason why there is none.
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
