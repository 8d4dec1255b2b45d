public import Coursework
import Foundation
public import Gradebooks
public import Intake
public import Syllabus
public import Text

/// The columns of a platform's table that receive the marks of each week.
///
/// They are determined before anything is graded, so that an instructor is asked at the start and
/// not hours later.
public struct PlatformColumns: Sendable {
  /// The destination of a week's marks.
  enum Target: Sendable, Hashable {
    case column(Int)
    /// A column that the import creates.
    case new
    /// None, with the reason.
    case none
  }

  let targets: [String: Target]
  /// The students whom the platform's own table excuses from a week, or to whom it is not assigned.
  public let excuses: [Policy.Excuse]
  /// Remarks on choices made on the instructor's behalf.
  public let remarks: [Phrase]

  /// Finds the column of every week.
  ///
  /// - Parameters:
  ///   - roster: the platform's table.
  ///   - weeks: the weeks that are graded.
  ///   - choices: the instructor's choices, such as `C1W2=222`.
  ///   - course: all weeks, after which a column may be named.
  /// - Throws: `PlatformError` if several columns are possible, or a choice matches none.
  public init(
    _ roster: Roster, weeks: [Week], choices: AssignmentChoices = AssignmentChoices(),
    course: [Week] = Course.weeks
  ) throws(PlatformError) {
    switch roster.kind {
    case .canvas, .blackboard, .brightspace:
      let found = try Self.targets(roster, weeks, choices, course)
      let excused = roster.kind == .canvas ? CanvasExcuses(roster, found.0, weeks) : nil
      targets = found.0
      excuses = excused?.excuses ?? []
      remarks = found.1 + (excused?.remarks ?? [])
    case .moodle:
      guard let worksheet = MoodleWorksheet(roster.header, roster.rows) else {
        (targets, excuses, remarks) = ([:], [], [])
        return
      }
      excuses = []
      let week = try Self.week(of: roster, weeks, choices, course)
      targets = week.map { [$0.id: .column(worksheet.grade)] } ?? [:]
      remarks =
        week == nil
        ? [
          Phrase(
            "\(roster.fileName) is the worksheet of one assignment, and \(weeks.count) weeks are "
              + "graded: moodle.csv is not written. Name the week: --assignment C1W2, or --weeks C1W2",
            zh: "\(roster.fileName) 是一项作业的评分表，而本次评 \(weeks.count) 周：不写 moodle.csv。"
              + "请指明是哪一周：--assignment C1W2，或 --weeks C1W2")
        ] : []
    case .gradescope, .classroom, .plain:
      (targets, excuses, remarks) = ([:], [], [])
    }
  }

  private static func targets(
    _ roster: Roster, _ weeks: [Week], _ choices: AssignmentChoices, _ course: [Week]
  ) throws(PlatformError) -> ([String: Target], [Phrase]) {
    let columns = AssignmentColumn.all(of: roster)
    var targets: [String: Target] = [:]
    var remarks: [Phrase] = []
    for week in weeks {
      if let choice = choices[week.id] {
        targets[week.id] = try target(choice, week, columns, roster)
        continue
      }
      let found = AssignmentColumn.candidates(for: week, among: columns, course: course)
      switch found {
      case .one(let column):
        targets[week.id] = .column(column.index)
        remarks.append(
          Phrase(
            "\(week.id) goes into “\(column.heading)”",
            zh: "\(week.id) 的分数写入“\(column.heading)”这一列"))
      case .several(let columns):
        throw .ambiguousColumn(
          week: week.id, columns: columns.map(\.heading), example: columns.last?.id ?? "")
      case .none:
        let (target, remark) = without(week, roster, columns)
        targets[week.id] = target
        remarks.append(remark)
      }
    }
    for index in roster.header.indices {
      let both = weeks.map(\.id).filter { targets[$0] == .column(index) }
      if both.count > 1 { throw .oneColumn(weeks: both, column: roster.header[index]) }
    }
    return (targets, remarks)
  }

  private static func without(
    _ week: Week, _ roster: Roster, _ columns: [AssignmentColumn]
  ) -> (Target, Phrase) {
    let known = columns.prefix(6).map { "“\($0.heading)”" }
    let (list, chinese) = (known.joined(separator: ", "), known.joined(separator: "、"))
    let english =
      known.isEmpty ? "" : " (the table has \(list)); --assignment \(week.id)=ID names one"
    let zh = known.isEmpty ? "" : "（表中有 \(chinese)）；可用 --assignment \(week.id)=ID 指定"
    guard roster.kind != .blackboard else {
      // Its upload creates text columns that are worth nothing.
      return (
        .none,
        Phrase(
          "no column is named after \(week.id), so its marks are not in the export\(english)",
          zh: "没有以 \(week.id) 命名的列，其分数不会导出\(zh)")
      )
    }
    return (
      .new,
      Phrase(
        "no column is named after \(week.id), so it gets a new one\(english)",
        zh: "没有以 \(week.id) 命名的列，因此新建一列\(zh)")
    )
  }

  private static func target(
    _ choice: String, _ week: Week, _ columns: [AssignmentColumn], _ roster: Roster
  ) throws(PlatformError) -> Target {
    if ["new", "新"].contains(choice.lowercased()) { return .new }
    let found = columns.filter { $0.isCalled(choice) }
    guard found.count == 1, let column = found.first else {
      throw .unknownColumn(
        week: week.id, choice: choice,
        columns: (found.isEmpty ? columns : found).map(\.heading))
    }
    return .column(column.index)
  }

  /// Returns the week whose worksheet a table is: the only one, the chosen one, or the one in the
  /// file's name, `Grades-DL-C1W2 Logistic regression-4711.csv`.
  private static func week(
    of roster: Roster, _ weeks: [Week], _ choices: AssignmentChoices, _ course: [Week]
  ) throws(PlatformError) -> Week? {
    let named = weeks.filter { choices[$0.id] != nil }
    if named.count > 1 { throw .oneColumn(weeks: named.map(\.id), column: roster.fileName) }
    if let week = named.first { return week }
    if weeks.count == 1 { return weeks.first }
    let file = AssignmentColumn(heading: roster.fileName, id: "", title: roster.fileName, index: 0)
    let found = weeks.filter { file.names($0, course: course) }
    return found.count == 1 ? found.first : nil
  }
}

/// An instructor's choice of columns: `C1W2=222,C1W3=new`, or just `C1W2`.
public struct AssignmentChoices: Sendable, Equatable {
  private let columns: [String: String]

  /// Creates an empty choice.
  public init() { columns = [:] }

  /// Parses the value of `--assignment`; nil if it is malformed or names a week that is not graded.
  public init?(_ text: String, weeks: [Week]) {
    var columns: [String: String] = [:]
    for part in text.split(separator: ",") {
      let words = part.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard let name = words.first,
        let week = weeks.first(where: { $0.id.lowercased() == name.lowercased() }),
        columns[week.id] == nil
      else { return nil }
      columns[week.id] = words.count > 1 ? words[1] : ""
    }
    self.columns = columns
  }

  subscript(week: String) -> String? { columns[week] }
}
