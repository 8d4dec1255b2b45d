public import Foundation
import Synchronization

/// The judge's side of the connection: sends calls to a worker and survives whatever it does.
///
/// One process serves call after call. When it crashes, hangs, floods its output, closes the
/// connection or sends garbage, that call fails, the process and everything it started are killed,
/// and the next call gets a fresh process.
public final class WorkerClient: Sendable {
  private let launch: WorkerLaunch
  private let folders: [String]
  /// The delays in milliseconds between attempts to start a sandbox that could not be built.
  private let pauses: [UInt32]
  private let process = Mutex<WorkerProcess?>(nil)
  private let budget: (@Sendable () -> Double)?
  /// The total time of all calls, in seconds.
  private let spent = Mutex(0.0)
  /// The functions that have exceeded their time limit.
  private let slow = Mutex<Set<String>>([])
  /// The id of the running process, or 0, readable without waiting for a call to end.
  private let running = Atomic<pid_t>(0)

  /// The reason why the last process could not be started, which is not the learner's fault.
  private let failure = Mutex<String?>(nil)

  /// Creates a client that starts a program when a function is first called.
  ///
  /// - Parameters:
  ///   - program: a program that calls `WorkerServer.run`.
  ///   - folders: the folders of the package in which a crash's line is reported.
  public convenience init(program: URL, folders: [String] = ["Exercises", "Solutions"]) {
    self.init(launch: WorkerLaunch(program: program), folders: folders)
  }

  /// Creates a client whose program, one that calls `WorkerServer.run`, is started as a launch
  /// prescribes.
  ///
  /// - Parameters:
  ///   - launch: how the program is started.
  ///   - folders: the folders of the package in which a crash's line is reported.
  ///   - budget: the total time of all calls in seconds, queried before each.
  public convenience init(
    launch: WorkerLaunch, folders: [String] = ["Exercises", "Solutions"],
    budget: (@Sendable () -> Double)? = nil
  ) {
    self.init(
      launch: launch, folders: folders, pauses: [100, 200, 400, 800, 1600, 3200], budget: budget)
  }

  init(
    launch: WorkerLaunch, folders: [String], pauses: [UInt32],
    budget: (@Sendable () -> Double)? = nil
  ) {
    self.launch = launch
    self.folders = folders
    self.budget = budget
    self.pauses = launch.isSandboxed ? pauses : []
  }

  deinit {
    process.withLock { $0?.end() }
  }

  /// Whether a process of this client is running.
  public var isRunning: Bool { process.withLock { $0 != nil } }

  /// The total time of all calls so far, in seconds.
  public var secondsSpent: Double { spent.withLock { $0 } }

  /// The reason why a process of the program could not be started, if that has happened.
  public var startFailure: String? { failure.withLock { $0 } }

  /// The peak memory of the running process in bytes, where the system reports it.
  public var peakMemory: Int? { process.withLock { $0?.peakMemory() } }

  /// Asks the running call to end early with what it has.
  public func interrupt() {
    let pid = running.load(ordering: .relaxed)
    if pid > 0 { kill(pid, SIGINT) }
  }

  /// Sends a request and waits for its outcome.
  ///
  /// Once a function has exceeded its time limit, its further calls get a tenth of it: waiting out
  /// four tests of the same endless loop teaches nothing new.
  func exchange(
    _ request: Request, timeLimit: Double, progress: (Value) -> Void = { _ in }
  ) -> Exchange {
    let function = [request.exercise, request.variant, request.standIn?.variant]
      .compactMap(\.self).joined(separator: "=")
    let isSlow = slow.withLock { $0.contains(function) }
    let limit = isSlow ? timeLimit / 10 : timeLimit
    let whole = budget.map { $0() } ?? .infinity
    let left = whole - secondsSpent
    guard left > 0 else { return Exchange(outcome: .failure(.overBudget(seconds: whole))) }
    var exchange = exchange(request, within: min(limit, left), progress: progress)
    if case .failure(.timedOut) = exchange.outcome {
      slow.withLock { _ = $0.insert(function) }
      if left < limit { exchange.outcome = .failure(.overBudget(seconds: whole)) }
    }
    return exchange
  }

  /// Retries when the sandbox cannot be built: processes of an earlier worker may take a while to
  /// die, and until then they count against the limits of the next.
  private func exchange(
    _ request: Request, within timeLimit: Double, progress: (Value) -> Void
  ) -> Exchange {
    for milliseconds in startFailure == nil ? pauses : [] {
      let exchange = attempt(request, within: timeLimit, progress: progress)
      guard case .failure(.noWorker) = exchange.outcome else { return exchange }
      usleep(milliseconds * 1000)
    }
    let exchange = attempt(request, within: timeLimit, progress: progress)
    if case .failure(.noWorker(let reason)) = exchange.outcome {
      failure.withLock { $0 = reason }
    }
    return exchange
  }

  private func attempt(
    _ request: Request, within timeLimit: Double, progress: (Value) -> Void
  ) -> Exchange {
    let start = ContinuousClock.now
    defer { spent.withLock { $0 += (ContinuousClock.now - start) / .seconds(1) } }
    return process.withLock { process in
      do {
        if var idle = process, !idle.isQuiet() {
          // Something was sent after the last answer: by a thread that is still running, or as
          // forged frames.
          idle.end()
          process = nil
        }
        var worker = try process ?? WorkerProcess(launch: launch, folders: folders)
        running.store(worker.pid, ordering: .relaxed)
        defer { running.store(0, ordering: .relaxed) }
        let exchange = worker.exchange(request, timeLimit: timeLimit, progress: progress)
        if worker.isUsable {
          process = worker
        } else {
          worker.end()
          process = nil
        }
        return exchange
      } catch {
        return Exchange(outcome: .failure(.noWorker("\(error)")))
      }
    }
  }
}
