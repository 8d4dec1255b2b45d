import Authoring
import Commands
import Coursework
import Demos
import Foundation
import Syllabus
import Text

/// `course verify`: proves the course.
enum VerifyCommand {
  static var command: Command {
    Command(
      "verify",
      Phrase(
        "prove that the suites accept correct and reject wrong answers",
        zh: "证明测试能接受正确答案、拒绝错误答案"),
      arguments: [.weeks], action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let weeks = try Selection.weeks(named: invocation.operands)
    let package = RunEnvironment.current.package
    let problems = PackageCheck(
      weeks: weeks, package: package, demos: Set(Demo.all.map(\.week))
    ).problems()
    for problem in problems { Console.say(VerificationLine.problem(problem).phrase(.current)) }
    let build = try PackageBuild(package: package)
    guard build.succeeded else {
      print(build.output)
      return .failure
    }
    let verification = try Verification(weeks: weeks, package: package) {
      Console.say($0.phrase(.current))
    }
    var tally = try verification.run()
    tally.problems = problems + tally.problems
    for line in tally.summary { print(line(.current)) }
    return tally.problems.isEmpty ? .success : .failure
  }
}
