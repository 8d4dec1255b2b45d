/// The commands that need the solutions. A release has no such folder.
var instructorCommands: [any Subcommand.Type] {
  [
    AssignCommand.self, VerifyCommand.self, BenchCommand.self, ReleaseCommand.self,
    GradeCommand.self, SimilarityCommand.self,
  ]
}
