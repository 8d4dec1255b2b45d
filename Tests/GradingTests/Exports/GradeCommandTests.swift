import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Grading
@testable import Intake
@testable import Reports

/// `course grade` and `course autograder`, as an instructor types them.
final class GradeCommandTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  private func grade(
    _ words: String..., language: String = "en"
  ) throws -> StartedProgram.Answer {
    try StartedProgram(["grade"] + words, language: language).answer()
  }

  private func autograder(
    _ words: String..., language: String = "en"
  ) throws -> StartedProgram.Answer {
    try StartedProgram(["autograder"] + words, language: language).answer()
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  // MARK: --export

  func testAnExportThatIsUnknownIsNamed() throws {
    for (word, language, sentence) in [
      (
        "jnit", "en",
        "error: --export expects feedback, gradescope, junit, exercism or all, got “jnit”; did you mean “junit”?\n"
      ),
      (
        "jnit", "zh",
        "错误：--export 应为 feedback、gradescope、junit、exercism 或 all，收到的是“jnit”，是不是想输入“junit”？\n"
      ),
      (
        "gradescope,blackboard", "en",
        "error: --export expects feedback, gradescope, junit, exercism or all, got “blackboard”\n"
      ),
      (
        "blackboard", "zh",
        "错误：--export 应为 feedback、gradescope、junit、exercism 或 all，收到的是“blackboard”\n"
      ),
    ] {
      let answer = try grade(
        folder.path, "--out", "results", "--export", word, language: language)
      XCTAssertEqual(answer.complaint, sentence)
      XCTAssertEqual(answer.code, 64)
    }
  }

  // MARK: --lang

  func testTheLanguageThatIsAskedForIsThatOfEverySentence() throws {
    let nobody = folder.appending(path: "nobody").path
    let bundle = folder.appending(path: "bundle").path
    let out = folder.appending(path: "out").path
    for (environment, asked, diagnostics) in [
      (
        "en", "zh",
        [
          "错误：找不到 \(nobody)\n",
          "错误：--jobs 应为正整数，收到的是“0”\n",
          "错误：没有“--exprt”这个选项，是不是想输入“--export”？\n",
        ]
      ),
      (
        "zh", "en",
        [
          "error: there is no \(nobody)\n",
          "error: --jobs expects a positive whole number, got “0”\n",
          "error: there is no option “--exprt”; did you mean “--export”?\n",
        ]
      ),
    ] {
      let answers = try [
        grade(nobody, "--out", out, "--lang", asked, language: environment),
        grade(
          nobody, "--out", nobody, "--jobs", "0", "--lang=\(asked)", language: environment),
        grade(nobody, "--lang", asked, "--exprt", "all", language: environment),
      ]
      XCTAssertEqual(answers.map(\.complaint), diagnostics)
      XCTAssertEqual(answers.map(\.code), [66, 64, 64])
    }
    for (environment, asked, words) in [("en", "zh", "接下来"), ("zh", "en", "What to do next")] {
      let answer = try autograder(
        "gradescope", bundle, "--lang", asked, language: environment)
      XCTAssertTrue(answer.output.contains(words), answer.output)
    }
  }

  // MARK: SUBMISSIONS and RESULTS

  func testResultsInsideTheSubmissionsAreRefused() throws {
    _ = try file("class/ana/LogisticRegression.swift", "// x")
    let place = folder.appending(path: "class").path
    for out in ["\(place)/results", place, "\(place)/../class/results/deep"] {
      let answer = try grade(place, "--out", out)
      XCTAssertEqual(answer.code, 64)
      XCTAssertTrue(
        answer.complaint.contains("would lie in the submissions \(place), and be a student of the"),
        answer.complaint)
      XCTAssertFalse(FileManager.default.fileExists(atPath: "\(place)/results"))
    }
    let link = folder.appending(path: "link")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: URL(fileURLWithPath: place))
    XCTAssertEqual(try grade(place, "--out", link.path + "/results").code, 64, "by a link, too")
  }

  func testATableOfTimesIsReadBeforeAnythingIsBuilt() throws {
    let table = try file("times.csv", "student,time\nana,yesterday\n")
    let answer = try grade(folder.path, "--out", "results", "--times", table)
    XCTAssertEqual(
      answer.complaint,
      "error: \(table):2: “yesterday” is not a date and time; write 2026-11-20 22:10, or "
        + "2026-11-20T22:10:00+01:00\n")
    XCTAssertEqual(answer.code, 65)
  }

  // MARK: Files that are not there

  func testFilesThatCannotBeReadOrWrittenAreNamedInASentence() throws {
    _ = try file("class/ana/LogisticRegression.swift", "// x")
    let place = folder.appending(path: "class").path
    let plain = try file("plain", "x")
    let none = folder.appending(path: "none").path
    for (option, path, sentence) in [
      ("--policy", none, "there is no file \(none)"), ("--roster", none, "cannot be read"),
      ("--roster", folder.path, "it is a folder"), ("--times", none, "there is no such file"),
      ("--comments", none, "cannot be read"), ("--groups", none, "cannot be read"),
      ("--hidden", none, "\(none)"),
    ] {
      for language in ["en", "zh"] {
        let answer = try grade(place, "--out", none + "-results", option, path, language: language)
        XCTAssertNotEqual(answer.code, 0, "\(option) \(path)")
        XCTAssertTrue(answer.complaint.contains(path), "\(option): \(answer.complaint)")
        if language == "en" {
          XCTAssertTrue(answer.complaint.contains(sentence), "\(option): \(answer.complaint)")
        }
        for word in ["NSCocoa", "Error Domain", "Code=", "couldn’t", "doesn’t exist"] {
          XCTAssertFalse(answer.complaint.contains(word), "\(option): \(answer.complaint)")
        }
        XCTAssertFalse(
          FileManager.default.fileExists(atPath: none + "-results"), "nothing is begun")
      }
    }
    let answer = try StartedProgram(
      ["grade", place, "--out", plain + "/results", "--judge", none, "--trust-submissions"],
      environment: BuiltJudge.path
    ).answer()
    XCTAssertNotEqual(answer.code, 0)
    XCTAssertTrue(answer.complaint.contains("a file is in the way"), answer.complaint)
  }

  // MARK: Gradescope

  func testTheAutograderPassesOnWhatWasAskedFor() throws {
    let policy = try file("rules.json", #"{"points": {"C1W2": 100}}"#)
    _ = try file("own/OwnTests.swift", "// An instructor's own tests.\n")
    let bundle = folder.appending(path: "bundle")
    let answer = try autograder(
      "gradescope", bundle.path, "--weeks", "C1W3,C1W2", "--policy", policy, "--hidden",
      folder.appending(path: "own").path, "--hidden-results", "withheld", "--trust-submissions",
      "--lang", "zh"
    )
    XCTAssertEqual(answer.code, 0, answer.complaint)
    XCTAssertEqual(
      try FileManager.default.contentsOfDirectory(atPath: bundle.path).sorted(),
      ["course", "policy.json", "run_autograder", "setup.sh"])
    XCTAssertEqual(try text("bundle/policy.json"), #"{"points": {"C1W2": 100}}"#)
    XCTAssertEqual(
      try text("bundle/course/Tests/HiddenTests/OwnTests.swift"), "// An instructor's own tests.\n")
    let line = try XCTUnwrap(
      text("bundle/run_autograder").split(separator: "\n").first { $0.contains(" grade ") })
    XCTAssertEqual(
      line,
      #".build/release/course grade "$work/class" --out "$work/results" '--judge' '.' "#
        + "'--export' 'gradescope' '--weeks' 'C1W2,C1W3' '--hidden-results' 'withheld' "
        + "'--trust-submissions' '--lang' 'zh' '--policy' '/autograder/source/policy.json'")
  }

  func testTheNextStepsNameTheSandboxThatGradescopeLacks() throws {
    let bundle = folder.appending(path: "bundle").path
    for (language, words) in [
      ("en", ["zip -r", "--trust-submissions", "namespaces"]),
      ("zh", ["zip -r", "--trust-submissions", "命名空间"]),
    ] {
      let answer = try autograder("gradescope", bundle, language: language)
      XCTAssertEqual(answer.code, 0, answer.complaint)
      for word in words { XCTAssertTrue(answer.output.contains(word), answer.output) }
    }
  }

  func testAPolicyThatCannotBeReadIsNamedBeforeItIsUploaded() throws {
    let policy = try file("rules.json", #"{"points": {"C1W9": 1}}"#)
    let bundle = folder.appending(path: "bundle")
    let answer = try autograder("gradescope", bundle.path, "--policy", policy)
    XCTAssertEqual(
      answer.complaint,
      "error: rules.json: $.points.C1W9: there is no week “C1W9”; did you mean “C1W2”?\n")
    XCTAssertEqual(answer.code, 65)
    XCTAssertFalse(FileManager.default.fileExists(atPath: bundle.path))
  }

  /// The script runs with a stand-in for the grader that checks its arguments.
  func testTheScriptPutsTheResultWhereGradescopeLooks() throws {
    let root = folder.appending(path: "autograder")
    let source = root.appending(path: "source")
    XCTAssertEqual(try autograder("gradescope", source.path).code, 0)
    let script = try text("autograder/source/run_autograder")
      .replacing("/autograder/", with: "\(root.path)/")
    let runner = try file("run", script)
    _ = try file("autograder/submission/LogisticRegression.swift", "// handed in\n")
    let grader = try file(
      "autograder/source/course/.build/release/course",
      """
      #!/bin/sh
      [ "$*" = "grade $2 --out $4 --judge . --export gradescope" ] || { echo "called with $*"; exit 2; }
      [ -f "$2/student/LogisticRegression.swift" ] || { echo "no submission"; exit 3; }
      mkdir -p "$4/exports/gradescope"
      if [ -f "\(folder.path)/fault" ]; then exit 1; fi
      echo '{"score": 7}' > "$4/exports/gradescope/student.json"

      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: grader)
    let bash = URL(fileURLWithPath: "/bin/bash")
    let answer = try StartedProgram([runner], of: bash).answer()
    XCTAssertEqual(answer.code, 0, answer.output + answer.complaint)
    XCTAssertEqual(try text("autograder/results/results.json"), "{\"score\": 7}\n")

    _ = try file("fault", "")
    XCTAssertNotEqual(
      try StartedProgram([runner], of: bash).answer().code, 0, "a fault of the grader is no result")
    XCTAssertThrowsError(
      try text("autograder/results/results.json"), "the mark of an earlier submission is left")
  }

  // MARK: GitHub Classroom

  func testTheWorkflowOfTheClassroomIsWrittenForTheWeeksAskedFor() throws {
    let repository = folder.appending(path: "repository").path
    let answer = try autograder("classroom", repository, "--weeks", "C1W2")
    XCTAssertEqual(answer.code, 0, answer.complaint)
    XCTAssertTrue(answer.output.contains("GitHub Classroom"), answer.output)
    let workflow = try text("repository/.github/workflows/classroom.yml")
    XCTAssertTrue(workflow.contains("id: c1w2_sigmoid\n"), workflow)
    XCTAssertFalse(workflow.contains("c1w3"))
  }
}
