/// The way a run of a quiz ended.
enum RunEnding: Equatable, Sendable {
  case finished
  /// The learner left; the session can be resumed.
  case left
  /// Ctrl-C was pressed; the session can be resumed.
  case interrupted
  /// The process received a signal; the session can be resumed.
  case ended(signal: Int32)
}
