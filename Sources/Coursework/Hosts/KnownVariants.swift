import Synchronization

/// The variants that a host knows, queried on first use.
final class KnownVariants: Sendable {
  private let ask: @Sendable () throws -> Variants
  private let found = Mutex<Variants?>(nil)

  init(_ ask: @escaping @Sendable () throws -> Variants) {
    self.ask = ask
  }

  func value() throws -> Variants {
    if let known = found.withLock({ $0 }) { return known }
    let variants = try ask()
    found.withLock { $0 = variants }
    return variants
  }

  /// The known mistakes of an exercise; empty when they cannot be determined.
  func misconceptions(of info: ExerciseInfo) -> [Misconception] {
    (try? value().misconceptions[info.id]) ?? []
  }

  /// The names of the alternative solutions of an exercise.
  func alternatives(of info: ExerciseInfo) -> [String] {
    (try? value().alternatives[info.id]) ?? []
  }
}
