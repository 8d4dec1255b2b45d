public import Coursework
public import Tensors

/// A deed of hostile code in place of, or before, an answer.
public enum Deed: String, Codable, Sendable, CaseIterable {
  case nothing, tellProcess, tellDescriptors, tellEnvironment, readInput
  case exitZero, exitQuietly, becomeAnotherProgram, leaveExitHandler
  case indexOutOfRange, fatalError, overflow, unwrapNil, recurse, hoard
  case subscriptOutOfRange
  case loop, sleep, stop, blockSignals, killGroup, raiseAlarm
  case printForEver, printMuch, printInvalid, printControls, printForged, printAndTrap
  case printLater, printForEverLater, exitLater
  case closeDescriptors, closeAndLoop, sendGarbage, sendForgedFrame, sendHeaderOnly
  case sendForgedFromThread, sendStolenNonce, sendLater, leaveChild
  case throwSkip, throwLong, throwShape, catchAndThrow, shadowAssertions
  case notANumber, infinity, negativeZero
}

/// Exercises whose functions do everything that a learner's function must not.
public enum Hostile {
  /// Commits the deed, and returns 1 if the process survives it.
  public static let commit = Exercise<Deed, Double>(
    "commit", week: "Hostile", parameters: ["deed"], points: 1,
    sample: { _ in .nothing })
  /// The same, with a time limit of 0.3 seconds.
  public static let hurry = Exercise<Deed, Double>(
    "hurry", week: "Hostile", parameters: ["deed"], points: 1, timeLimit: 0.3,
    sample: { _ in .nothing })
  /// Returns its argument.
  public static let echo = Exercise<Tensor, Tensor>(
    "echo", week: "Hostile", parameters: ["tensor"], points: 1,
    sample: { _ in Tensor(0) })
  /// Returns a tensor of zeros.
  public static let zeros = Exercise<[Int], Tensor>(
    "zeros", week: "Hostile", parameters: ["shape"], points: 1,
    sample: { _ in [1] })
  /// Declares a tensor, but the worker serves `mistypedAsText` in its place.
  public static let mistyped = Exercise<Int, Tensor>(
    "mistyped", week: "Hostile", parameters: ["number"], points: 1,
    sample: { _ in 1 })
  /// Returns a text under the name of the exercise that declares a tensor.
  public static let mistypedAsText = Exercise<Int, String>(
    "mistyped", week: "Hostile", parameters: ["number"], points: 1,
    sample: { _ in 1 })
  /// Writes the process's number to a file and never returns.
  public static let hang = Exercise<String, Double>(
    "hang", week: "Hostile", parameters: ["file"], points: 1, timeLimit: 60,
    sample: { _ in "" })
}
