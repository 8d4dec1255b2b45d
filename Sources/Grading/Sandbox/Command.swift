import Foundation
import Processes
import Synchronization
import Text

/// A program that is run to its end, within a time and an amount of output.
struct Command: Sendable {
  let words: [String]
  /// The whole environment; nil for this process's own.
  var environment: [String: String]?
  var timeLimit: Double
  /// Bytes of output after which it is stopped.
  var outputLimit: Int

  init(
    _ words: [String], environment: [String: String]? = nil, timeLimit: Double,
    outputLimit: Int = 1 << 20
  ) {
    self.words = words
    self.environment = environment
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }

  enum End: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut, flooded, interrupted
  }

  struct Outcome: Sendable {
    let end: End
    let output: Data
    let seconds: Double

    var text: String { String(decoding: output, as: UTF8.self) }
    var succeeded: Bool { end == .exited(0) }
  }

  /// Runs the program in a process group of its own and waits for it.
  ///
  /// - Parameter interruption: ends it early.
  /// - Throws: `GradingError.cannotStart`.
  func run(interruption: Interruption? = nil) throws -> Outcome {
    let start = ContinuousClock.now
    let (pid, pipe) = try spawn()
    defer { close(pipe) }
    _ = fcntl(pipe, F_SETFL, O_NONBLOCK)
    var output = Data()
    var isOpen = true
    var early: End?
    var status: Int32 = 0

    func drain() {
      var buffer = [UInt8](repeating: 0, count: 1 << 14)
      while output.count <= outputLimit {
        let count = read(pipe, &buffer, buffer.count)
        if count == 0 { isOpen = false }
        guard count > 0 else { return }
        output.append(contentsOf: buffer[..<count])
      }
    }

    while true {
      if isOpen {
        var poll = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        _ = Foundation.poll(&poll, 1, 20)
        drain()
      } else {
        usleep(500)
      }
      let isEnded = waitpid(pid, &status, WNOHANG) == pid
      if isEnded { break }
      if output.count > outputLimit {
        early = .flooded
      } else if ContinuousClock.now - start > .seconds(timeLimit) {
        early = .timedOut
      } else if interruption?.isMade ?? false {
        early = .interrupted
      }
      if early != nil {
        kill(-pid, SIGKILL)
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        break
      }
    }
    // Whatever it has left behind in its group goes with it.
    kill(-pid, SIGKILL)
    if early == nil { drain() }
    let signal = status & 0x7f
    let end = early ?? (signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal))
    return Outcome(
      end: end, output: output.prefix(outputLimit),
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  private func spawn() throws -> (pid: pid_t, pipe: Int32) {
    do {
      let (reading, writing) = try Spawning.pipe()
      defer { close(writing) }
      do {
        let pid = try Spawning.start(
          words, environment: environment ?? ProcessInfo.processInfo.environment,
          descriptors: [1: writing, 2: writing])
        return (pid, reading)
      } catch {
        close(reading)
        throw error
      }
    } catch {
      throw GradingError.cannotStart(words.first ?? "", reason: "\(error)")
    }
  }
}

/// The wish of a user that everything end soon.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public var isMade: Bool { flag.load(ordering: .relaxed) }

  public func make() { flag.store(true, ordering: .relaxed) }
}
