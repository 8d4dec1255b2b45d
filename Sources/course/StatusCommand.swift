import Coursework
import Plotting
import Syllabus
import Text

/// `course status`, and `course` alone: where the learner is.
enum StatusCommand: Subcommand {
  static let name = "status"
  static let summary = Phrase(
    "where you are: points per week and the next exercise", zh: "当前进度：每周得分和下一个练习")

  static func run(_ options: Options) throws -> Int32 {
    let records = try ProgressFile.standard.records()
    let table = ScoreTable(records, weeks: Course.weeks)
    print(table.overview(.current))
    if let release = RunEnvironment.current.release {
      print(Phrase("Release \(release.version)", zh: "发布版 \(release.version)")(.current))
    }
    return 0
  }
}
