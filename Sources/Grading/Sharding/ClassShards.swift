public import Foundation
public import Processes

/// The shards of a class, each with a folder and a journal of its own below the results.
///
/// ```text
/// RESULTS/shards/order.json                   what the shards were asked for
/// RESULTS/shards/2-of-4/journal.jsonl         what the second has graded
/// RESULTS/shards/2-of-4/claim.json            who grades it
/// ```
public struct ClassShards: Sendable {
  private let results: URL
  private let environment: [String: String]
  private var folder: URL { results.appending(path: "shards") }

  /// Creates the shards below a folder of results.
  public init(
    in results: URL, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.results = results
    self.environment = environment
  }

  /// Returns the folder of a shard's journal.
  public func folder(of shard: Shard) -> URL { folder.appending(path: shard.folder) }

  /// Claims a shard for this process, and records the order that it was given.
  ///
  /// - Parameters:
  ///   - shard: the shard.
  ///   - order: the command with which shards are graded and merged.
  ///   - interruption: is triggered when another process takes the shard over.
  /// - Returns: the claim, to be released at the end.
  /// - Throws: `ShardError.held` while another process grades it.
  public func claim(
    _ shard: Shard, order: some Encodable, interruption: Interruption
  ) throws -> ShardClaim {
    try Journal.makePrivate(results)
    let claim = try ShardClaim(
      shard, in: folder(of: shard), environment: environment, interruption: interruption)
    try JSONEncoder().encode(order).write(to: orderFile, options: .atomic)
    return claim
  }

  /// Returns the order given to the shard that was begun last.
  ///
  /// - Throws: `ShardError.noShards` when none was begun.
  public func order<Order: Decodable>(_: Order.Type = Order.self) throws -> Order {
    guard let data = try? Data(contentsOf: orderFile) else {
      throw ShardError.noShards(folder: results.path)
    }
    return try JSONDecoder().decode(Order.self, from: data)
  }

  private var orderFile: URL { folder.appending(path: "order.json") }

  /// The shards that have a folder, including those of another shard count.
  private var present: [Shard] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      let parts = name.components(separatedBy: "-of-").compactMap(Int.init)
      return parts.count == 2 ? Shard(parts[0], of: parts[1]) : nil
    }
  }

  /// Returns the parts of the sandbox that were in force for every shard.
  ///
  /// - Throws: any error in reading a journal.
  public func sandbox(weeks: [String]) throws -> [String] {
    var lines: [String]?
    for shard in present {
      guard let journal = try Journal(reading: folder(of: shard)), journal.header.weeks == weeks
      else { continue }
      let own = journal.header.sandbox
      lines = lines.map { $0.filter(own.contains) } ?? own
    }
    return lines ?? []
  }

  /// Merges the results of all shards into a journal.
  ///
  /// - Throws: any error in reading or writing a journal.
  public func merge(into journal: Journal) throws {
    for shard in present {
      guard let own = try Journal(reading: folder(of: shard)) else { continue }
      try journal.take(own, named: shard.folder)
    }
  }

  /// Finds the reasons why parts of the class are not graded.
  ///
  /// - Parameters:
  ///   - lacking: the indices in the class, from 0, of the students without results.
  ///   - count: the number of shards.
  ///   - journal: the merged journal.
  ///   - command: returns the command that grades a shard.
  /// - Returns: the shards that are not finished; empty when all are.
  /// - Throws: any error in reading a journal.
  public func open(
    lacking: [Int], of count: Int, besides journal: Journal, command: (Shard) -> String
  ) throws -> [OpenShard] {
    let byShard = Dictionary(grouping: lacking) { Shard(holding: $0, of: count).index }
    var open: [(shard: Shard, journal: Journal?)] = []
    for shard in (1...count).compactMap({ Shard($0, of: count) }) {
      let own = try Journal(reading: folder(of: shard))
      if byShard[shard.index] != nil || own?.openRetry != nil { open.append((shard, own)) }
    }
    let holders = ShardClaim.liveHolders(
      in: open.map { folder(of: $0.shard) }, environment: environment)
    return open.map { shard, own in
      let reason: OpenShard.Reason =
        if let holder = holders[folder(of: shard)] {
          .running(host: holder.host)
        } else if let own {
          own.header.grades(as: journal.header) ? .dead : .different
        } else {
          .missing
        }
      return OpenShard(
        shard: "\(shard)", reason: reason, lacking: byShard[shard.index]?.count ?? 0,
        command: command(shard))
    }
  }
}

extension Journal {
  /// Merges the results of a shard that was graded under the same conditions.
  ///
  /// Results that the shard has added since it was last merged replace those in this journal; of
  /// its earlier results only the ones lacking here are added.
  func take(_ shard: Journal, named name: String) throws {
    let found: [Key: Entry]
    if shard.header.grades(as: header) {
      found = shard.entries
    } else if let part = shard.parts.last(where: { $0.header.grades(as: header) }) {
      found = part.entries
    } else {
      return
    }
    let known = taken[name].map { $0 > shard.end ? 0 : $0 } ?? 0
    let wanted = found.filter { key, entry in
      entry.offset >= known || entries[key]?.digest != entry.digest
    }.sorted { $0.value.offset < $1.value.offset }
    guard !wanted.isEmpty else { return }
    if wanted.contains(where: { entries[$0.key]?.digest == $0.value.digest }) { isRegrade = true }
    let results = JournalResults(
      file: shard.file,
      items: wanted.map {
        .init(
          entry: $0.value, student: $0.key.student, attempt: $0.key.attempt, facts: nil, weeks: nil)
      })
    for result in results { try add(result) }
    taken[name] = shard.end
    try append(Line(taken: taken))
  }
}
