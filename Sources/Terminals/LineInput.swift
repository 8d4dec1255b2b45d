import Foundation

/// Lines from a descriptor, waited for no longer than wanted.
package final class LineInput {
  package enum Event: Equatable, Sendable {
    case line(String)
    /// The time to wait is over.
    case nothing
    case endOfInput
    /// The process was stopped and goes on, so that what it waits for is to be said again.
    case continued
  }

  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  /// - Parameter descriptor: the descriptor, by default that of standard input.
  package init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
    if isatty(descriptor) == 1 { TerminalState.noticeContinuing() }
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
        return .line(line)
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

  private func readBytes() {
    var more = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &more, more.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    isAtEnd = count <= 0
    bytes += more.prefix(max(0, count))
  }
}
