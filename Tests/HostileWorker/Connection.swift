import Coursework
import Foundation

/// The connection to the judge, as hostile code finds and misuses it.
enum Connection {
  /// The first socket after the three standard descriptors.
  static var descriptor: Int32 {
    (3..<Int32(1024)).first { isSocket($0) } ?? -1
  }

  /// The number of open descriptors besides the standard three and the connection.
  static var foreignDescriptors: Int {
    (3..<Int32(1024)).count { fcntl($0, F_GETFD) >= 0 } - 1
  }

  static func send(_ bytes: [UInt8]) {
    write(descriptor, bytes, bytes.count)
  }

  /// A frame that returns a number.
  static func answer(_ number: Double, nonce: UInt64) -> [UInt8] {
    words(9, nonce, 2) + [4] + words(number.bitPattern)
  }

  /// The nonce of the running call, read by putting a pipe in place of the connection while
  /// progress is reported.
  static func stolenNonce() throws -> UInt64 {
    let place = descriptor
    let saved = dup(place)
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    dup2(ends[1], place)
    try Host.report(0.0)
    var header = [UInt8](repeating: 0, count: 24)
    read(ends[0], &header, 24)
    dup2(saved, place)
    for end in ends + [saved] { close(end) }
    return header[8..<16].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func words(_ words: UInt64...) -> [UInt8] {
    words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  private static func isSocket(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
  }
}
