import Coursework
import Foundation
import HostileExercises

// As `HostileWorker judge FILE` the program is a judge, to be killed in the middle of a call.
if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "judge" {
  let client = WorkerClient(program: URL(fileURLWithPath: CommandLine.arguments[0]))
  _ = try Host.$current.withValue(.process(client)) {
    try Hostile.hang(CommandLine.arguments[2])
  }
}

WorkerServer.run(
  FunctionTable([
    Hostile.commit.served(by: commit),
    Hostile.hurry.served(by: commit),
    Hostile.echo.served { $0 },
    Hostile.zeros.served { .zeros(shape: $0) },
    Hostile.mistypedAsText.served { _ in "not a tensor" },
    Hostile.hang.served(by: hang),
  ]))
