import Synchronization

/// The variant that replaces an exercise's function for the functions that call it.
public enum StandIn {
  @TaskLocal static var current: Implementation?
  private static let used = Atomic<Bool>(false)

  /// Whether any variant has stood in for a function in this process.
  ///
  /// Until then a call need not look for one, which takes longer than the arithmetic on small
  /// matrices.
  public static var isUsed: Bool { used.load(ordering: .relaxed) }

  /// Runs a call during which a variant stands in for its exercise, or none does.
  static func with<Result>(_ variant: Implementation?, run call: () throws -> Result) rethrows
    -> Result
  {
    if variant != nil { used.store(true, ordering: .relaxed) }
    return try $current.withValue(variant, operation: call)
  }
}
