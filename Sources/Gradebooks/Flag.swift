public import Intake
public import Text

extension Gradebook {
  /// A remark on a student's marks that a person should look at.
  public enum Flag: Codable, Sendable, Equatable {
    /// Nothing was handed in.
    case missing
    /// An attempt could not be graded; `--retry` tries again.
    case fault(attempt: Int, reason: String)
    /// An attempt has fewer tests of an exercise than the rest of the class.
    case incomplete(attempt: Int, exercise: String)
    /// A mark was given by hand.
    case manual(mark: String, points: Double, automatic: Double?, reason: String)
    /// A mark was given by hand in place of an automatic one that has changed since.
    case conflict(mark: String, points: Double, before: Double?, now: Double?, reason: String)
    /// There is a deadline, but the time of the attempt is unknown.
    case unknownTime(week: String, attempt: Int)
    /// A late penalty was based on a time that a copy or the student may have set.
    case lateByFile(week: String, attempt: Int, isCommit: Bool)
    /// There is a late penalty, but it is unknown how late the attempt is: `isLate` is what the
    /// platform says, and `points` is the mark if it was on time.
    case undecidedTime(week: String, attempt: Int, isLate: Bool, student: String, points: Double)
    /// The sources of the time contradict each other, and the mark depends on which is right.
    case differingTimes(week: String, attempt: Int, student: String, times: [StatedTime])
    /// The sources of the time contradict each other: the first counts, as the instructor's table or
    /// because the mark is the same.
    case otherTimes(week: String, attempt: Int, times: [StatedTime])
    /// The platform says that the attempt was on time, but by a later deadline than the policy's.
    case laterPlatformDeadline(week: String, attempt: Int, student: String, points: Double)
    /// The last attempt counts, and nothing says which of these that is.
    case unknownOrder(week: String, attempts: [Int], student: String, points: [Double])
    /// Files were accepted under another name, or read in another encoding.
    case takenAs(attempt: Int, files: [String])
    /// Something was handed in, but no file of these weeks could be read from it.
    case unread(weeks: [String], attempt: Int, files: [String], student: String)
    /// A hand-in may be this student's, but its owner is uncertain.
    case disputed(label: String, decision: String)
    /// The hand-in graded in this row matches no student of the roster.
    case unmatched(label: String, decisions: [String])
    /// Nothing was found for the student, while these hand-ins match nobody.
    case missingOrUnmatched(labels: [String])
    /// Nothing was found for the student, but the platform's worksheet says when something came in.
    case missingThoughSubmitted(weeks: [String], student: String)
    /// The student's work was left out of this run.
    case ungraded
    /// The student has left the class.
    case withdrawn
    /// The marks are withheld.
    case held
    /// The student is excused from the week.
    case excused(week: String)
    /// A person gave points for this item to others in the class, but not to this student.
    case noPoints(item: String)
    /// The attempt was made with another release of the course than the one that graded it.
    case otherRelease(attempt: Int, release: String, graded: String)
    /// The only known time is that of a commit, and its dates contradict each other.
    case doubtfulTime(attempt: Int, doubt: CommitDoubt)
    /// The only known time is that of a commit, and it precedes the release of the week.
    case olderThanRelease(week: String, attempt: Int)
    /// Every test of fixed inputs passes but no fresh input is answered correctly.
    case onlyFixedInputs(attempt: Int, exercises: [String])

    init(_ manual: Policy.ManualMark, automatic: Double?) {
      let before = manual.automatic.map(rounded)
      self =
        before == automatic
        ? .manual(
          mark: manual.mark.description, points: manual.points, automatic: automatic,
          reason: manual.reason)
        : .conflict(
          mark: manual.mark.description, points: manual.points, before: before, now: automatic,
          reason: manual.reason)
    }

    /// Whether the flag requires somebody to act.
    public var isUrgent: Bool {
      switch self {
      case .fault, .incomplete, .conflict, .undecidedTime, .unread, .disputed, .unmatched: true
      case .differingTimes, .laterPlatformDeadline, .missingThoughSubmitted, .unknownOrder: true
      case .missingOrUnmatched, .noPoints, .onlyFixedInputs, .doubtfulTime, .olderThanRelease: true
      case .missing, .manual, .unknownTime, .lateByFile, .otherRelease, .ungraded, .withdrawn,
        .held, .excused, .otherTimes, .takenAs:
        false
      }
    }

    /// The id of the mark that was given by hand.
    package var markByHand: String? {
      switch self {
      case .manual(let mark, _, _, _), .conflict(let mark, _, _, _, _): mark
      default: nil
      }
    }

    /// The flag as a sentence.
    public func phrase(_ language: Language) -> String {
      switch self {
      case .missing:
        Phrase("nothing was handed in", zh: "没有提交")(language)
      case .fault(let attempt, let reason):
        Phrase(
          "attempt \(attempt) could not be graded, retry it: \(reason)",
          zh: "第 \(attempt) 次提交未能评分，请重试：\(reason)")(language)
      case .incomplete(let attempt, let exercise):
        Phrase(
          "attempt \(attempt) lacks tests of \(exercise), retry it",
          zh: "第 \(attempt) 次提交缺少 \(exercise) 的部分测试结果，请重试")(language)
      case .manual(let mark, let points, let automatic, let reason):
        Phrase(
          "\(mark) is \(decimal(points)) by hand (automatic: \(Self.text(automatic))): \(reason)",
          zh:
            "\(Self.name(mark, .chinese)) 由教师定为 \(decimal(points)) 分（自动评分：\(Self.text(automatic))）：\(reason)"
        )(
          language)
      case .conflict(let mark, let points, let before, let now, let reason):
        Phrase(
          "conflict: \(mark) stays \(decimal(points)) by hand, but the automatic mark was "
            + "\(Self.text(before)) then and is \(Self.text(now)) now: \(reason)",
          zh: "冲突：\(Self.name(mark, .chinese)) 仍为教师所定的 \(decimal(points)) 分，但自动评分已由 "
            + "\(Self.text(before)) 变为 \(Self.text(now))：\(reason)")(language)
      case .unknownTime(let week, let attempt):
        Phrase(
          "\(week): nothing says when attempt \(attempt) came in; taken as in time",
          zh: "\(week)：不知道第 \(attempt) 次提交的时间，按准时处理")(language)
      case .lateByFile(let week, let attempt, let isCommit):
        Phrase(
          "\(week): attempt \(attempt) is late by the time of the \(isCommit ? "commit" : "file itself"); "
            + "if that is not the hand-in's, give the time by --times CSV",
          zh:
            "\(week)：第 \(attempt) 次提交按\(isCommit ? " commit " : "文件本身")的时间算迟交；如果那不是提交时间，请用 --times CSV 给出时间"
        )(language)
      case .undecidedTime, .unread, .disputed, .unmatched, .missingOrUnmatched, .differingTimes,
        .laterPlatformDeadline, .missingThoughSubmitted, .unknownOrder:
        undecided(language)
      case .otherTimes(let week, let attempt, let times):
        Phrase(
          "\(week): of attempt \(attempt), \(Self.list(times, .english)); the first counts",
          zh: "\(week)：第 \(attempt) 次提交，\(Self.list(times, .chinese))；以第一个为准")(language)
      case .takenAs(let attempt, let files):
        Phrase(
          "of attempt \(attempt): \(files.joined(separator: "; "))",
          zh: "第 \(attempt) 次提交：\(files.joined(separator: "；"))")(language)
      case .ungraded:
        Phrase("not graded yet", zh: "尚未评分")(language)
      case .withdrawn:
        Phrase("has left the class", zh: "已退课")(language)
      case .held:
        Phrase("held back: in no export and on no page", zh: "成绩暂不公布：不导出，也没有网页")(language)
      case .excused(let week):
        Phrase("\(week): excused", zh: "\(week)：免交")(language)
      case .noPoints(let item):
        Phrase(
          "\(item): others were given points by hand, this student none yet",
          zh: "\(item)：其他人已有人工评分，这名学生还没有")(language)
      case .otherRelease(let attempt, let release, let graded):
        Phrase(
          "attempt \(attempt) was made from release \(release) and graded with \(graded)",
          zh: "第 \(attempt) 次提交基于版本 \(release)，评分所用的版本是 \(graded)")(language)
      case .doubtfulTime(let attempt, let doubt):
        doubt.phrase(attempt)(language)
      case .olderThanRelease(let week, let attempt):
        Phrase(
          "the commit of attempt \(attempt) claims to be older than the release of \(week): its date "
            + "is a claim; look up when it was pushed, and give the time by --times CSV",
          zh: "第 \(attempt) 次提交的 commit 的时间比 \(week) 发布的时间还早：这个时间只是一面之词；"
            + "请查明推送时间，并用 --times CSV 给出")(language)
      case .onlyFixedInputs(let attempt, let exercises):
        Phrase(
          "attempt \(attempt) answers every fixed input and no fresh one, as a table of answers does: "
            + exercises.joined(separator: ", "),
          zh: "第 \(attempt) 次提交答对了所有固定输入，却没有答对任何新输入，像是一张答案表："
            + exercises.joined(separator: "、"))(language)
      }
    }

    /// Returns a mark's name; the total's is translated.
    package static func name(_ mark: String, _ language: Language) -> String {
      mark == MarkID.total.description ? Phrase(mark, zh: "总分")(language) : mark
    }

    /// Lists what sources say of a time.
    static func list(_ times: [StatedTime], _ language: Language) -> String {
      times.map { $0.phrase(language) }.joined(separator: Phrase(", ", zh: "，")(language))
    }

    private static func text(_ mark: Double?) -> String { mark.map(decimal) ?? "–" }
  }
}
