import Commands
import Coursework
import Demos
import Files
import Foundation
import Plotting
import Processes
import Tensors
import Text

/// `course demo WEEK`: trains something with the learner's functions and shows the result.
enum DemoCommand {
  static var command: Command {
    Command(
      "demo",
      Phrase("train with your functions and look at the result", zh: "用你写的函数训练一个模型，看看效果"),
      arguments: [.week], options: options, details: details, action: run)
  }

  private static let options =
    [
      Option(
        "--data", "FILE.npz",
        Phrase(
          "your own data: arrays train_x, train_y, test_x, test_y",
          zh: "使用自己的数据：数组 train_x、train_y、test_x、test_y"),
        completion: .files),
      Option("--steps", "N", Phrase("steps of training", zh: "训练步数")),
      Option("--learning-rate", "X", Phrase("the learning rate", zh: "学习率")),
      Option("--seed", "N", Phrase("the seed of the parameters", zh: "参数初始化的种子")),
      Option("--layers", "A,B,…", Phrase("the sizes of the layers", zh: "各层的单元数")),
      Option(
        "--out", "DIR",
        Phrase("where to put the pictures; .course/demo by default", zh: "图片保存位置：.course/demo"),
        completion: .folders),
      Option("--open", Phrase("open the page of the result", zh: "打开结果页面")),
    ] + withSolutions

  /// The option to use the solutions, which a release does not have.
  private static var withSolutions: [Option] {
    #if RELEASE
      []
    #else
      [Option("--solutions", Phrase("with the course's functions", zh: "使用课程的参考答案"))]
    #endif
  }

  private static var details: Phrase? {
    let lines = Demo.all.map { demo in
      let name = "  " + demo.week.padding(toLength: 8, withPad: " ", startingAt: 0)
      return Phrase(name + demo.summary(.english), zh: name + demo.summary(.chinese))
    }
    return Phrase(
      (["The weeks:"] + lines.map { $0(.english) } + ["Ctrl-C ends a training early and shows it."])
        .joined(separator: "\n"),
      zh: (["各周的演示："] + lines.map { $0(.chinese) } + ["按 Ctrl-C 可以提前结束训练，并查看当时的结果。"])
        .joined(separator: "\n"))
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let week = try Selection.week(invocation.operands[0])
    let demo = try demo(of: week)
    let choices = try chosen(invocation, of: demo)
    if let path = choices.data { try check(path, for: demo) }
    return try train(
      demo, of: week, by: invocation.has("--solutions") ? .reference : .worker, choices,
      folder: invocation.file("--out"), isOpened: invocation.has("--open"))
  }

  /// Returns the demo of a week.
  static func demo(of week: Week) throws(CommandError) -> Demo {
    guard let demo = Demo.all.first(where: { $0.week == week.id }) else {
      throw .usage(Phrase("\(week.id) has no demo", zh: "\(week.id) 没有演示"))
    }
    return demo
  }

  /// Runs the training and shows the result.
  static func train(
    _ demo: Demo, of week: Week, by program: ProgramBuild.Product = .worker,
    _ choices: DemoOptions = DemoOptions(), folder: URL? = nil, isOpened: Bool = false
  ) throws -> ExitCode {
    let folder = folder ?? RunEnvironment.current.package.appending(path: ".course/demo")
    try CommandError.creating(folder.path) {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    if case .refused(let lines) = try ProgramBuild(program, for: [week]).run() {
      CheckCommand.report(refusal: lines)
      return .failure
    }
    let client = WorkerClient(
      program: RunEnvironment.current.programs.appending(path: program.rawValue))

    let stopping = StopOnInterrupt { client.interrupt() }
    defer { stopping.end() }
    let screen = DemoScreen("\(week.id)  \(week.title(.current))")
    let answer = Result {
      try Host.process(client).answer(
        demo.training.info, [try Value(encoding: choices)]
      ) { screen.show($0) }
    }
    screen.end()
    let report: DemoReport
    do {
      report = try answer.get().decoded()
    } catch let failure as CallFailure {
      print(Console.wrapped(explanation(of: failure, in: week)))
      return .failure
    }
    let page = try DemoPage(report, week: week.id, folder: folder).show()
    if isOpened { open(page) }
    return report.stoppedAt == nil ? .success : .interrupted
  }

  /// Opens a page in the user's browser, or prints where it is.
  private static func open(_ page: URL) {
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    let outcome = try? Subprocess([opener, page.path], timeLimit: 20).run()
    if !(outcome?.succeeded ?? false) {
      Console.complain(
        Phrase(
          "no program here opens web pages; the page is \(page.path)",
          zh: "这里没有可以打开网页的程序；页面在 \(page.path)")(
            .current))
    }
  }

  /// Checks the data before a learner's program reads it, so that faulty data is not mistaken for a
  /// faulty function.
  private static func check(_ path: String, for demo: Demo) throws {
    let files = FileManager.default
    guard files.isReadableFile(atPath: path), !files.isFolder(path) else {
      throw CommandError.noInput(
        Phrase("\(path): no readable file", zh: "\(path)：没有可以读取的文件"))
    }
    do {
      try demo.check(data: path)
    } catch {
      throw CommandError.data(requirement(after: Phrase(reporting: error)))
    }
  }

  /// Combines what is wrong with the data and what they should be.
  private static func requirement(after fault: Phrase) -> Phrase {
    Phrase(
      fault.english + "\n"
        + "--data needs an .npz with train_x and test_x of shape (m, height, width[, channels]) and train_y and test_y with one label each, saved with numpy.savez.",
      zh: fault.chinese + "\n"
        + "--data 需要用 numpy.savez 保存的 .npz：train_x 与 test_x 的形状为 (m, 高, 宽[, 通道])，train_y 与 test_y 每个样本一个标签。"
    )
  }

  private static func chosen(_ options: Invocation, of demo: Demo) throws -> DemoOptions {
    let names: KeyValuePairs<DemoOptions.Choice, String> = [
      .data: "--data", .steps: "--steps", .learningRate: "--learning-rate", .seed: "--seed",
      .layers: "--layers",
    ]
    for (choice, name) in names where options.has(name) && !demo.choices.contains(choice) {
      let used = names.filter { demo.choices.contains($0.key) }.map(\.value)
      throw CommandError.usage(
        Phrase(
          "the demo of \(demo.week) does not use \(name); it takes \(used.joined(separator: ", "))",
          zh: "\(demo.week) 的演示用不到 \(name)，它接受 \(used.joined(separator: "、"))"))
    }
    var chosen = DemoOptions()
    chosen.data = options.file("--data")?.path
    chosen.steps = try options.integer("--steps")
    chosen.learningRate = try options.number("--learning-rate")
    chosen.seed = try options.integer("--seed", in: 0...Int(UInt32.max))
    if let text = options.text("--layers") {
      let layers = text.split(separator: ",").map { Int($0) ?? 0 }
      guard demo.layers.allows(layers) else {
        throw CommandError.badValue(option: "--layers", text, expected: demo.layers.phrase)
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

extension LayerRule {
  /// The error as a sentence in both languages.
  fileprivate var phrase: Phrase {
    let count = "\(counts.upperBound)"
    return switch (counts.lowerBound == counts.upperBound, endsInOne) {
    case (true, true):
      Phrase("\(count) sizes, the last of them 1", zh: "\(count) 个单元数，最后一个是 1")
    case (true, false):
      Phrase(
        counts.upperBound == 1 ? "1 size above 0" : "\(count) sizes above 0",
        zh: "\(count) 个大于 0 的单元数")
    case (false, _):
      Phrase(
        "sizes such as 20,7,5,1, the last of them 1", zh: "形如 20,7,5,1 的单元数，最后一个是 1")
    }
  }
}
