import Files
import Foundation
import Processes
import Synchronization

/// A claim on a shard that graders on other machines can see.
///
/// The lock of a journal keeps out a second grader on the same machine everywhere, and on another
/// machine where the file system carries `flock` between machines: NFS since Linux 2.6.12, Lustre
/// mounted with `-o flock`, GPFS, CephFS. Elsewhere this file does: it holds who is grading and a
/// number that grows every few seconds. A claim whose number stops growing belongs to a grader that
/// is gone; it is taken over at once where that is certain, because the process on this machine has
/// ended or the scheduler has started the same job again. A grader that finds its claim taken over
/// stops.
public final class ShardClaim: Sendable {
  struct Holder: Codable, Equatable, Sendable {
    let host: String
    /// An identifier that distinguishes boots and containers of a host.
    let machine: String
    let process: Int32
    /// The job and its restart count; nil without a scheduler.
    let job: String?
    let start: String?
    let id: String
    var beat = 0

    static func current(_ environment: [String: String]) -> Holder {
      let boot = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
      let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
      let host = ProcessInfo.processInfo.hostName
      return Holder(
        host: environment["SLURMD_NODENAME"] ?? host,
        machine: [host, boot ?? "", space ?? ""].joined(separator: " "), process: getpid(),
        job: environment["SLURM_JOB_ID"], start: environment["SLURM_RESTART_COUNT"] ?? "0",
        id: UUID().uuidString)
    }

    /// Whether the holder is certain to be gone.
    func isGone(to other: Holder) -> Bool {
      if machine == other.machine { return kill(process, 0) != 0 && errno == ESRCH }
      return job != nil && job == other.job && start != other.start
    }
  }

  private static let name = "claim.json"
  private let file: URL
  private let holder: Mutex<Holder>
  private let isOver = Interruption()

  /// Claims a shard.
  ///
  /// - Parameters:
  ///   - shard: the shard.
  ///   - folder: the shard's own folder, created if necessary.
  ///   - interval: the seconds between two heartbeats.
  ///   - environment: the environment of this process.
  ///   - interruption: is triggered when another process has taken the shard over.
  /// - Throws: `ShardError.held`, or `GradingError.cannotWrite`.
  init(
    _ shard: Shard, in folder: URL, interval: Double = 5, environment: [String: String],
    interruption: Interruption
  ) throws {
    let file = folder.appending(path: Self.name)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let own = Holder.current(environment)
    if let other = Self.holder(of: file), !other.isGone(to: own) {
      // The holder's clock cannot be compared with this one; only its progress can.
      let end = ContinuousClock.now + .seconds(4 * interval)
      while ContinuousClock.now < end {
        guard let now = Self.holder(of: file) else { break }
        guard now == other else {
          throw ShardError.held(shard: "\(shard)", host: now.host, process: now.process)
        }
        usleep(UInt32(interval * 250_000))
      }
    }
    try Self.write(own, to: file)
    // Of two processes that take it over at once, the later one wins.
    usleep(UInt32(interval * 100_000))
    guard let now = Self.holder(of: file), now.id == own.id else {
      let now = Self.holder(of: file)
      throw ShardError.held(
        shard: "\(shard)", host: now?.host ?? "?", process: now?.process ?? 0)
    }
    self.file = file
    holder = Mutex(own)
    let thread = Thread { [weak self] in
      var next = ContinuousClock.now + .seconds(interval)
      while let self, !isOver.isMade {
        usleep(UInt32(min(interval, 0.5) * 1_000_000))
        guard ContinuousClock.now >= next else { continue }
        next += .seconds(interval)
        if !beat() { return interruption.make() }
      }
    }
    thread.start()
  }

  /// Releases the claim.
  public func end() {
    isOver.make()
    holder.withLock { holder in
      if Self.holder(of: file)?.id == holder.id { unlink(file.path) }
    }
  }

  /// Writes a heartbeat.
  ///
  /// - Returns: false when another process has taken the shard over.
  private func beat() -> Bool {
    holder.withLock { holder in
      guard !isOver.isMade else { return true }
      if let now = Self.holder(of: file), now.id != holder.id { return false }
      holder.beat += 1
      // A disk that is full for a moment is no reason to stop.
      try? Self.write(holder, to: file)
      return true
    }
  }

  /// Returns the processes that are grading in some folders now, by folder.
  static func liveHolders(
    in folders: [URL], interval: Double = 5, environment: [String: String]
  ) -> [URL: Holder] {
    let own = Holder.current(environment)
    var unsure: [URL: Holder] = [:]
    for folder in folders {
      guard let holder = holder(of: folder.appending(path: name)), !holder.isGone(to: own) else {
        continue
      }
      unsure[folder] = holder
    }
    var live: [URL: Holder] = [:]
    let end = ContinuousClock.now + .seconds(4 * interval)
    while !unsure.isEmpty, ContinuousClock.now < end {
      for (folder, first) in unsure {
        let now = holder(of: folder.appending(path: name))
        if let now, now == first { continue }
        live[folder] = now
        unsure[folder] = nil
      }
      usleep(UInt32(interval * 250_000))
    }
    return live
  }

  private static func holder(of file: URL) -> Holder? {
    (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(Holder.self, from: $0) }
  }

  /// Writes the file atomically: on a network file system others see a rename at once or not at
  /// all.
  private static func write(_ holder: Holder, to file: URL) throws {
    do {
      try JSONEncoder().encode(holder).write(to: file, options: .atomic)
    } catch {
      throw GradingError.cannotWrite(file: file.path, reason: SystemError().description)
    }
  }
}
