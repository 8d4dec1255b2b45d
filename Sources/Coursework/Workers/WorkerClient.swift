public import Foundation
import Synchronization

/// The judge's side: sends calls to a worker program and survives whatever it does.
///
/// One process serves call after call. When it crashes, hangs, floods its output, closes the
/// connection or sends garbage, that call gets a failure, the process and all it started are killed,
/// and the next call finds a fresh one.
public final class WorkerClient: Sendable {
  private let launch: WorkerLaunch
  private let folders: [String]
  /// The pauses before a sandbox that could not be built is tried again, in milliseconds.
  private let pauses: [UInt32]
  private let process = Mutex<WorkerProcess?>(nil)
  private let budget: (@Sendable () -> Double)?
  /// The seconds that all calls together have taken.
  private let spent = Mutex(0.0)
  /// The functions that have exceeded their time.
  private let slow = Mutex<Set<String>>([])
  /// The running process, or 0, known without waiting for a call to end.
  private let running = Atomic<pid_t>(0)

  /// Why the last process could not be started, which is no learner's fault.
  private let failure = Mutex<String?>(nil)

  /// Makes a client that starts a program when a function is called.
  ///
  /// - Parameters:
  ///   - program: a program that calls `WorkerServer.run`.
  ///   - folders: the folders of the package whose lines a crash names.
  public convenience init(program: URL, folders: [String] = ["Exercises", "Solutions"]) {
    self.init(launch: WorkerLaunch(program: program), folders: folders)
  }

  /// Makes a client that starts a program that calls `WorkerServer.run` as a launch says.
  ///
  /// - Parameters:
  ///   - launch: how the program is started.
  ///   - folders: the folders of the package whose lines a crash names.
  ///   - budget: the seconds that all calls together may take, asked anew for each.
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

  /// How many processes this client has now: none or one.
  public var isRunning: Bool { process.withLock { $0 != nil } }

  /// The seconds that all calls together have taken.
  public var secondsSpent: Double { spent.withLock { $0 } }

  /// Why a process of the program could not be started, if that has happened.
  public var startFailure: String? { failure.withLock { $0 } }

  /// The most memory that the running process has held, in bytes, where the system tells.
  public var peakMemory: Int? { process.withLock { $0?.peakMemory } }

  /// Asks the call that runs now to end early with what it has.
  public func interrupt() {
    let pid = running.load(ordering: .relaxed)
    if pid > 0 { kill(pid, SIGINT) }
  }

  /// Sends a request and waits for what comes of it.
  ///
  /// Once an exercise has used up its time, its further calls get a tenth: who waits for four tests
  /// of one endless loop learns nothing from the last three.
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

  /// Tries again when the sandbox cannot be built: what an earlier worker has started may take a while to
  /// die, and until then counts against the limits of the next.
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
          // Something spoke after its answer: a thread that goes on, or forged frames.
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
