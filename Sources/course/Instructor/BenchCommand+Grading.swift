import Benchmarks
import Commands
import Coursework
import Files
import Foundation
import Plotting
import Syllabus
import Text

extension BenchCommand {
  /// Runs `course bench --grading`: grades a class of one week, then one of all weeks.
  static func runGrading(_ options: Invocation) throws -> ExitCode {
    let students = try options.integer("--students") ?? 300
    let classes =
      try options.text("--weeks").map { [try Selection.weeks($0)] }
      ?? [Array(Course.weeks.prefix(1)), Course.weeks]
    let isJSON = options.has("--json")
    // The submissions are made of its wrong and second right answers.
    let environment = RunEnvironment.current
    try ReferenceBuild.run(package: environment.package, programs: environment.programs)
    var measurements: [GradingBench.Measurement] = []
    for weeks in classes {
      let line = GradeProgress(.current)
      let measurement = try GradingBench(students: students, weeks: weeks).run {
        if !isJSON { line.show($0) }
      }
      line.end()
      measurements.append(measurement)
      if isJSON {
        Console.say(String(decoding: try JSONEncoder.ordered().encode(measurement), as: UTF8.self))
      }
    }
    if !isJSON { Console.say(table(measurements)) }
    return .success
  }

  private static func table(_ measurements: [GradingBench.Measurement]) -> String {
    let table = Table(
      [
        .init(Phrase("weeks", zh: "周")(.current)),
        .init(Phrase("students", zh: "学生数")(.current), .right),
        .init(Phrase("submissions/s", zh: "份/秒")(.current), .right),
        .init(Phrase("first 30", zh: "前 30 份")(.current), .right),
        .init(Phrase("last 30", zh: "后 30 份")(.current), .right),
        .init(Phrase("writing", zh: "写成绩")(.current), .right),
        .init(Phrase("memory", zh: "内存")(.current), .right),
        .init(Phrase("gradebook", zh: "成绩册校验和")(.current), .right),
      ],
      rows: measurements.map { one in
        [
          one.weeks.count == 1 ? one.weeks[0] : "\(one.weeks.count)", "\(one.students)",
          one.rate.text(decimals: 2), one.first.text(decimals: 2) + " s",
          one.last.text(decimals: 2) + " s", one.writing.text(decimals: 1) + " s",
          "\(one.memory >> 20) MB", String(format: "%08x", one.gradebook),
        ]
      })
    return table.text(in: Console.terminal)
  }
}
