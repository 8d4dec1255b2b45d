import Authoring
import Commands
import Coursework
import Foundation
import Syllabus
import Text

/// `course new week ID MODULE`, `course new exercise ID`: creates the files to fill in.
enum NewCommand {
  static var command: Command {
    Command(
      "new", Phrase("create a week or an exercise", zh: "新建一周或一个练习"),
      groups: [CommandGroup(Phrase("What", zh: "内容"), [week, exercise])],
      details: Phrase(
        "What remains to be written is marked TODO; course verify lists it, line by line.",
        zh: "还没写完的地方标有 TODO；course verify 会逐行列出。"))
  }

  private static var week: Command {
    Command(
      "week",
      Phrase(
        "a week: course new week C1W5 RecurrentNetwork",
        zh: "一周：course new week C1W5 RecurrentNetwork"),
      arguments: [
        Argument(Phrase("ID", zh: "编号")), Argument(Phrase("MODULE", zh: "模块")),
      ]
    ) { invocation in
      let skeleton = Skeleton(package: RunEnvironment.current.package)
      return report(
        try skeleton.addWeek(
          invocation.operands[0], module: invocation.operands[1], to: Course.weeks))
    }
  }

  private static var exercise: Command {
    Command(
      "exercise",
      Phrase(
        "an exercise: course new exercise C1W2.cube", zh: "一个练习：course new exercise C1W2.cube"),
      arguments: [Argument(Phrase("WEEK.NAME", zh: "周.名称"))]
    ) { invocation in
      let id = invocation.operands[0]
      guard let point = id.firstIndex(of: ".") else { throw SkeletonError.badExercise(id) }
      let skeleton = Skeleton(package: RunEnvironment.current.package)
      return report(
        try skeleton.addExercise(
          String(id[id.index(after: point)...]), to: Selection.week(String(id[..<point]))))
    }
  }

  private static func report(_ written: [Skeleton.Written]) -> ExitCode {
    for file in written {
      print(
        file.isNew
          ? Phrase("\(file.path): created", zh: "\(file.path)：已创建")(.current)
          : Phrase("\(file.path): changed", zh: "\(file.path)：已修改")(.current))
    }
    print(
      Phrase(
        "Next: fill in everything marked TODO, then run swift run course assign and swift run course verify.",
        zh: "接下来：写完标有 TODO 的地方，再运行 swift run course assign 和 swift run course verify。")(
          .current))
    return .success
  }
}
