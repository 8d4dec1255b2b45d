import Authoring
import Coursework
import Files
import Foundation
import Grading
import Syllabus
import Text

/// `course similarity SUBMISSIONS`: pairs that share more than the task explains.
enum SimilarityCommand: Subcommand {
  static let name = "similarity"
  static let arguments = Phrase("SUBMISSIONS", zh: "提交")(.current)
  static let summary = Phrase(
    "for instructors: find submissions that share more than the task explains",
    zh: "供教师使用：找出相同之处超出题目原因的提交")
  static let options = [
    Option(
      "--out", "DIR", Phrase("where the pages go; default: similarity", zh: "网页的存放目录；默认 similarity")
    ),
    Option("--weeks", "WEEK,…", Phrase("compare these weeks only", zh: "只比较这几周")),
    Option("--roster", "CSV", Phrase("names the students", zh: "学生名单")),
  ]
  static let details: Phrase? = Phrase(
    """
    SUBMISSIONS is what course grade takes: a folder or an archive. Renaming, comments, layout and
    the order of functions make no difference; given code and what most of the class wrote do not
    count. The pages show each pair side by side. They are a reason to look, and no proof.
    """,
    zh: """
      提交的格式与 course grade 相同：文件夹或压缩包。改名、注释、排版和函数顺序都不影响比较；
      课程给出的代码和班上多数人的写法不计。网页把每一对并排显示。这是值得查看的理由，不是证据。
      """)

  static func run(_ options: Options) throws -> Int32 {
    guard let path = options.words.first else { throw UsageError.missingArgument(arguments) }
    let weeks = try Selection.weeks(options.text("--weeks"))
    let roster = try options.file("--roster").map(Roster.init(contentsOf:))
    let reader = try SubmissionReader(URL(fileURLWithPath: path), roster: roster)
    for remark in reader.remarks { print(remark.phrase(.current)) }
    var similarity = Similarity(given: try given(weeks))
    for student in reader.students {
      do {
        similarity.add(student, sources: try latest(student, reader))
      } catch let error as IntakeError {
        // One student's file that cannot be read must not keep a class from being compared.
        Console.complain("\(printable(student.name)): \(error.phrase(.current))")
      }
    }
    let report = SimilarityReport(similarity)
    let folder = options.file("--out") ?? URL(fileURLWithPath: "similarity")
    try report.write(to: folder) { try latest($0, reader) }
    for pair in report.pairs.prefix(20) {
      let found = pair.weeks.map { "\($0.id) \(Int(($0.score * 100).rounded()))%" }
      print(
        "  \(printable(pair.first.name)) · \(printable(pair.second.name))  "
          + found.joined(separator: ", "))
    }
    let place = folder.appending(path: "index.html").path
    print(
      Phrase(
        "\(report.students) students, \(report.pairs.count) pairs: \(place)",
        zh: "\(report.students) 名学生，\(report.pairs.count) 对：\(place)")(.current))
    return 0
  }

  /// The sources of a student's last attempt.
  private static func latest(
    _ student: Student, _ reader: SubmissionReader
  ) throws -> [String: Data] {
    try reader.submissions(of: student).last?.sources ?? [:]
  }

  /// The stubs and the course's own solutions; in a release, which has none, what the package holds.
  private static func given(_ weeks: [Week]) throws -> [String: Similarity.Given] {
    let package = RunEnvironment.current.package
    let assigning = Assigning(package: package)
    var given: [String: Similarity.Given] = [:]
    for week in weeks {
      let folder = package.appending(path: "Solutions/\(week.folder)")
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      let solutions = files.filter { $0.hasSuffix(".swift") }.compactMap {
        try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
      }
      let stub =
        try files.isEmpty
        ? String(contentsOf: assigning.exerciseFile(week), encoding: .utf8) : assigning.stub(week)
      given[week.id] = Similarity.Given(stub: stub, solutions: solutions)
    }
    return given
  }
}

extension RosterError: DataError {}
