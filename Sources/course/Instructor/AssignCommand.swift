import Authoring
import Coursework
import Foundation
import Syllabus
import Text

/// `course assign`: Exercises/ from Solutions/.
enum AssignCommand: Subcommand {
  static let name = "assign"
  static let arguments = Phrase("[WEEK…]", zh: "[周…]")(.current)
  static let summary = Phrase(
    "for authors: write the stubs of Exercises/ from Solutions/",
    zh: "供作者使用：由 Solutions/ 生成 Exercises/ 里的空函数")

  static let options = [
    Option(
      "--pictures", nil,
      Phrase("draw the lessons' pictures again instead", zh: "改为重新绘制课文里的插图"))
  ]

  static func run(_ options: Options) throws -> Int32 {
    let weeks = try options.words.isEmpty ? Course.weeks : options.words.map(Selection.week)
    if options.has("--pictures") { return try draw(weeks) }
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
    return 0
  }

  private static func draw(_ weeks: [Week]) throws -> Int32 {
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
    return 0
  }
}
