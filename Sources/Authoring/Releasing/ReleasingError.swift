import Foundation

/// What keeps a release from being written.
public enum ReleasingError: Error, Equatable, CustomStringConvertible {
  case notEmpty(String)
  case noWeeks
  case suiteFails(test: String, seed: UInt32, message: String)
  case noTests(week: String)
  /// Places at which a line of a solution stands, as `file:line: source`.
  case holdsSolutions([String])
  case cannotMove(String, String)

  public var description: String {
    switch self {
    case .notEmpty(let path):
      "\(path) is not empty: name a folder that does not exist yet"
    case .noWeeks: "a release needs at least one week"
    case .suiteFails(let test, let seed, let message):
      "the solution fails \(test) with COURSE_SEED=\(seed), so its answers cannot be recorded: run course verify\n\(message)"
    case .noTests(let week): "no graded test of \(week) was run, so its answers cannot be recorded"
    case .holdsSolutions(let places):
      "lines of a solution stand in the release, which was not written: reword these places\n"
        + places.prefix(20).map { "  \($0)" }.joined(separator: "\n")
        + (places.count > 20 ? "\n  and \(places.count - 20) more" : "")
    case .cannotMove(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}
