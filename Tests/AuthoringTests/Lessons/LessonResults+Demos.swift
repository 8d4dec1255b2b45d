import Coursework
import Demos
import Syllabus

extension LessonResults {
  /// The results that the demos print with the solutions.
  static let demos: [String: Computation] = [
    "C3W1.inputs": { try numbers(inNote: 0, of: report("C3W1")) },
    "C4W1.demo": {
      var choices = Array(repeating: DemoOptions(), count: 4)
      choices[1].steps = 3000
      choices[2].layers = [12, 32]
      choices[3].learningRate = 1
      return try choices.flatMap { options in
        let told = try report("C4W1", options)
        return [told.trainAccuracy, told.testAccuracy].map { $0 ?? .nan }
      }
    },
    "C4W3.thresholds": {
      try numbers(inNote: 1, of: report("C4W3"), all: true)
    },
    "C4W4.oneShot": {
      let told = try report("C4W4")
      return try [1, 2, 3].map { try numbers(inNote: $0, of: told)[0] } + [100.0 / 3]
    },
  ]

  /// The report of a week's demo.
  private static func report(
    _ week: String, _ options: DemoOptions = DemoOptions()
  ) throws -> DemoReport {
    guard let demo = Demo.all.first(where: { $0.week == week }) else { throw NoDemo(week: week) }
    return try demo.training.reference(options)
  }

  private static func numbers(
    inNote place: Int, of report: DemoReport, all: Bool = false
  ) throws -> [Double] {
    ResultBlock.numbers(in: report.notes[place], all: all).compactMap(Double.init)
  }

  private struct NoDemo: Error { let week: String }
}
