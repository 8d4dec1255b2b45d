import Commands
import Coursework
import Foundation
import Releases
import Syllabus
import Text

/// `course release DIR`: writes the package that a class receives.
enum ReleaseCommand {
  static var command: Command {
    Command(
      "release",
      Phrase(
        "write the package that a class receives, without the solutions",
        zh: "生成发给学生的版本，其中不含参考答案"),
      arguments: [Argument(Phrase("DIR", zh: "目录"), completion: .folders)],
      options: [
        .weeks(Phrase("these weeks only", zh: "只包含这些周")),
        Option(
          "--seeds", "N",
          Phrase(
            "the number of seeds of fresh inputs to record answers for; 5 by default",
            zh: "为多少个随机输入种子录制答案，默认 5")),
      ],
      details: details, action: run)
  }

  private static let details = Phrase(
    """
    The suites compare with answers that are recorded now, so that a class needs no solutions. A
    release that contains a line of a solution is not written. Each of its files in Exercises/ begins
    with a line that names the release, which course grade reads.
    """,
    zh: """
      测试所比较的答案在此时录制，因此学生不需要参考答案。只要其中出现参考答案的任何一行，就不会生成。
      Exercises/ 里的每个文件以一行注释开头，写明版本号；course grade 据此识别版本。
      """)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let path = invocation.operands[0]
    let folder = URL(fileURLWithPath: path).standardizedFileURL
    let weeks = try Selection.weeks(invocation.text("--weeks"))
    let seeds = try chosenSeeds(invocation)
    try Releasing.checkEmpty(folder)
    let package = RunEnvironment.current.package
    let build = try PackageBuild(package: package)
    guard build.succeeded else {
      print(build.output)
      return .failure
    }
    let start = ContinuousClock.now
    let releasing = Releasing(
      package: package, weeks: weeks, seeds: seeds, markerLine: ReleaseMarker.line
    ) {
      Console.say($0(.current))
    }
    let summary = try releasing.write(to: folder)
    let seconds = Int(((ContinuousClock.now - start) / .seconds(1)).rounded())
    let megabytes = (Double(summary.answers) / 1e6).text(decimals: 1)
    print(
      Phrase(
        "release \(summary.release.version): \(summary.files) files in \(path), \(megabytes) MB of them recorded answers, in \(seconds) s",
        zh:
          "发布版 \(summary.release.version)：\(path) 中共 \(summary.files) 个文件，其中录制的答案 \(megabytes) MB，用时 \(seconds) 秒"
      )(
        .current))
    return .success
  }

  /// Chooses seeds that nobody can predict.
  private static func chosenSeeds(_ invocation: Invocation) throws -> [UInt32] {
    let count = try invocation.integer("--seeds", in: 1...50) ?? 5
    var seeds: Set<UInt32> = []
    while seeds.count < count { seeds.insert(.random(in: 1...999_999)) }
    return seeds.sorted()
  }
}
