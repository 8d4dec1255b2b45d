public import Foundation
public import Text

/// A remark about a class that its instructor should see.
public enum IntakeRemark: Sendable, Equatable, CustomStringConvertible {
  /// A submission matches no student of the roster.
  case unknown(String)
  /// A submission may be that of several students of the roster.
  case ambiguous(String, students: [String])
  /// One student has several submissions, which are treated as attempts.
  case doubled(String, submissions: [String])
  /// A file at the top level that is nobody's submission.
  case stray(String)
  /// Two hand-ins whose names look the same but are encoded differently in Unicode.
  case sameName(String)
  /// A student was matched by a name that is not spelled as in the roster.
  case nearName(String, student: String)
  /// Every file of the class carries the same time, at which somebody copied them.
  case timesOfACopy(Date)
  /// The only known times are those of commits.
  case timesOfCommits
  /// A row of the table of times that names nobody in the class.
  case timesOfNobody(String)
  /// A row of the table of times that names several students.
  case timesOfSeveral(String)
  /// The platform's times have no time zone, and the policy gives none.
  case timesWithoutZone(String)
  /// A week in the table of times that the course does not have.
  case timesOfNoWeek(String)
  /// A hand-in that is only a draft by the platform's worksheet.
  case draft(String)
  /// A student to whom the platform's worksheet grants more time, with the policy's line.
  case extended(String, line: String)
  /// An entry of the policy that names no hand-in.
  case namesNobody(String)
  /// An entry of the policy that assigns a hand-in to nobody on the roster.
  case ownerUnknown(String, id: String)
  /// A top-level entry that was rejected.
  case refused(String, reason: String)

  /// The remark in the language of this run.
  public var description: String { phrase(.current) }

  /// The remark as a sentence, with times in the zone of the class.
  public func phrase(_ language: Language, zone: TimeZone? = nil) -> String {
    switch self {
    case .unknown(let name):
      Phrase(
        "\(name): no student of the roster; graded under this name. Say in the policy whose it is",
        zh: "\(name)：名单里没有这个学生；按此名称评分。请在评分规则里写明是谁的")(language)
    case .ambiguous(let name, let students):
      Phrase(
        "\(name): may be from \(students.joined(separator: "; ")); graded under this name, and given "
          + "to nobody. Say in the policy whose it is",
        zh: "\(name)：可能是 \(students.joined(separator: "；")) 的；按此名称评分，不计给任何人。请在评分规则里写明是谁的"
      )(
        language)
    case .sameName(let name):
      Phrase(
        "\(name): two hand-ins of this name, written differently in Unicode, taken as one student's",
        zh: "\(name)：有两份同名的提交，Unicode 写法不同，当作同一名学生")(language)
    case .nearName(let name, let student):
      Phrase(
        "\(name): taken as \(student), the only student of a name like it",
        zh: "\(name)：当作 \(student)，名单里只有这一名学生的名字与它相近")(language)
    case .timesOfACopy(let date):
      Phrase(
        "all files carry the same time, \(date.text(in: zone)): that of a copy or download, which says "
          + "nothing about the hand-ins. Give the times by --times CSV",
        zh: "所有文件的时间都是 \(date.text(in: zone))：这是复制或下载的时间，不能说明提交时间。请用 --times CSV 给出时间")(
          language)
    case .timesOfCommits:
      Phrase(
        "times are those of the commits, by the clocks of the students' own machines",
        zh: "时间取自 commit，以学生自己机器的时钟为准")(language)
    case .timesOfNobody(let name):
      Phrase(
        "the table of times names \(name), who is not in the class: the time was not used",
        zh: "时间表里的 \(name) 不在班上，这个时间没有用上")(language)
    case .timesOfSeveral(let name):
      Phrase(
        "the table of times names \(name), as several students are called: the time was not used; give "
          + "the student's id",
        zh: "时间表里的 \(name) 有好几名同名学生，这个时间没有用上；请写学号")(language)
    case .timesWithoutZone(let zone):
      Phrase(
        "the platform's times have no time zone and are read as \(zone), that of this machine; give the "
          + "class's in the policy, as “zone”",
        zh: "平台给出的时间没有时区，按本机时区 \(zone) 读取；请在评分规则的“zone”里写明班级的时区")(language)
    case .timesOfNoWeek(let week):
      Phrase(
        "the table of times names the week \(week), which the course does not have: its times were not used",
        zh: "时间表里的 \(week) 不是本课程的周，其中的时间没有用上")(language)
    case .draft(let name):
      Phrase(
        "\(name): a draft by the platform's worksheet, which was never submitted; graded all the same",
        zh: "\(name)：平台的评分表里这只是草稿，并未提交；照样评分")(language)
    case .extended(let name, let line):
      Phrase(
        "\(name): the platform's worksheet grants more time; the policy decides, under "
          + "\"extensions\": \(line)",
        zh: "\(name)：平台的评分表里延长了期限；以评分规则为准，请写在 \"extensions\" 里：\(line)")(language)
    case .namesNobody(let name):
      Phrase("\(name): names no hand-in", zh: "\(name)：没有这份提交")(language)
    case .ownerUnknown(let name, let id):
      Phrase(
        "the policy gives “\(name)” to “\(id)”, who is not on the roster: it is still nobody's",
        zh: "评分规则把“\(name)”判给“\(id)”，但名单里没有这名学生：仍不计给任何人")(language)
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
