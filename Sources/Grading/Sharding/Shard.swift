/// One part of a class that several machines grade: the second of four is `2/4`.
///
/// Students are dealt out like cards, in their order: each shard gets every fourth one. Who comes late
/// may move others; a shard that is run again grades what it lacks then, and nothing else twice.
public struct Shard: Sendable, Equatable {
  /// Its number, from 1.
  public let index: Int
  /// How many there are.
  public let count: Int

  /// Creates a shard; nil for a number outside 1…`count`.
  public init?(_ index: Int, of count: Int) {
    guard count >= 1, (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// The shard to which a place in the class belongs, from 0.
  init(holding position: Int, of count: Int) {
    index = position % count + 1
    self.count = count
  }

  /// The name of its folder in the results.
  var folder: String { "\(index)-of-\(count)" }

  /// Whether it grades who stands at a place in the class, from 0.
  func holds(_ position: Int) -> Bool { position % count == index - 1 }
}

extension Shard: CustomStringConvertible {
  /// Its name: `2/4`.
  public var description: String { "\(index)/\(count)" }
}

/// What is said after `--shard`: `2/4`, or `auto/4` where the scheduler gives the number.
public struct ShardChoice: Sendable, Equatable {
  /// nil for `auto`.
  public let index: Int?
  /// How many shards there are.
  public let count: Int

  /// Reads the words; nil where they are none.
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

  /// The shard, its number from the environment if need be: Slurm's `SLURM_ARRAY_TASK_ID`, which is
  /// numbered from 1 here, or the `JOB_COMPLETION_INDEX` of Kubernetes, which is numbered from 0.
  ///
  /// - Throws: `ShardError.noIndex` where neither gives one of the numbers.
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
