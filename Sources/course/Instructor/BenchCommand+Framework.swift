import Benchmarks
import Commands
import Coursework
import Foundation
import Plotting
import Text

extension BenchCommand {
  /// Runs `course bench --framework [JOB…]`: times what learners and authors wait for, without a
  /// peer library.
  static func runFramework(_ options: Invocation) throws -> ExitCode {
    let names = FrameworkJob.all.map(\.name)
    let jobs =
      try options.operands.isEmpty
      ? FrameworkJob.all
      : options.operands.map { word in
        guard let job = FrameworkJob.all.first(where: { $0.name == word }) else {
          throw CommandError.unknown(
            .job, word, nearest: Spelling.nearest(word, names), known: names)
        }
        return job
      }
    let environment = RunEnvironment.current
    let earlier = try options.file("--compare").map { try BenchmarkHistory(file: $0) }
    try ReferenceBuild.run(package: environment.package, programs: environment.programs)
    let (machine, commit) = (Machine.processor, Machine.commit(of: environment.package))
    if !options.has("--json") { Console.say(machine) }
    var changes: [BenchmarkHistory.Change] = []
    for job in jobs {
      let result = BenchmarkResult(job: job.name, times: try job.run())
      if options.has("--json") {
        Console.say(result.json)
      } else {
        let name = padded(job.name, to: 8)
        Console.say("\(name)\(time(result.ours))  \(job.summary(.current))")
      }
      let entry = BenchmarkHistory.Entry(commit: commit, processor: machine, result: result)
      if let file = options.file("--history") { try BenchmarkHistory.append(entry, to: file) }
      if let change = earlier?.change(to: entry) { changes.append(change) }
    }
    if earlier != nil, !options.has("--json") { Console.say(text(changes)) }
    return .success
  }
}
