@preconcurrency import Foundation
import Tensors
import Text

/// The worker's side of the connection: answers calls until the judge hangs up.
public struct WorkerServer: Sendable {
  /// The descriptor on which a judge leaves the connection.
  public static let descriptor: Int32 = 3
  /// The exit code of a worker whose connection was lost (EX_PROTOCOL).
  static let connectionLost: Int32 = 76

  private let table: FunctionTable
  private let connection: Int32

  /// Serves the functions over the connection left by the judge, and never returns.
  ///
  /// When run by hand, without a judge, it prints what the program is for and ends with code 64.
  public static func run(_ table: FunctionTable) -> Never {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
      let sentence = Phrase(
        "This program answers the course's judge. Type: swift run course",
        zh: "这个程序只回答课程的评分程序。请输入：swift run course")(.current)
      FileHandle.standardError.write(Data("\(sentence)\n".utf8))
      exit(64)
    }
    // Descriptors 0, 1 and 2 belong to the learner's code; the connection moves out of their way.
    let connection = fcntl(descriptor, F_DUPFD_CLOEXEC, 200)
    close(descriptor)
    setvbuf(stdout, nil, _IOLBF, 1 << 16)
    Limits.standard.impose()
    Tensor.keepFreedMemory(256 << 20)
    watch(connection)
    StopRequest.listen()
    ThrowSite.watch()
    let server = WorkerServer(table: table, connection: connection)
    let host = Host.local(table) { server.send(.progress, $0, nonce: server.nonce.value) }
    Host.$current.withValue(host) { server.serve() }
  }

  private init(table: FunctionTable, connection: Int32) {
    self.table = table
    self.connection = connection
  }

  /// The nonce of the call that is being answered, which progress reports carry.
  private let nonce = Nonce()

  private func serve() -> Never {
    while let header = read(Frame.headerSize).flatMap({ try? FrameHeader($0) }),
      let payload = read(header.length),
      let request = try? Request(Value(bytes: payload))
    {
      nonce.value = header.nonce
      let (kind, value) = table.answer(request)
      fflush(nil)
      send(kind, value, nonce: header.nonce)
    }
    _exit(0)
  }

  private func read(_ count: Int) -> Data? {
    var data = Data(count: count)
    var filled = 0
    while filled < count {
      let got = data.withUnsafeMutableBytes {
        Foundation.read(connection, $0.baseAddress.map { $0 + filled }, count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      filled += got
    }
    return data
  }

  private func send(_ kind: Frame.Kind, _ value: Value, nonce: UInt64) {
    let data = Frame(kind: kind, nonce: nonce, payload: value).bytes
    var sent = 0
    while sent < data.count {
      let count = data.withUnsafeBytes {
        write(connection, $0.baseAddress.map { $0 + sent }, data.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { _exit(errno == EBADF ? Self.connectionLost : 0) }
      sent += count
    }
  }

  /// Ends this process when the judge is gone, even in the middle of an endless loop.
  private static func watch(_ connection: Int32) {
    Thread.detachNewThread {
      var poll = pollfd(fd: connection, events: 0, revents: 0)
      while true {
        let count = Foundation.poll(&poll, 1, -1)
        if count < 0, errno == EINTR { continue }
        if poll.revents & Int16(POLLNVAL) != 0 { return }
        _exit(0)
      }
    }
  }
}

/// A number written and read by one thread; a class, so that a closure can hold it.
private final class Nonce: @unchecked Sendable {
  // Only the thread that serves calls accesses it: that thread sets the number, and calls report
  // progress on the same thread.
  var value: UInt64 = 0
}
