/// One part of a class that several machines grade: the second of four is `2/4`.
///
/// Students are dealt out like cards, in order: of four shards, each gets every fourth student. A
/// late submission may shift others; running a shard again then grades only what it lacks.
public struct Shard: Sendable, Equatable {
  /// The number of the shard, from 1.
  public let index: Int
  /// The number of shards.
  public let count: Int

  /// Creates a shard; nil for a number outside 1…`count`.
  public init?(_ index: Int, of count: Int) {
    guard count >= 1, (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Creates the shard that contains an index in the class, from 0.
  init(holding position: Int, of count: Int) {
    index = position % count + 1
    self.count = count
  }

  /// The name of the shard's folder in the results.
  var folder: String { "\(index)-of-\(count)" }

  /// Whether the shard contains an index in the class, from 0.
  func holds(_ position: Int) -> Bool { position % count == index - 1 }
}

extension Shard: CustomStringConvertible {
  /// The name of the shard: `2/4`.
  public var description: String { "\(index)/\(count)" }
}

/// The argument of `--shard`: `2/4`, or `auto/4` where the scheduler supplies the number.
public struct ShardChoice: Sendable, Equatable {
  /// The number of the shard; nil for `auto`.
  public let index: Int?
  /// The number of shards.
  public let count: Int

  /// Parses the argument; nil when it is malformed.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let count = Int(parts[1]), count >= 1 else { return nil }
    self.count = count
    if parts[0] == "auto" {
      index = nil
    } else {
      guard let shard = Int(parts[0]).flatMap({ Shard($0, of: count) }) else { return nil }
      index = shard.index
    }
  }

  /// Returns the shard, taking its number from the environment if necessary: from Slurm's
  /// `SLURM_ARRAY_TASK_ID`, counted from 1 here, or from Kubernetes' `JOB_COMPLETION_INDEX`,
  /// counted from 0.
  ///
  /// - Throws: `ShardError.noIndex` where neither holds a valid number.
  public func shard(_ environment: [String: String]) throws(ShardError) -> Shard {
    if let index, let shard = Shard(index, of: count) { return shard }
    for (name, first) in [("SLURM_ARRAY_TASK_ID", 1), ("JOB_COMPLETION_INDEX", 0)] {
      guard let text = environment[name], !text.isEmpty else { continue }
      guard let number = Int(text), let shard = Shard(number - first + 1, of: count) else {
        throw .noIndex(variable: name, value: text, first: first, last: first + count - 1)
      }
      return shard
    }
    throw .noIndex(variable: "SLURM_ARRAY_TASK_ID", value: "", first: 1, last: count)
  }
}
