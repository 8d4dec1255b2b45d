import Coursework
import Foundation
import Text

#if !RELEASE
  import Authoring
#endif

/// `course reset EXERCISE`: the stub back in place of what the learner wrote.
enum ResetCommand: Subcommand {
  static let name = "reset"
  static let arguments = Phrase("EXERCISE", zh: "练习")(.current)
  static let summary = Phrase(
    "put an exercise back to its stub; what you wrote is kept in .course/backup",
    zh: "把练习恢复成空函数；你写的内容会保存在 .course/backup")

  static func run(_ options: Options) throws -> Int32 {
    guard let word = options.words.first else { throw UsageError.missingArgument(arguments) }
    let (week, exercise) = try Selection.exercise(word)
    let file = ExerciseFile(of: week, in: RunEnvironment.current.package)
    if let backup = try file.reset(exercise.info.name, from: stub(week)) {
      print(
        Phrase(
          "\(exercise.info.id) is a stub again; the file as it was is \(backup.path)",
          zh: "\(exercise.info.id) 已恢复为空函数；原来的文件保存在 \(backup.path)")(.current))
    } else {
      print(
        Phrase(
          "\(exercise.info.id) is a stub already", zh: "\(exercise.info.id) 本来就是空函数")(
            .current))
    }
    return 0
  }

  /// What the learner's file held before anything was written.
  private static func stub(_ week: Week) throws -> String {
    let package = RunEnvironment.current.package
    #if RELEASE
      let path = "\(Release.stubsName)/\(week.module).swift"
      return try String(contentsOf: package.appending(path: path), encoding: .utf8)
    #else
      return try Assigning(package: package).stub(week)
    #endif
  }
}
