import Foundation

/// A running worker: its process group, the connection, and the pipe of what it prints.
struct WorkerProcess: Sendable {
  let pid: pid_t
  private let connection: Int32
  private let output: Int32
  /// False once the process has to be replaced.
  private(set) var isUsable = true

  /// Starts the program in a process group of its own, with no descriptor but its own and an
  /// environment that tells it nothing of the judge.
  init(program: URL) throws {
    var sockets: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Self.stream, 0, &sockets) == 0 else { throw SystemError() }
    var pipes: [Int32] = [-1, -1]
    guard pipe(&pipes) == 0 else {
      sockets.forEach { close($0) }
      throw SystemError()
    }
    for descriptor in sockets + pipes { Self.closeOnExec(descriptor) }
    defer {
      close(sockets[1])
      close(pipes[1])
    }
    do {
      pid = try Self.spawn(program, connection: sockets[1], output: pipes[1])
    } catch {
      close(sockets[0])
      close(pipes[0])
      throw error
    }
    connection = sockets[0]
    output = pipes[0]
    for descriptor in [connection, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  /// Sends the request and waits for its answer, but no longer than the limit.
  mutating func exchange(
    _ request: Request, timeLimit: Double, progress: (Value) -> Void
  ) -> Exchange {
    let nonce = UInt64.random(in: .min ... .max)
    var outgoing = Outgoing(Frame(kind: .call, nonce: nonce, payload: request.value).bytes)
    var incoming = Incoming()
    var printed = Printed()
    let deadline = ContinuousClock.now + .seconds(timeLimit)

    func failed(_ failure: CallFailure) -> Exchange {
      isUsable = false
      return Exchange(outcome: .failure(failure), printed: printed)
    }

    while true {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return failed(.timedOut(seconds: timeLimit)) }
      var polls = [
        pollfd(
          fd: connection, events: Int16(POLLIN) | (outgoing.isDone ? 0 : Int16(POLLOUT)),
          revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      ]
      // A slice, so that a process that ended while its child keeps the connection is noticed.
      let slice = min(left, .milliseconds(100))
      let ready = poll(&polls, 2, Int32(max(1, slice / .milliseconds(1))))
      if ready == 0, let end = reaped() {
        return failed(.crashed(end, words: lastWords(&printed)))
      }
      if polls[1].revents != 0 {
        drain(into: &printed)
        if printed.total > Printed.flood { return failed(.flooded(bytes: Printed.flood)) }
      }
      if polls[0].revents & Int16(POLLOUT) != 0 { outgoing.write(to: connection) }
      guard polls[0].revents & ~Int16(POLLOUT) != 0 else { continue }
      do {
        let isOpen = try incoming.read(from: connection)
        while let (header, payload) = try incoming.frame() {
          guard header.nonce == nonce, header.kind != .call else {
            throw CallFailure.malformed("an answer to another question came")
          }
          let value = try Value(bytes: payload)
          if header.kind == .progress {
            progress(value)
            continue
          }
          drain(into: &printed)
          guard incoming.isEmpty else {
            throw CallFailure.malformed("more than one answer came")
          }
          return Exchange(
            outcome: Exchange.outcome(of: header.kind, value), printed: printed)
        }
        if !isOpen {
          let end = reaped(within: .milliseconds(300)) ?? .hungUp
          return failed(.crashed(end, words: lastWords(&printed)))
        }
      } catch let failure as CallFailure {
        return failed(failure)
      } catch {
        return failed(.malformed("\(error)"))
      }
    }
  }

  /// Whether nothing has come since the last answer; what was printed in between is thrown away.
  mutating func isQuiet() -> Bool {
    var rest = Printed()
    drain(into: &rest)
    var byte: UInt8 = 0
    return recv(connection, &byte, 1, Int32(MSG_PEEK)) < 0 && errno == EAGAIN
  }

  /// Kills the process and everything in its group, waits for it, and closes what led to it.
  mutating func end() {
    isUsable = false
    kill(-pid, SIGKILL)
    kill(pid, SIGKILL)
    if !isReaped {
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
      isReaped = true
    }
    close(connection)
    close(output)
  }

  private var isReaped = false

  /// How the process ended, if it has.
  private mutating func reaped(within patience: Duration = .zero) -> ProcessEnd? {
    let deadline = ContinuousClock.now + patience
    while true {
      var status: Int32 = 0
      if waitpid(pid, &status, WNOHANG) == pid {
        isReaped = true
        return ProcessEnd(waitStatus: status)
      }
      guard ContinuousClock.now < deadline else { return nil }
      usleep(500)
    }
  }

  private func drain(into printed: inout Printed) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while printed.total <= Printed.flood {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return }
      printed.append(Data(buffer[..<count]))
    }
  }

  /// The line that says why it crashed: the runtime's, or the last one printed.
  private func lastWords(_ printed: inout Printed) -> String {
    drain(into: &printed)
    let lines = printed.text(.english).split(separator: "\n")
    let line = lines.last { $0.contains("Fatal error:") }
    return line.map { String($0.drop(while: { $0 == " " })) } ?? ""
  }
}

/// What the system said of a call that failed.
struct SystemError: Error, CustomStringConvertible {
  let code = errno
  var description: String { String(cString: strerror(code)) }
}
