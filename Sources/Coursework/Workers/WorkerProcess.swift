import Foundation
import Text

/// A running worker: its process group, its connection, and its output.
struct WorkerProcess: Sendable {
  let pid: pid_t
  private let launch: WorkerLaunch
  /// The folders in which a crash's line is reported.
  private let folders: [String]
  private let connection: Int32
  private let output: Int32
  /// Whether the process can serve further calls rather than having to be replaced.
  private(set) var isUsable = true
  /// Whether the worker itself is running, not just the programs that set up its sandbox.
  private var isStarted: Bool

  /// Starts the program in its own process group, with no descriptors but its own and an
  /// environment that reveals nothing about the judge.
  init(launch: WorkerLaunch, folders: [String] = CrashSite.folders) throws {
    let started = try Self.start(launch.command)
    pid = started.pid
    connection = started.connection
    output = started.output
    self.launch = launch
    self.folders = folders
    isStarted = !launch.isSandboxed
    for descriptor in [connection, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  /// Sends the request and waits for its answer, at most until the limit.
  mutating func exchange(
    _ request: Request, timeLimit: Double, progress: (Value) -> Void
  ) -> Exchange {
    let nonce = UInt64.random(in: .min ... .max)
    var outgoing = Outgoing(Frame(kind: .call, nonce: nonce, payload: request.value).bytes)
    var incoming = Incoming(nonce: nonce)
    var printed = CapturedOutput()
    let deadline = ContinuousClock.now + .seconds(timeLimit)
    var lastLook = ContinuousClock.now
    // Nearly every request fits at once, and then there is one wait instead of two.
    outgoing.write(to: connection)

    func failed(_ failure: CallFailure) -> Exchange {
      isUsable = false
      return Exchange(outcome: .failure(failure), printed: printed)
    }

    while true {
      let left = deadline - ContinuousClock.now
      guard left > .zero else {
        return failed(isStarted ? .timedOut(seconds: timeLimit) : notStarted(&printed))
      }
      var polls = [
        pollfd(
          fd: connection, events: Int16(POLLIN) | (outgoing.isDone ? 0 : Int16(POLLOUT)),
          revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      ]
      let slice = min(left, .milliseconds(100))
      _ = poll(&polls, 2, Int32(max(1, slice / .milliseconds(1))))
      let answers = polls[0].revents & ~Int16(POLLOUT) != 0
      // A process may have ended while a child of it keeps the connection open and goes on
      // printing.
      if !answers, ContinuousClock.now > lastLook + .milliseconds(50) {
        lastLook = .now
        if let end = ended() { return failed(crash(end, &printed)) }
      }
      if polls[1].revents != 0 {
        drain(into: &printed)
        if printed.total > CapturedOutput.flood {
          return failed(.flooded(bytes: CapturedOutput.flood))
        }
      }
      if polls[0].revents & Int16(POLLOUT) != 0 { outgoing.write(to: connection) }
      guard answers else { continue }
      if !isStarted, announces() { continue }
      do {
        let isOpen = try incoming.read(from: connection)
        while let (header, payload) = try incoming.frame() {
          let value = try Value(bytes: payload)
          if header.kind == .progress {
            progress(value)
            continue
          }
          drain(into: &printed)
          return Exchange(
            outcome: Exchange.outcome(of: header.kind, value) { site($0) }, printed: printed)
        }
        if !isOpen {
          // A process that closes its connection and keeps running is as stuck as one that does
          // not.
          guard let end = ended(within: deadline - .now) else {
            return failed(.timedOut(seconds: timeLimit))
          }
          return failed(crash(end, &printed))
        }
      } catch let failure as CallFailure {
        return failed(failure)
      } catch {
        return failed(.malformed(Malformation(error)))
      }
    }
  }

  /// The place of the calls that led to an error; nil without calls.
  private func site(_ offsets: [Int]) -> CodeSite? {
    offsets.isEmpty
      ? nil
      : CodeSite(launch: launch, folders: folders, offsets: offsets)
  }

  /// Consumes the byte that signals that the sandbox is up, if it has arrived.
  private mutating func announces() -> Bool {
    var byte: UInt8 = 0
    if read(connection, &byte, 1) == 1 { isStarted = true }
    return isStarted
  }

  /// Returns the failure of a start in which the worker was never reached, with what was printed.
  private func notStarted(_ printed: inout CapturedOutput) -> CallFailure {
    drain(into: &printed)
    let said = printed.text(.english).trimmingCharacters(in: .whitespacesAndNewlines)
    return .noWorker(
      said.isEmpty ? "it ended, or its time did, before it had begun" : said.clipped(to: 300))
  }

  /// Whether nothing was sent or printed since the last answer; a thread that is still running
  /// would interfere with the next call.
  mutating func isQuiet() -> Bool {
    var rest = CapturedOutput()
    drain(into: &rest)
    var byte: UInt8 = 0
    return rest.isEmpty && recv(connection, &byte, 1, Int32(MSG_PEEK)) < 0 && errno == EAGAIN
  }

  /// Kills the process and everything in its group, waits for it, and closes its descriptors.
  mutating func end() {
    isUsable = false
    if !isReaped { _ = reap() }
    close(connection)
    close(output)
  }

  private var isReaped = false

  /// The worker's own process, once it is known.
  private var worker: pid_t?

  /// The peak memory of the worker in bytes, where the system reports it.
  mutating func peakMemory() -> Int? {
    let worker = worker ?? ProcessMemory.last(below: pid)
    if isStarted { self.worker = worker }
    return ProcessMemory.peak(of: worker)
  }

  /// How the process ended, if it has.
  private mutating func ended(within patience: Duration = .zero) -> ProcessEnd? {
    let deadline = ContinuousClock.now + patience
    while true {
      // The status is only peeked at: until the group is killed, its id must not be reused.
      var state = siginfo_t()
      let options = WEXITED | WNOHANG | WNOWAIT
      if waitid(P_PID, id_t(pid), &state, Int32(options)) == 0, state.si_signo != 0 {
        return ProcessEnd(waitStatus: reap(), isSandboxed: launch.isSandboxed)
      }
      guard ContinuousClock.now < deadline else { return nil }
      usleep(500)
    }
  }

  /// Kills the whole group and waits for the process to end.
  private mutating func reap() -> Int32 {
    kill(-pid, SIGKILL)
    kill(pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    isReaped = true
    return status
  }

  private func drain(into printed: inout CapturedOutput) {
    // Not filled with zeros: this happens several times a call, mostly in vain.
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while printed.total <= CapturedOutput.flood {
        let count = read(output, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        printed.append(Data(buffer[..<count]))
      }
    }
  }

  /// Returns the failure of a crash, after moving the runtime's message out of the learner's
  /// output.
  private mutating func crash(_ end: ProcessEnd, _ printed: inout CapturedOutput) -> CallFailure {
    drain(into: &printed)
    guard isStarted || announces() else { return notStarted(&printed) }
    guard case .signalled = end, let words = printed.takeCrash() else {
      return .crashed(end, words: "")
    }
    return .crashed(
      end, words: words.sentence,
      place: CrashSite.place(
        of: words, launch: launch, folders: folders))
  }
}
