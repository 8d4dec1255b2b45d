/// The environment of the quiz, which tests can replace with their own.
public struct QuizEnvironment: Sendable {
  /// The process's environment variables.
  public var variables: [String: String]
  /// The folder of the banks; nil to search for `Quizzes/` in the current folder and those above.
  public var banksFolder: String?

  /// Creates the environment from variables.
  public init(variables: [String: String], banksFolder: String? = nil) {
    self.variables = variables
    self.banksFolder = banksFolder
  }
}
