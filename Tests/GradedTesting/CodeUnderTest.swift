import Coursework
import Text

extension Host {
  /// The programs whose functions the graded suites call, one after the other: worker processes or,
  /// for breakpoints, the functions linked into this bundle.
  ///
  /// A run that asks for breakpoints in tests built without them ends with code 64.
  static let underTest: [CodeUnderTest] = {
    guard RunEnvironment.current.inProcess else { return allJudged }
    guard let linkedFunctions else {
      ProgramExit.because(
        of: RunEnvironmentError(
          variable: "COURSE_IN_PROCESS", value: "1",
          expected: Phrase(
            "tests that were built with it too: COURSE_IN_PROCESS=1 swift test",
            zh: "构建测试时也设了这个变量：COURSE_IN_PROCESS=1 swift test")))
    }
    return [CodeUnderTest(.local(FunctionTable(linkedFunctions)))]
  }()
}
