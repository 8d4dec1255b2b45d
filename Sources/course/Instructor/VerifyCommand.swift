import Authoring
import Coursework
import Foundation
import Syllabus
import Text

/// `course verify`: the proof of the course.
enum VerifyCommand: Subcommand {
  static let name = "verify"
  static let arguments = Phrase("[WEEK…]", zh: "[周…]")(.current)
  static let summary = Phrase(
    "for authors: prove that the suites accept right and reject wrong answers",
    zh: "供作者使用：证明测试能接受正确答案、拒绝错误答案")

  static func run(_ options: Options) throws -> Int32 {
    let weeks = try options.words.isEmpty ? Course.weeks : options.words.map(Selection.week)
    let package = RunEnvironment.current.package
    let build = try PackageBuild(package: package)
    guard build.succeeded else {
      print(build.output)
      return 1
    }
    let verification = try Verification(weeks: weeks, package: package) {
      Console.say($0.phrase(.current))
    }
    let tally = try verification.run()
    for line in tally.summary { print(line(.current)) }
    return tally.problems.isEmpty ? 0 : 1
  }
}
