/// How much of a submission is read.
public struct IntakeLimits: Sendable {
  /// The largest source, in bytes. The longest solution of the course has 20 thousand.
  public var source = 1 << 20
  /// The largest archive of a student, in bytes.
  public var archive = 50 << 20
  /// The most entries of a student's archive or folder.
  public var entries = 10_000
  /// What a student's archive may unpack to, in bytes.
  public var unpacked = 500 << 20
  /// How many times its own size a student's archive may unpack to, beyond 10 MB.
  public var ratio = 200
  /// The most entries of the archive of the whole class.
  public var classEntries = 2_000_000

  public init() {}
}
