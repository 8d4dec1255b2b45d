import Commands
import Coursework
import Files
import Foundation
import Intake
import Releases
import Similarity
import Syllabus
import Text

/// `course similarity SUBMISSIONS`: finds pairs that share more than the task explains.
enum SimilarityCommand {
  static var command: Command {
    Command(
      "similarity",
      Phrase(
        "find submissions that share more than the task explains", zh: "找出相同之处超出题目原因的提交"),
      arguments: [.submissions],
      options: [
        Option(
          "--out", "DIR",
          Phrase("where the pages go; default: similarity", zh: "网页的存放目录；默认 similarity"),
          completion: .folders),
        .weeks(Phrase("compare these weeks only", zh: "只比较这几周")),
        Option("--roster", "CSV", Phrase("names the students", zh: "学生名单"), completion: .files),
        .groups,
      ],
      details: details, action: run)
  }

  private static let details = Phrase(
    """
    SUBMISSIONS is what course grade takes: a folder or an archive. Renaming, comments, layout and
    the order of functions make no difference; given code and what most of the class wrote do not
    count. The pages show each pair side by side. They are a reason to look, not proof.
    """,
    zh: """
      提交的格式与 course grade 相同：文件夹或压缩包。改名、注释、排版和函数顺序都不影响比较；
      课程给出的代码和班上多数人的写法不计。网页把每一对并排显示。这是值得查看的理由，不是证据。
      """)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let paths = invocation.operands.map(URL.init(fileURLWithPath:))
    let weeks = try Selection.weeks(invocation.text("--weeks"))
    let roster = try invocation.file("--roster").map(Roster.init(contentsOf:))
    let groups = try GradeOptions.groups(invocation, roster)
    let reader = try SubmissionReader(
      paths, weeks: Course.weeks, roster: roster,
      settings: IntakeSettings(
        stubs: GradeOptions.stubs(of: RunEnvironment.current.package), groups: groups))
    for remark in reader.remarks { print(remark.phrase(.current)) }
    var similarity = ClassSimilarity(given: try given(weeks), groups: groups)
    for student in reader.students {
      do {
        similarity.add(student, attempts: try attempts(of: student, reader))
      } catch let error as IntakeError {
        // One student's unreadable file must not prevent the comparison of a class.
        Console.complain(
          Phrase("error: ", zh: "错误：")(.current)
            + "\(printable(student.name)): \(error.phrase(.current))")
      }
    }
    let report = SimilarityReport(similarity)
    let folder = invocation.file("--out") ?? URL(fileURLWithPath: "similarity")
    let pairs = try CommandError.creating(folder.path) {
      try report.write(to: folder) { try attempts(of: $0, reader) }
    }
    for student in report.unread {
      print(
        Phrase(
          "  \(printable(student.name)): not compared, nothing of these weeks could be read",
          zh: "  \(printable(student.name))：未能比较，没有这几周的可读文件")(.current))
    }
    for pair in pairs.prefix(20) {
      let found = pair.weeks.map { "\($0.id) \(SimilarityReport.percent($0.score))" }
      print(
        "  \(printable(pair.first.name)) · \(printable(pair.second.name))  "
          + found.joined(separator: ", "))
    }
    let place = folder.appending(path: "index.html").path
    print(
      Phrase(
        "\(report.students) students, \(report.pairs.count) pair\(report.pairs.count == 1 ? "" : "s"): \(place)",
        zh: "\(report.students) 名学生，\(report.pairs.count) 对：\(place)")(.current))
    return .success
  }

  /// Returns the sources of every attempt of a student.
  private static func attempts(
    of student: Student, _ reader: SubmissionReader
  ) throws -> [[String: Data]] {
    try reader.submissions(of: student).map(\.sources)
  }

  /// Returns the stubs and the course's own solutions; in a release, which has no solutions, the
  /// package's own files.
  private static func given(_ weeks: [Week]) throws -> [String: ClassSimilarity.Given] {
    let package = RunEnvironment.current.package
    let assigning = Assigning(package: package)
    var given: [String: ClassSimilarity.Given] = [:]
    for week in weeks {
      let folder = package.appending(path: "Solutions/\(week.folder)")
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      let solutions = files.filter { $0.hasSuffix(".swift") }.compactMap {
        try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
      }
      let stub =
        try files.isEmpty
        ? String(contentsOf: assigning.exerciseFile(week), encoding: .utf8) : assigning.stub(week)
      given[week.id] = ClassSimilarity.Given(stub: stub, solutions: solutions)
    }
    return given
  }
}
