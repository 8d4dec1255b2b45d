public import Text

/// Something about a class that its instructor should know.
public enum IntakeRemark: Sendable, Equatable, CustomStringConvertible {
  /// The roster has no student for a submission.
  case unknown(String)
  /// Several students of the roster may be meant.
  case ambiguous(String, students: [String])
  /// One student is behind several submissions; they are taken as attempts.
  case doubled(String, submissions: [String])
  /// A file at the top that is nobody's submission.
  case stray(String)
  /// An entry at the top that was refused.
  case refused(String, reason: String)

  /// The remark in the language of this run.
  public var description: String { phrase(.current) }

  /// The remark as a sentence.
  public func phrase(_ language: Language) -> String {
    switch self {
    case .unknown(let name):
      Phrase(
        "\(name): no student of the roster; graded under this name",
        zh: "\(name)：名单里没有这个学生；按此名称评分")(language)
    case .ambiguous(let name, let students):
      Phrase(
        "\(name): the roster has several such students (\(students.joined(separator: "; "))); "
          + "graded under this name",
        zh: "\(name)：名单里有几个同名学生（\(students.joined(separator: "；"))）；按此名称评分")(language)
    case .doubled(let student, let submissions):
      Phrase(
        "\(student): \(submissions.count) submissions (\(submissions.joined(separator: ", "))), "
          + "taken as attempts in order of time",
        zh:
          "\(student)：有 \(submissions.count) 份提交（\(submissions.joined(separator: "、"))），按时间先后算作多次提交"
      )(
        language)
    case .stray(let name):
      Phrase("\(name): no student's submission; left out", zh: "\(name)：不是学生的提交；略过")(language)
    case .refused(let name, let reason):
      Phrase("\(name): refused: \(reason)", zh: "\(name)：未收：\(reason)")(language)
    }
  }
}
