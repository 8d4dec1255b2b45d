import Synchronization

/// The wish of a user that everything end soon.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  /// Creates a wish that is not made yet.
  public init() {}

  /// Whether the end was asked for.
  public var isMade: Bool { flag.load(ordering: .relaxed) }

  /// Asks for the end.
  public func make() { flag.store(true, ordering: .relaxed) }
}
