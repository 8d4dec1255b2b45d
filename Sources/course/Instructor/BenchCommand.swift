import Benchmarks
import Commands
import Coursework
import Foundation
import Plotting
import Text

/// `course bench`: how fast the course is, compared with NumPy on the same machine.
enum BenchCommand {
  static var command: Command {
    Command(
      "bench",
      Phrase("time the course against NumPy on this machine", zh: "在这台机器上与 NumPy 比速度"),
      arguments: [
        Argument(
          Phrase("JOB", zh: "任务"), .any, completion: .words { Benchmark.all.map(\.name) })
      ],
      options: [
        Option("--json", Phrase("one JSON object a line", zh: "每行输出一个 JSON 对象")),
        Option(
          "--quick", Phrase("fewer rounds and a tenth of the steps", zh: "减少轮数，训练步数只取十分之一")),
        Option(
          "--grading",
          Phrase("time the grading of a synthetic class instead", zh: "改为测量给一个虚拟班级评分的速度")),
        Option(
          "--students", "N", Phrase("how many such a class has; 300", zh: "虚拟班级的人数，默认 300")),
        .weeks(Phrase("what they hand in; the first week, then all", zh: "学生提交哪几周；默认先测第一周，再测全部")),
      ],
      details: details, action: run)
  }

  private static var details: Phrase? {
    let width = Benchmark.all.map { displayWidth(of: $0.name) }.max() ?? 0
    func list(_ language: Language) -> String {
      Benchmark.all.map { job in
        "  " + padded(job.name, to: width + 3) + job.summary(language)
      }.joined(separator: "\n")
    }
    return Phrase(
      """
      Both sides work on the same numbers and in turn: ours, NumPy, ours, NumPy, … for 3 to 15
      rounds. A time is the shortest of all rounds, and the ratio is NumPy's shortest time over
      ours: above 1 the course is faster. First with one thread, then with one for each processor.
      Build with -c release.


      """ + list(.english),
      zh: """
        双方使用相同的数据，轮流运行：课程、NumPy、课程、NumPy……共 3 到 15 轮。
        时间取各轮中最短的一次；比值是 NumPy 的最短时间除以课程的最短时间，大于 1 表示课程更快。
        先用一个线程，再按处理器个数使用多个线程。请用 -c release 编译。


        """ + list(.chinese))
  }

  private static func run(_ options: Invocation) throws -> ExitCode {
    if options.has("--grading") { return try runGrading(options) }
    let jobs = try chosen(options.operands)
    let plan: BenchmarkPlan = options.has("--quick") ? .quick : .full
    let isJSON = options.has("--json")
    let reference = RunEnvironment.current.programs.appending(path: "reference")
    let host = Host.process(WorkerClient(program: reference))
    let all = ProcessInfo.processInfo.activeProcessorCount
    for threads in all > 1 ? [1, all] : [1] {
      let peer = try numpy(threads: threads, isFirst: threads == 1)
      var results: [BenchmarkResult] = []
      for job in jobs {
        let result = try plan.run(
          job, threads: threads,
          ours: {
            try host.answer(Benchmark.timing.info, [Value(encoding: $0)]).decoded()
          },
          numpy: peer.map { peer in { try peer.time($0.job, steps: $0.steps) } })
        results.append(result)
        if isJSON { Console.say(result.json) }
      }
      if !isJSON { Console.say(table(results, threads: threads, version: peer?.version) + "\n") }
    }
    return .success
  }

  private static func chosen(_ words: [String]) throws -> [Benchmark] {
    try words.isEmpty
      ? Benchmark.all
      : words.map { word in
        if let found = Benchmark.all.first(where: { $0.name == word }) { return found }
        let names = Benchmark.all.map(\.name)
        throw CommandError.unknown(
          .job, word, nearest: Spelling.nearest(word, names), known: names)
      }
  }

  /// NumPy's side, or nil after saying why there is none.
  private static func numpy(threads: Int, isFirst: Bool) throws -> NumPyPeer? {
    do {
      return try NumPyPeer(
        script: RunEnvironment.current.package.appending(path: "Tests/Peers/bench.py"),
        threads: threads, environment: ProcessInfo.processInfo.environment)
    } catch let error as BenchmarkError where error.isAbsence {
      if isFirst { FileHandle.standardError.write(Data("\(error)\n".utf8)) }
      return nil
    }
  }

  private static func table(
    _ results: [BenchmarkResult], threads: Int, version: String?
  ) -> String {
    let numpy = version.map { "NumPy \($0)" } ?? "NumPy"
    let title =
      threads == 1
      ? Phrase("one thread", zh: "一个线程") : Phrase("\(threads) threads", zh: "\(threads) 个线程")
    let table = Table(
      [
        .init(Phrase("job", zh: "任务")(.current)),
        .init(Phrase("ours", zh: "课程")(.current), .right),
        .init(numpy, .right),
        .init(Phrase("ratio", zh: "比值")(.current), .right),
      ],
      rows: results.map { result in
        [
          result.job, time(result.ours), result.numpy.map(time) ?? "-",
          result.ratio.map { String(format: "%.2f", $0) } ?? "-",
        ]
      })
    return Console.paint(title(.current), .bold) + "\n" + table.text(in: Console.terminal)
  }

  private static func time(_ seconds: Double) -> String {
    seconds < 1
      ? String(format: "%.3f ms", seconds * 1000) : String(format: "%.3f s ", seconds)
  }
}

extension CommandError.Noun {
  fileprivate static let job = Self("job", zh: "这个任务")
}
