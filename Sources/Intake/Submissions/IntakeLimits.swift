/// How much of a submission is read.
public struct IntakeLimits: Sendable {
  /// The largest source, in bytes.
  ///
  /// The longest solution of the course has 20 thousand; a table of answers has more.
  public var source = 100_000
  /// The most files of a learner's own beside a week's file.
  public var helpers = 20
  /// How large they may be together, in bytes.
  public var helperBytes = 100_000
  /// The largest archive of a student, in bytes.
  public var archive = 50 << 20
  /// The most entries of a student's archive or folder.
  public var entries = 10_000
  /// What a student's archive may unpack to, in bytes.
  public var unpacked = 500 << 20
  /// How many times its own size a student's archive may unpack to.
  ///
  /// Sources shrink to a quarter.
  public var ratio = 100
  /// The most entries of the archive of the whole class.
  public var classEntries = 2_000_000

  /// Creates the limits that hold by default.
  public init() {}

  /// What one archive may unpack to.
  struct Unpacking: Sendable {
    var entries: Int
    var unpacked: Int
    var ratio: Int?

    /// - Throws: `RefusalReason` beyond a limit. Small archives may have any ratio: a file of zeros
    ///   does no harm.
    func check(unpacked total: Int, packed: Int) throws(RefusalReason) {
      guard total <= unpacked else { throw .unpacksTooLarge(limit: unpacked) }
      if let ratio, total > 10 << 20, total / ratio > packed { throw .bomb(ratio: ratio) }
    }
  }

  var ofStudent: Unpacking { Unpacking(entries: entries, unpacked: unpacked, ratio: ratio) }
  /// The instructor's own archive is trusted to be an honest one.
  var ofClass: Unpacking { Unpacking(entries: classEntries, unpacked: .max, ratio: nil) }
}
