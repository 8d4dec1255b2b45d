import Intake
import Text

extension CommitDoubt {
  /// Returns the remark on an attempt whose only time is that of such a commit.
  func phrase(_ attempt: Int) -> Phrase {
    let fact =
      switch self {
      case .olderThanParent:
        Phrase("claims to be older than a commit before it", zh: "的时间比它之前的某个 commit 还早")
      case .olderThanItself:
        Phrase("claims to have been made before it was written", zh: "的提交时间比写成的时间还早")
      case .inTheFuture: Phrase("claims to come from the future", zh: "的时间在未来")
      case .olderThanItsFiles:
        Phrase("claims to be older than the files that it holds", zh: "的时间比其中的文件还早")
      }
    return Phrase(
      "the commit of attempt \(attempt) \(fact.english): its date is a claim; look up when it was "
        + "pushed, and give the time by --times CSV",
      zh: "第 \(attempt) 次提交的 commit \(fact.chinese)：这个时间只是一面之词；请查明推送时间，并用 --times CSV 给出")
  }
}
