/// The way in which a run of a quiz ended.
enum RunEnding: Equatable, Sendable {
  case finished
  /// The learner left; the session can be taken up again.
  case left
  /// By Ctrl-C; the session can be taken up again.
  case interrupted
  /// By a signal to the process; the session can be taken up again.
  case ended(signal: Int32)
}
