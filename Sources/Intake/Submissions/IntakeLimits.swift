/// The limits on what is read of a submission.
public struct IntakeLimits: Sendable {
  /// The size limit of a source in bytes.
  ///
  /// The longest solution of the course has 20 thousand bytes; a table of answers has more.
  public var source = 100_000
  /// The largest number of a learner's own files beside a week's file.
  public var helpers = 20
  /// The limit of their total size in bytes.
  public var helperBytes = 100_000
  /// The size limit of a student's archive in bytes.
  public var archive = 50 << 20
  /// The largest number of entries in a student's archive or folder.
  public var entries = 10_000
  /// The limit of the unpacked size of a student's archive in bytes.
  public var unpacked = 500 << 20
  /// The limit of the ratio between a student's archive unpacked and packed.
  ///
  /// Sources typically shrink to a quarter.
  public var ratio = 100
  /// The largest number of entries in the archive of a whole class.
  public var classEntries = 2_000_000

  /// Creates the default limits.
  public init() {}

  /// The limits on unpacking one archive.
  struct Unpacking: Sendable {
    var entries: Int
    var unpacked: Int
    var ratio: Int?

    /// - Throws: `RefusalReason` beyond a limit. Small archives may have any ratio, since a file of
    ///   zeros does no harm.
    func check(unpacked total: Int, packed: Int) throws(RefusalReason) {
      guard total <= unpacked else { throw .unpacksTooLarge(limit: unpacked) }
      if let ratio, total > 10 << 20, total / ratio > packed { throw .bomb(ratio: ratio) }
    }
  }

  var ofStudent: Unpacking { Unpacking(entries: entries, unpacked: unpacked, ratio: ratio) }
  /// The limits for the instructor's own archive, which is trusted.
  var ofClass: Unpacking { Unpacking(entries: classEntries, unpacked: .max, ratio: nil) }
}
