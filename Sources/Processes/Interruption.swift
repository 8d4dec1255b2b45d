import Synchronization

/// A user's request that everything end soon.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  /// Creates a request that has not been made yet.
  public init() {}

  /// Whether the request has been made.
  public var isMade: Bool { flag.load(ordering: .relaxed) }

  /// Makes the request.
  public func make() { flag.store(true, ordering: .relaxed) }
}
