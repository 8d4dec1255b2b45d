import Commands
import Coursework
import Foundation
import Gradebooks
import Reports
import Syllabus
import Text

/// `course autograder gradescope|classroom DIR`: writes what another platform needs to grade with
/// this course.
enum AutograderCommand {
  static var command: Command {
    Command(
      "autograder",
      Phrase(
        "write the autograder of Gradescope or GitHub Classroom",
        zh: "生成 Gradescope 或 GitHub Classroom 的自动评分包"),
      groups: [CommandGroup(Phrase("Platforms", zh: "平台"), [gradescope, classroom])])
  }

  private static let folder = Argument(Phrase("DIR", zh: "目录"), completion: .folders)
  private static let weeks = Option.weeks(Phrase("which weeks; all by default", zh: "评哪几周，默认全部"))

  private static var gradescope: Command {
    Command(
      "gradescope",
      Phrase(
        "write an autograder that runs this course's own grader", zh: "生成运行本课程评分程序的自动评分包"),
      arguments: [folder],
      options: [weeks, .policy, .hidden, .hiddenResults, .trustSubmissions],
      action: writeBundle)
  }

  private static var classroom: Command {
    Command(
      "classroom",
      Phrase("write a workflow that gives feedback on every push", zh: "生成每次推送时给出反馈的工作流"),
      arguments: [folder], options: [weeks], action: writeWorkflow)
  }

  /// - Throws: `CommandError`, or a problem with the policy, which is better found now than on
  ///   another machine.
  private static func writeBundle(_ invocation: Invocation) throws -> ExitCode {
    let weeks = try Selection.weeks(invocation.text("--weeks"))
    let policy = invocation.file("--policy")
    if let policy { _ = try Policy(contentsOf: policy) }
    let results: HiddenTests? = try invocation.choice("--hidden-results")
    let isTrusting = invocation.has("--trust-submissions")
    var words: [String] = []
    if invocation.has("--weeks") {
      words += ["--weeks", weeks.map(\.id).joined(separator: ",")]
    }
    if let results { words += ["--hidden-results", results.rawValue] }
    if isTrusting { words.append("--trust-submissions") }
    if invocation.has("--lang") { words += ["--lang", invocation.language.rawValue] }
    let target = URL(fileURLWithPath: invocation.operands[0])
    let bundle = GradescopeBundle(
      package: RunEnvironment.current.package, options: words, policy: policy,
      hidden: invocation.file("--hidden"))
    try CommandError.creating(target.path) { try bundle.write(to: target) }
    print(afterBundle(target.path, isTrusting: isTrusting)(invocation.language))
    return .success
  }

  private static func writeWorkflow(_ invocation: Invocation) throws -> ExitCode {
    let weeks = try Selection.weeks(invocation.text("--weeks"))
    let target = URL(fileURLWithPath: invocation.operands[0])
    try CommandError.creating(target.path) { try ClassroomWorkflow(weeks: weeks).write(to: target) }
    print(afterWorkflow(target.path)(invocation.language))
    return .success
  }

  private static func afterBundle(_ path: String, isTrusting: Bool) -> Phrase {
    let sandbox =
      isTrusting
      ? Phrase(
        "   It grades without a sandbox where there is none (--trust-submissions).",
        zh: "   没有沙箱时它也会评分（--trust-submissions）。")
      : Phrase(
        """
           Where bubblewrap cannot create namespaces, as in most containers, each submission runs under
           its own user id, without access to the course's files. If the test submission reports that
           there is no sandbox, not even that is possible there: write the bundle again with
           --trust-submissions.
        """,
        zh: """
             如果容器不允许 bubblewrap 创建命名空间（多数容器如此），每份提交会以单独的用户身份运行，
             课程的文件对它一律不开放。若试交时仍提示没有沙箱，说明那里连这一点也做不到：
             请加上 --trust-submissions 重新生成。
          """)
    return Phrase(
      """
      The autograder is in \(path). What to do next:
      1. Zip the contents of the folder, not the folder itself: cd \(path) && zip -r ../autograder.zip .
      2. In Gradescope, create a programming assignment, open Configure Autograder, upload the zip, and
         choose Ubuntu 22.04 and the largest container. Building the image takes a few minutes.
      3. Use Test Autograder with a submission of your own.
      \(sandbox.english)
      Gradescope manages deadlines, extensions and manual changes itself: of a policy file, only the
      points apply there.
      """,
      zh: """
        自动评分包已写入 \(path)。接下来：
        1. 压缩文件夹里的内容，而不是文件夹本身：cd \(path) && zip -r ../autograder.zip .
        2. 在 Gradescope 新建编程作业，打开 Configure Autograder，上传压缩包，选 Ubuntu 22.04
           和最大的容器。构建镜像需要几分钟。
        3. 用 Test Autograder 交一份自己的作业试试。
        \(sandbox.chinese)
        截止时间、延期和手动改分由 Gradescope 自己管理：评分规则文件里只有分值在那里起作用。
        """)
  }

  private static func afterWorkflow(_ path: String) -> Phrase {
    Phrase(
      """
      The workflow is in \(path)/.github. What to do next:
      1. Commit .github to the starter repository of the assignment.
      2. In GitHub Classroom, choose that repository, and “custom YAML” for autograding.
      Students can change the workflow in their own repositories, so it is only for feedback. For the
      final marks, clone the repositories and run course grade on them.
      """,
      zh: """
        工作流已写入 \(path)/.github。接下来：
        1. 把 .github 提交到作业的起始仓库。
        2. 在 GitHub Classroom 里选用这个仓库，自动评分选“custom YAML”。
        学生可以改自己仓库里的工作流，所以它只用来给学生反馈。
        正式成绩请克隆各人的仓库，再运行 course grade。
        """)
  }
}
