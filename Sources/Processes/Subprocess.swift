public import Foundation

/// A program that is run to its end, within limits on time and output.
///
/// ```swift
/// let outcome = try Subprocess(["git", "--version"], timeLimit: 10).run()
/// print(outcome.text)  // git version 2.47.3
/// ```
public struct Subprocess: Sendable {
  /// The program, searched for in `PATH` unless it is a path, and its arguments.
  public let arguments: [String]
  /// The whole environment; nil for this process's own.
  public var environment: [String: String]?
  /// The working folder; nil for this process's own.
  public var folder: URL?
  /// Whether the output includes standard error, which is otherwise discarded.
  public var includesErrors: Bool
  /// The time limit in seconds.
  public var timeLimit: Double
  /// The limit of the output in bytes.
  public var outputLimit: Int

  /// Creates a description of a run, which `run` starts.
  public init(
    _ arguments: [String], environment: [String: String]? = nil, in folder: URL? = nil,
    includesErrors: Bool = true, timeLimit: Double, outputLimit: Int = 1 << 20
  ) {
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.includesErrors = includesErrors
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }

  /// The way a program ended.
  public enum End: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut, flooded, interrupted
  }

  /// The outcome of running a program.
  public struct Outcome: Sendable {
    /// The way in which it ended.
    public let end: End
    /// The output, up to the limit.
    public let output: Data
    /// Its duration, in seconds.
    public let seconds: Double

    /// Creates an outcome.
    public init(end: End, output: Data, seconds: Double) {
      self.end = end
      self.output = output
      self.seconds = seconds
    }

    /// The output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// Whether it exited by itself with code 0.
    public var succeeded: Bool { end == .exited(0) }
  }

  /// Runs the program in a process group of its own and waits for it.
  ///
  /// - Parameters:
  ///   - interruption: ends the run early.
  ///   - listener: receives the output as it arrives, in pieces of any length.
  /// - Returns: how the program ended, and its output.
  /// - Throws: `SubprocessError.cannotStart`.
  public func run(
    interruption: Interruption? = nil, listener: (Data) -> Void = { _ in }
  ) throws -> Outcome {
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
        listener(Data(buffer[..<count]))
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
    // Processes that it left in its group end with it.
    kill(-pid, SIGKILL)
    if early == nil { drain() }
    let signal = status & 0x7f
    let end = early ?? (signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal))
    return Outcome(
      end: end, output: output.prefix(outputLimit),
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// The arguments, run through a shell that changes to the folder if there is one, since glibc's
  /// headers do not expose the call that does so while spawning.
  private var inFolder: [String] {
    guard let folder else { return arguments }
    return ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path] + arguments
  }

  private func spawn() throws -> (pid: pid_t, pipe: Int32) {
    do {
      let (reading, writing) = try Spawning.pipe()
      let silence = open("/dev/null", O_WRONLY | O_CLOEXEC)
      defer {
        close(writing)
        close(silence)
      }
      do {
        let pid = try Spawning.start(
          inFolder, environment: environment ?? ProcessInfo.processInfo.environment,
          descriptors: [1: writing, 2: includesErrors ? writing : silence])
        return (pid, reading)
      } catch {
        close(reading)
        throw error
      }
    } catch {
      throw SubprocessError.cannotStart(arguments.first ?? "", reason: "\(error)")
    }
  }
}
