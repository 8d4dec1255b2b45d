import Coursework
import Demos
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import Tensors
import Text
import XCTest

/// Tests `course demo` as a user runs it.
final class DemoCommandTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  private func start(_ words: [String], language: String = "en") throws -> StartedProgram {
    try StartedProgram(["demo"] + words + ["--out", folder.path], language: language)
  }

  private func demo(
    _ words: String..., language: String = "en"
  ) throws -> StartedProgram.Answer {
    try start(words, language: language).answer()
  }

  private func archive(_ arrays: KeyValuePairs<String, Tensor>) throws -> String {
    let file = folder.appending(path: "own.npz")
    try NPZArchive.write(arrays.map { (name: $0.key, tensor: $0.value) }, to: file)
    return file.path
  }

  func testEveryWeekHasADemo() {
    XCTAssertEqual(Demo.all.map(\.week), Course.weeks.map(\.id))
  }

  func testTheHelpNamesEveryDemo() throws {
    for language in ["en", "zh"] {
      let text = try demo("--help", language: language).output
      for demo in Demo.all {
        let summary = demo.summary(language == "zh" ? .chinese : .english)
        XCTAssertTrue(text.contains(summary), "\(demo.week) in \(language)")
      }
    }
  }

  func testEveryDemoDrawsItsPicturesInAFewSteps() throws {
    for week in Demo.all {
      let steps = week.choices.contains(.steps) ? ["--steps", "12"] : []
      let inBothLanguages = try ["en", "zh"].map {
        try start([week.week, "--solutions"] + steps, language: $0)
      }
      for program in inBothLanguages {
        let answer = try program.answer()
        XCTAssertEqual(answer.code, 0, "\(week.week): \(answer.output)\(answer.complaint)")
        XCTAssertTrue(
          answer.output.contains("\(week.week)-"), "\(week.week) should name its pictures")
      }
    }
    let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    XCTAssertTrue(pictures.contains("C2W1c-relation.svg"))
  }

  func testThePageIsSelfContained() throws {
    for (language, accuracy) in [("en", "accuracy on the test set"), ("zh", "测试集准确率")] {
      _ = try demo("C1W2", "--solutions", "--steps", "200", language: language)
      let page = try String(
        contentsOf: folder.appending(path: "demo.html"), encoding: .utf8)
      XCTAssertTrue(page.contains("<html lang=\"\(language)\">"), language)
      XCTAssertTrue(page.contains("<li>\(accuracy)"), language)
      // The curve, the weights, and the misclassified pictures.
      XCTAssertEqual(page.components(separatedBy: "<svg ").count - 1, 3, language)
      XCTAssertTrue(page.contains("data:image/png;base64,"), language)
      XCTAssertTrue(page.contains("prefers-color-scheme:dark"), language)
      let links = page.matches(of: /(?:src|href)="([^"]*)"/).map { String($0.output.1) }
      XCTAssertEqual(links.filter { !$0.hasPrefix("data:") }, [], language)
    }
  }

  func testOnATerminalTheResultFitsItsScreen() throws {
    for (number, demo) in Demo.all.enumerated() {
      let week = demo.week
      let steps = demo.choices.contains(.steps) ? ["--steps", "12"] : []
      let language = number.isMultiple(of: 2) ? "en" : "zh"
      let terminal = try PseudoTerminal(
        StartedProgram.course.path,
        ["demo", week, "--solutions"] + steps + ["--out", folder.path],
        environment: ["TERM": "xterm-256color", "COURSE_LANG": language, "PATH": "/usr/bin:/bin"])
      XCTAssertEqual(terminal.exitCode(), 0, terminal.screen)
      // What was drawn during training is erased again.
      let raw = String(decoding: terminal.output, as: UTF8.self)
      let text = (raw.components(separatedBy: "\u{1B}[J").last ?? "")
        .replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").replacing("\r\n", with: "\n")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      XCTAssertLessThanOrEqual(lines.count, 24, "\(week):\n\(text)")
      for line in lines where !line.hasPrefix("→") {
        XCTAssertLessThanOrEqual(displayWidth(of: String(line)), 80, "\(week): \(line)")
      }
      XCTAssertTrue(text.contains("demo.html"), text)
    }
  }

  func testOwnDataAreUsedForTraining() throws {
    var random = RandomState(seed: 1)
    let file = try archive([
      "train_x": random.rand(12, 6, 5, 3), "train_y": Tensor((0..<12).map { Double($0 % 2) }),
      "test_x": random.rand(4, 6, 5, 3), "test_y": Tensor([0, 1, 0, 1]),
    ])
    let answer = try demo("C1W2", "--solutions", "--steps", "50", "--data", file)
    XCTAssertEqual(answer.code, 0, answer.complaint)
    XCTAssertTrue(answer.output.contains("accuracy on the test set"), answer.output)
  }

  func testDataWithoutAnArrayAreRefused() throws {
    let file = try archive(["train_x": .zeros(2, 4, 4), "train_y": .zeros(2)])
    let answer = try demo("C1W2", "--solutions", "--data", file)
    XCTAssertEqual(answer.code, 65)
    XCTAssertTrue(
      answer.complaint.contains(
        "there is no array test_x: the archive holds train_x, train_y"), answer.complaint)
    XCTAssertTrue(answer.complaint.contains("numpy.savez"), answer.complaint)
    let chinese = try demo("C1W2", "--solutions", "--data", file, language: "zh")
    XCTAssertEqual(
      chinese.complaint,
      """
      错误：\(file)：没有数组 test_x：文件里有 train_x、train_y
      --data 需要用 numpy.savez 保存的 .npz：train_x 与 test_x 的形状为 (m, 高, 宽[, 通道])，train_y 与 test_y 每个样本一个标签。

      """)
  }

  func testDataOfTheWrongShapeAreRefused() throws {
    let file = try archive([
      "train_x": .zeros(2, 16), "train_y": .zeros(2), "test_x": .zeros(2, 16), "test_y": .zeros(2),
    ])
    let answer = try demo("C4W1", "--solutions", "--data", file)
    XCTAssertEqual(answer.code, 65)
    XCTAssertTrue(answer.complaint.contains("(m, n_H, n_W)"), answer.complaint)
  }

  func testPicturesTooSmallForTheNetworkAreRefusedBeforeItRuns() throws {
    let file = try archive([
      "train_x": .zeros(2, 8, 8), "train_y": Tensor([0, 1]), "test_x": .zeros(2, 8, 8),
      "test_y": Tensor([0, 1]),
    ])
    let answer = try demo("C4W1", "--solutions", "--data", file)
    XCTAssertEqual(answer.code, 65)
    XCTAssertTrue(answer.complaint.contains("at least 16 × 16"), answer.complaint)
  }

  func testAFolderIsRejectedAsData() throws {
    let answer = try demo("C1W2", "--solutions", "--data", folder.path)
    XCTAssertEqual(answer.code, 66)
    XCTAssertTrue(answer.complaint.contains("no readable file"), answer.complaint)
  }

  func testAThirdClassIsRejectedByATwoClassDemo() throws {
    let file = try archive([
      "train_x": .zeros(3, 4, 4), "train_y": Tensor([0, 1, 2]), "test_x": .zeros(1, 4, 4),
      "test_y": Tensor([0]),
    ])
    let answer = try demo("C1W4", "--solutions", "--data", file)
    XCTAssertEqual(answer.code, 65)
    XCTAssertTrue(
      answer.complaint.contains("2 classes have the labels 0 to 1, but an example has 2"),
      answer.complaint)
  }

  func testAFileThatIsNotThereIsNamed() throws {
    let answer = try demo("C1W2", "--data", "/nowhere/own.npz", language: "zh")
    XCTAssertEqual(answer.code, 66)
    XCTAssertTrue(
      answer.complaint.contains("/nowhere/own.npz：没有可以读取的文件"), answer.complaint)
  }

  func testAnUnusedOptionIsRejected() throws {
    let answer = try demo("C2W1c", "--steps", "5")
    XCTAssertEqual(answer.code, 64)
    XCTAssertEqual(
      answer.complaint,
      "error: the demo of C2W1c does not use --steps; it takes --seed, --layers\n")
  }

  func testLayersThatDoNotFitAreRefused() throws {
    let answer = try demo("C2W1a", "--solutions", "--layers", "5,1")
    XCTAssertEqual(answer.code, 64)
    XCTAssertEqual(
      answer.complaint, "error: --layers expects 3 sizes, the last of them 1, got “5,1”\n")
  }

  func testInterruptingReportsWhatIsTrained() throws {
    let program = try start(["C1W3", "--solutions", "--steps", "3000000"])
    // The whole run would take minutes; after one second it is far from its end.
    Thread.sleep(forTimeInterval: 1)
    program.process.interrupt()
    let answer = try program.answer()
    let text = answer.output
    XCTAssertEqual(answer.code, 130, text)
    XCTAssertEqual(program.process.terminationReason, .exit)
    XCTAssertTrue(text.contains("stopped after "), text)
    XCTAssertTrue(text.contains("accuracy on the training set"), text)
  }
}
