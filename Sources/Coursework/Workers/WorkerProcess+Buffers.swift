import Foundation

/// An outgoing frame, sent in as many pieces as the connection takes.
struct Outgoing {
  private let data: Data
  private var sent = 0

  init(_ data: Data) {
    self.data = data
  }

  var isDone: Bool { sent == data.count }

  mutating func write(to descriptor: Int32) {
    while !isDone {
      let count = data.withUnsafeBytes {
        send(descriptor, $0.baseAddress.map { $0 + sent }, data.count - sent, Self.quietly)
      }
      guard count > 0 else {
        // A closed connection is noticed when it is read.
        if count < 0, errno == EPIPE || errno == ECONNRESET { sent = data.count }
        return
      }
      sent += count
    }
  }

  #if os(Linux)
    private static let quietly = Int32(MSG_NOSIGNAL)
  #else
    private static let quietly: Int32 = 0
  #endif
}

/// The buffer of incoming frames.
struct Incoming {
  /// The call whose answer is awaited; a frame for another call is rejected at its header.
  let nonce: UInt64
  private var header = Data()
  private var known: FrameHeader?
  private var payload = Data()
  private var filled = 0

  init(nonce: UInt64) {
    self.nonce = nonce
  }

  /// Reads the bytes that are available.
  ///
  /// - Returns: false when the other side has closed the connection.
  mutating func read(from descriptor: Int32) throws -> Bool {
    while true {
      let count: Int
      if let known {
        guard filled < known.length else { return true }
        count = payload.withUnsafeMutableBytes {
          recv(descriptor, $0.baseAddress.map { $0 + filled }, known.length - filled, 0)
        }
        if count > 0 { filled += count }
      } else {
        var piece = [UInt8](repeating: 0, count: Frame.headerSize - header.count)
        count = recv(descriptor, &piece, piece.count, 0)
        if count > 0 { header.append(contentsOf: piece[..<count]) }
        if header.count == Frame.headerSize {
          let parsed = try FrameHeader(header)
          guard parsed.nonce == nonce, parsed.kind != .call else {
            throw CallFailure.malformed(.otherCall)
          }
          header = Data()
          known = parsed
          payload = Data(count: parsed.length)
          filled = 0
        }
      }
      if count == 0 { return false }
      if count < 0 { return errno == EAGAIN || errno == EINTR }
    }
  }

  /// Returns the next complete frame, if there is one.
  mutating func frame() throws -> (FrameHeader, Data)? {
    guard let header = known, filled == header.length else { return nil }
    defer {
      known = nil
      payload = Data()
    }
    return (header, payload)
  }
}
