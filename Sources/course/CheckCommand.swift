import Commands
import Coursework
import Foundation
import Syllabus
import Text

/// `course check [WEEK|EXERCISE]`: the graded tests, in words that a person likes to read.
enum CheckCommand {
  static var command: Command {
    Command(
      "check",
      Phrase(
        "run the graded tests and say what is wrong and why", zh: "运行评分测试，说明哪里不对、为什么不对"),
      arguments: [.weekOrExercise],
      options: [
        Option("--all", Phrase("the full message of every failure", zh: "显示每个失败的完整说明"))
      ],
      action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let exercises = try Selection.exercises(invocation.operands.first)
    let package = RunEnvironment.current.package
    let build = try PackageBuild(package: package)
    guard build.succeeded else {
      report(build, asked: exercises)
      return .failure
    }
    let ids = exercises.map(\.info.id)
    let bundle = try TestBundle(package: package)
    let classes = try TestClasses(of: bundle)
    let named = Set(exercises.map(\.info.week))
    let weeks = Course.weeks.filter { named.contains($0.id) }
    let run = try bundle.run(
      suites: weeks.flatMap(classes.names(grading:)),
      environment: ["COURSE_ONLY": ids.joined(separator: ",")])
    let report = CheckReport(
      run.records, of: exercises, details: invocation.has("--all") ? .max : 1)
    print(report.text(.current))
    return run.records.contains { $0.verdict.isRed } ? .failure : .success
  }

  private static func report(_ build: PackageBuild, asked exercises: [any AnyExercise]) {
    let report = CompilerReport(
      build, package: RunEnvironment.current.package,
      weeks: Course.weeks.filter { week in exercises.contains { $0.info.week == week.id } })
    print(Console.paint(Verdict.doesNotCompile.phrase(.current), .red))
    for line in report.lines(.current) { print(Console.wrapped(line)) }
  }
}
