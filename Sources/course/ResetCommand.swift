import Commands
import Coursework
import Foundation
import Text

#if !RELEASE
  import Releases
#endif

/// `course reset EXERCISE`: restores the stub, discarding what the learner wrote.
enum ResetCommand {
  static var command: Command {
    Command(
      "reset",
      Phrase(
        "restore an exercise's stub; what you wrote is kept in .course/backup",
        zh: "把练习恢复成空函数；你写的内容会保存在 .course/backup"),
      arguments: [.exercise], action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let (week, exercise) = try Selection.exercise(invocation.operands[0])
    let file = ExerciseFile(of: week, in: RunEnvironment.current.package)
    if case .replaced(let backup) = try file.reset(exercise.info.name, from: stub(week)) {
      try ProgressFile.standard.forget([exercise.info.id])
      print(
        Phrase(
          "\(exercise.info.id) is a stub again; your file was kept as \(backup.path)",
          zh: "\(exercise.info.id) 已恢复为空函数；原来的文件保存在 \(backup.path)")(.current))
    } else {
      print(
        Phrase(
          "\(exercise.info.id) is already a stub", zh: "\(exercise.info.id) 本来就是空函数")(
            .current))
    }
    return .success
  }

  /// Returns the learner's file as it was handed out.
  static func stub(_ week: Week) throws -> String {
    let package = RunEnvironment.current.package
    #if RELEASE
      let path = "\(Release.stubsName)/\(week.module).swift"
      return try String(contentsOf: package.appending(path: path), encoding: .utf8)
    #else
      return try Assigning(package: package).stub(week)
    #endif
  }
}
