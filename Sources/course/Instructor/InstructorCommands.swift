import Commands
import Text

/// The commands that need the solutions.
///
/// A release has no such folder.
var instructorGroups: [CommandGroup] {
  [
    CommandGroup(
      Phrase("For instructors", zh: "教学"),
      [
        ReleaseCommand.command, GradeCommand.command, AutograderCommand.command,
        SimilarityCommand.command,
      ]),
    CommandGroup(
      Phrase("For authors", zh: "编写课程"),
      [
        NewCommand.command, AssignCommand.command, VerifyCommand.command, BenchCommand.command,
      ]),
  ]
}
