import Authoring
import Commands
import Coursework
import Foundation
import Releases
import Syllabus
import Text

/// `course assign`: writes the files derived from the syllabus and from Solutions/.
enum AssignCommand {
  static var command: Command {
    Command(
      "assign",
      Phrase(
        "write the stubs of Exercises/ from Solutions/, and the lists of weeks",
        zh: "由 Solutions/ 生成 Exercises/ 里的空函数，并更新各处的周列表"),
      arguments: [.weeks],
      options: [
        Option(
          "--pictures", Phrase("redraw the lessons' pictures instead", zh: "改为重新绘制课文里的插图"))
      ],
      action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let weeks = try Selection.weeks(named: invocation.operands)
    let package = RunEnvironment.current.package
    if invocation.has("--pictures") { return try draw(weeks, package) }
    for (path, change) in try Registry(weeks: Course.weeks).write(to: package) {
      switch change {
      case .written: report(path, Phrase("written", zh: "已写入"))
      case .removed: report(path, Phrase("removed", zh: "已删除"))
      }
    }
    let assigning = Assigning(package: package)
    for week in weeks {
      let path = "Exercises/\(week.folder)/\(week.module).swift"
      switch try assigning.assign(week) {
      case .unchanged: report(path, Phrase("up to date", zh: "无需改动"))
      case .created: report(path, Phrase("written", zh: "已写入"))
      case .replaced(let backup):
        report(
          path,
          Phrase(
            "written; the previous file was kept as \(backup.path)",
            zh: "已写入；原来的文件保存在 \(backup.path)"))
      }
    }
    return .success
  }

  private static func draw(_ weeks: [Week], _ package: URL) throws -> ExitCode {
    for week in weeks {
      for (path, isChanged) in try LessonPicture.write(week, package: package) {
        report(
          path,
          isChanged ? Phrase("written", zh: "已写入") : Phrase("up to date", zh: "无需改动"))
      }
    }
    return .success
  }

  private static func report(_ path: String, _ what: Phrase) {
    print(Phrase("\(path): \(what.english)", zh: "\(path)：\(what.chinese)")(.current))
  }
}
