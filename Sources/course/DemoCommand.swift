import Basics
import Coursework
import Demos
import Foundation
import Plotting
import Tensors

/// `course demo WEEK`: trains something with the learner's functions and shows what comes of it.
enum DemoCommand: Subcommand {
  static let name = "demo"
  static let arguments = Phrase("WEEK", zh: "周")(.current)
  static let summary = Phrase(
    "train with your functions and look at the result", zh: "用你写的函数训练一个模型，看看效果")
  static let options =
    [
      Option(
        "--data", "FILE.npz",
        Phrase(
          "your own data: arrays train_x, train_y, test_x, test_y",
          zh: "使用自己的数据：数组 train_x、train_y、test_x、test_y")),
      Option("--steps", "N", Phrase("steps of training", zh: "训练步数")),
      Option("--learning-rate", "X", Phrase("the learning rate", zh: "学习率")),
      Option("--seed", "N", Phrase("the seed of the parameters", zh: "参数初始化的种子")),
      Option("--layers", "A,B,…", Phrase("the sizes of the layers", zh: "各层的单元数")),
      Option(
        "--out", "DIR", Phrase("where the pictures go: .course/demo", zh: "图片保存位置：.course/demo")),
    ] + withSolutions

  /// A release has no solutions to show.
  private static let withSolutions =
    Surroundings.current.release == nil
    ? [Option("--solutions", nil, Phrase("with the course's functions", zh: "使用课程的参考答案"))] : []

  static func run(_ options: Options) throws -> Int32 {
    guard let word = options.words.first else { throw UsageError.missingArgument(arguments) }
    let week = try Selection.week(word)
    guard let demo = Demo.all.first(where: { $0.week == week.id }) else {
      throw UsageError.noDemo(week: week.id)
    }
    let program = options.has("--solutions") ? "reference" : "worker"
    let client = WorkerClient(program: Surroundings.current.programs.appending(path: program))
    let folder =
      options.text("--out").map { URL(fileURLWithPath: $0) }
      ?? Surroundings.current.package.appending(path: ".course/demo")

    let stopping = StopOnInterrupt { client.interrupt() }
    defer { stopping.end() }
    let bar = ProgressBar()
    let answer = Result {
      try Host.process(client).answer(
        demo.training.assignment, [try Value(encoding: chosen(options))]
      ) { bar.show($0) }
    }
    bar.end()
    let report: DemoReport
    do {
      report = try answer.get().decoded()
    } catch let failure as CallFailure {
      print(explanation(of: failure, in: week))
      return 1
    }
    try DemoPage(report, week: week.id, folder: folder).show()
    return 0
  }

  private static func chosen(_ options: Options) throws -> DemoOptions {
    let whole = Phrase("a whole number above 0", zh: "大于 0 的整数")
    var chosen = DemoOptions()
    chosen.data = options.text("--data").map { URL(fileURLWithPath: $0).path }
    chosen.steps = try options.value("--steps", whole)
    chosen.learningRate = try options.value("--learning-rate", Phrase("a number", zh: "一个数"))
    chosen.seed = try options.value("--seed", whole)
    if let steps = chosen.steps, steps < 1 {
      throw UsageError.badValue("--steps", "\(steps)", expected: whole)
    }
    if let seed = chosen.seed, UInt32(exactly: seed) == nil {
      throw UsageError.badValue(
        "--seed", "\(seed)",
        expected: Phrase(
          "a whole number from 0 to 4294967295", zh: "0 到 4294967295 之间的整数"))
    }
    if let text = options.text("--layers") {
      let layers = text.split(separator: ",").map { Int($0) ?? 0 }
      guard !layers.isEmpty, layers.allSatisfy({ $0 > 0 }) else {
        throw UsageError.badValue(
          "--layers", text, expected: Phrase("sizes such as 20,7,5,1", zh: "形如 20,7,5,1 的单元数"))
      }
      chosen.layers = layers
    }
    return chosen
  }

  private static func explanation(of failure: CallFailure, in week: Week) -> String {
    switch failure {
    case .notImplemented(let function):
      Phrase(
        "The demo needs \(function), which is not written yet.", zh: "演示需要 \(function)，但它还没有写。")(
          .current)
        + (withSolutions.isEmpty
          ? ""
          : Phrase(
            " With --solutions you see where it leads.", zh: "加上 --solutions 可以先看看最终效果。")(.current))
    default:
      failure.phrase(.current) + "\n"
        + Phrase(
          "Check your functions first: swift run course check \(week.id)",
          zh: "请先检查你的函数：swift run course check \(week.id)")(.current)
    }
  }
}
