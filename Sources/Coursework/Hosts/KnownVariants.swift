import Synchronization

/// The variants that a host knows, queried week by week on first use.
final class KnownVariants: Sendable {
  private let ask: @Sendable (_ week: String?) throws -> Variants
  private let found = Mutex<[String?: Variants]>([:])

  /// Creates a memory of what `ask` answers for a week, or for all weeks.
  init(_ ask: @escaping @Sendable (_ week: String?) throws -> Variants) {
    self.ask = ask
  }

  func value(of week: String? = nil) throws -> Variants {
    if let known = found.withLock({ $0[week] }) { return known }
    let variants = try ask(week)
    found.withLock { $0[week] = variants }
    return variants
  }

  /// The known mistakes of an exercise; empty when they cannot be determined.
  func misconceptions(of info: ExerciseInfo) -> [Misconception] {
    (try? value(of: info.week).misconceptions[info.id]) ?? []
  }

  /// The names of the alternative solutions of an exercise.
  func alternatives(of info: ExerciseInfo) -> [String] {
    (try? value(of: info.week).alternatives[info.id]) ?? []
  }
}
