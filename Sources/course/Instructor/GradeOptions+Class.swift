import Commands
import Files
import Foundation
import Gradebooks
import Intake
import Reports
import Text

/// The students whose work a run grades, and the policy by the ids of the class.
struct Selected {
  let policy: Policy
  /// The problems with names in the policy or the options that match nobody in the class.
  let problems: [Phrase]
  private let only: Set<String>
  private let skipped: Set<String>
  private let strangers: Set<String>
  private let listed: Set<String>?

  init(_ order: GradeOptions, _ reader: SubmissionReader) {
    let students = reader.students + reader.missing
    let resolved = order.policy.resolved(for: students, roster: order.roster)
    policy = resolved.policy
    var problems = resolved.problems.map(\.phrase)
    func ids(_ names: [String], _ option: String) -> Set<String> {
      Set(
        names.compactMap { name in
          let known = students.first { $0.id == name || $0.name == name }?.id
          let found = known.map { [$0] } ?? order.roster?.students(named: name).map(\.id) ?? []
          if found.count == 1 { return found[0] }
          let near = Spelling.nearest(name, students.map(\.id))
          problems.append(
            Phrase(
              "\(option): nobody in the class is called “\(name)”"
                + (near.map { "; did you mean “\($0)”?" } ?? ""),
              zh: "\(option)：班上没有“\(name)”" + (near.map { "；是不是想写“\($0)”？" } ?? "")))
          return nil
        })
    }
    only = ids(order.only, "--only")
    skipped = ids(order.skip, "--skip")
    let onRoster = order.roster.map { Set($0.students.map(\.id)) }
    listed = onRoster
    strangers = onRoster.map { ids in Set(students.map(\.id)).subtracting(ids) } ?? []
    self.isOnly = !order.only.isEmpty
    self.problems = problems
  }

  private let isOnly: Bool

  /// Returns whether a student is on the roster; nil without one.
  var isListed: (@Sendable (Student) -> Bool)? {
    guard let listed else { return nil }
    return { listed.contains($0.id) }
  }

  /// Returns whether this run grades a student's work.
  func contains(_ student: Student) -> Bool {
    (!isOnly || only.contains(student.id)) && !skipped.contains(student.id)
  }

  /// Returns whether a hand-in is ignored: one that is skipped and belongs to nobody on the roster.
  func leavesOut(_ student: Student) -> Bool {
    skipped.contains(student.id) && strangers.contains(student.id)
  }
}

extension Option {
  static let roster = Option(
    "--roster", "CSV",
    Phrase(
      "the gradebook of Canvas, Blackboard or Brightspace, Moodle's worksheet, Gradescope's or "
        + "Classroom's list, or id,name",
      zh: "Canvas、Blackboard、Brightspace 的成绩册，Moodle 的评分表，Gradescope 或 Classroom 的名单，或 id,name"),
    completion: .files)

  static let assignment = Option(
    "--assignment", "WEEK=ID,…",
    Phrase(
      "the column of a week in the roster, by number or name, or new",
      zh: "某一周在名单里对应的列：编号、名称，或 new"))

  static let groups = Option(
    "--groups", "CSV",
    Phrase(
      "who works together: student,group; or roster, for its group column",
      zh: "小组名单：student,group；或写 roster，用名单里的小组列"),
    completion: .files)

  static let comments = Option(
    "--comments", "CSV",
    Phrase(
      "manual comments and points: student,week,item,points,possible,comment",
      zh: "人工评语和分数：student,week,item,points,possible,comment"),
    completion: .files)

  static let only = Option(
    "--only", "ID,…", Phrase("grade these students alone", zh: "只评这些学生"))

  static let skip = Option(
    "--skip", "ID,…",
    Phrase("leave out these students, or hand-ins that belong to nobody", zh: "略过这些学生，或不知是谁的提交"))

  static let hold = Option(
    "--hold", "ID,…",
    Phrase("keep these students' marks out of exports and pages", zh: "这些学生的成绩暂不导出、不生成网页"))

  static let csv = Option(
    "--csv", oneOf: CSV.Style.allCases.map(\.rawValue),
    Phrase(
      "gradebook.csv with commas (us, the default), or with semicolons and decimal commas (eu)",
      zh: "gradebook.csv 用逗号（us，默认），或用分号和小数逗号（eu）"))

  static let build = Option(
    "--build",
    Phrase("build the judge that shards read, and grade nothing", zh: "只构建各分片共用的评分程序，不评分"))

  static let shard = Option(
    "--shard", "I/N",
    Phrase(
      "grade part I of N, for several machines with one RESULTS; auto/N asks the scheduler",
      zh: "只评 N 份中的第 I 份：多台机器共用一个成绩文件夹；auto/N 由调度系统给出编号"))

  static let merge = Option(
    "--merge", Phrase("RESULTS", zh: "成绩"),
    Phrase("merge all shards and write the results of the class", zh: "合并所有分片并写出成绩"),
    completion: .folders)

  static let slurm = Option(
    "--slurm", "DIR",
    Phrase(
      "with --shard auto/N: build the judge and write the jobs of a cluster with Slurm",
      zh: "与 --shard auto/N 一起用：构建评分程序，并写出 Slurm 集群的作业"),
    completion: .folders)

  static let export = Option(
    "--export", "FORM,…",
    Phrase(
      "also write feedback, gradescope, junit, exercism, or all",
      zh: "另外导出 feedback、gradescope、junit、exercism，或 all"),
    completion: .words { ["feedback", "gradescope", "junit", "exercism", "all"] })
}
