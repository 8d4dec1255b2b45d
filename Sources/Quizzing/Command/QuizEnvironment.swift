/// The surroundings of the quiz, so that tests can put their own in place.
public struct QuizEnvironment: Sendable {
  /// The process's environment variables.
  public var variables: [String: String]
  /// The folder of the banks; nil looks for `Quizzes/` here and in the folders above.
  public var banksFolder: String?

  /// Reads what the quiz needs from environment variables.
  public init(variables: [String: String], banksFolder: String? = nil) {
    self.variables = variables
    self.banksFolder = banksFolder
  }
}
