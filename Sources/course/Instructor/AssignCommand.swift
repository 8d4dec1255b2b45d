import Authoring
import Commands
import Coursework
import Foundation
import Syllabus
import Text

/// `course assign`: Exercises/ from Solutions/.
enum AssignCommand {
  static var command: Command {
    Command(
      "assign",
      Phrase(
        "write the stubs of Exercises/ from Solutions/", zh: "由 Solutions/ 生成 Exercises/ 里的空函数"),
      arguments: [.weeks],
      options: [
        Option(
          "--pictures", Phrase("draw the lessons' pictures again instead", zh: "改为重新绘制课文里的插图"))
      ],
      action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let weeks = try Selection.weeks(named: invocation.operands)
    if invocation.has("--pictures") { return try draw(weeks) }
    let assigning = Assigning(package: RunEnvironment.current.package)
    for week in weeks {
      let backup = try assigning.assign(week)
      let path = "Exercises/\(week.folder)/\(week.module).swift"
      if let backup {
        print(
          Phrase(
            "\(path): written; the file as it was is \(backup.path)",
            zh: "\(path)：已写入；原来的文件保存在 \(backup.path)")(.current))
      } else {
        print(Phrase("\(path): up to date", zh: "\(path)：无需改动")(.current))
      }
    }
    return .success
  }

  private static func draw(_ weeks: [Week]) throws -> ExitCode {
    for week in weeks {
      for (path, isChanged) in try LessonPicture.write(
        week, package: RunEnvironment.current.package)
      {
        print(
          isChanged
            ? Phrase("\(path): written", zh: "\(path)：已写入")(.current)
            : Phrase("\(path): up to date", zh: "\(path)：无需改动")(.current))
      }
    }
    return .success
  }
}
