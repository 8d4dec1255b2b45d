import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

final class ExportTests: FrameworkTestCase {
  private func export(
    _ name: String, _ format: ExportFormat, includesAnswers: Bool = true
  ) throws -> String {
    try ExportedQuiz(
      try Samples.bank(name), seed: 7, includesAnswers: includesAnswers
    ).text(format)
  }

  func testGIFTEscapesItsMarks() throws {
    let text = try export("Tricky-Marks.en.md", .gift)
    XCTAssertTrue(text.contains("<code>&\\#123;a\\: 1&\\#125;</code> \\~ b"), text)
    XCTAssertTrue(text.contains("=A \\\\* B#"), "a star in an answer is no wildcard")
    XCTAssertTrue(text.contains("~%33.33333%<p>1</p>#"))
    XCTAssertTrue(text.contains("~%-33.33333%<p>2</p>#"))
    for question in text.components(separatedBy: "\n\n").dropFirst(2) {
      let open = question.replacing("\\{", with: "").count { $0 == "{" }
      let close = question.replacing("\\}", with: "").count { $0 == "}" }
      XCTAssertEqual(open, question.hasPrefix("$") ? 0 : 1, question)
      XCTAssertEqual(open, close, question)
    }
  }

  /// The fractions of Moodle's question/engine/bank.php.
  func testSharesAreFractionsThatMoodleAccepts() throws {
    XCTAssertEqual(
      try (1...10).map { try MoodleFraction.share(of: $0, question: "q") },
      [
        "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10",
      ])
    XCTAssertThrowsError(try MoodleFraction.share(of: 11, question: "q")) {
      XCTAssertEqual(
        ($0 as? any PhrasedError)?.phrase(.english),
        "the question “q” has 11 options of one kind: Moodle has no fraction 1/11")
    }
  }

  func testWithoutAnswersNothingTellsThem() throws {
    let json = try export("Tricky-Marks.en.md", .json, includesAnswers: false)
    let markdown = try export("Tricky-Marks.en.md", .markdown, includesAnswers: false)
    for text in [json, markdown] {
      for secret in [
        "\"right\"", "\"option\"", "explanation", "[x] 1", "elementwise.", "A * B", "= 0.25",
        "look for",
      ] {
        XCTAssertFalse(text.contains(secret), "“\(secret)” in\n\(text)")
      }
    }
  }

  func testEveryFormatShowsTheOptionsAsTheRunnerDoes() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    let question = try Samples.question("unstructured-data")
    var placesOfTheRightOne: Set<Int> = []
    for seed in 1...40 {
      let shown = try PosedQuestion(question, seed: seed).options
      placesOfTheRightOne.insert(try XCTUnwrap(shown.firstIndex(where: \.isRight)))
      for includesAnswers in [true, false] {
        let quiz = try ExportedQuiz(bank, seed: seed, includesAnswers: includesAnswers)
        for format in ExportFormat.allCases
        where !format.isPackage && (includesAnswers || format.canOmitAnswers) {
          let text = try quiz.text(format)
          let places = shown.compactMap { text.range(of: $0.text)?.lowerBound }
          XCTAssertEqual(places.count, 4, "\(format) leaves options out")
          XCTAssertEqual(places, places.sorted(), "\(format), seed \(seed)")
        }
      }
    }
    XCTAssertEqual(placesOfTheRightOne, [0, 1, 2, 3], "the right option is never in some places")
  }

  func testPlatformsAreToldToShuffleUnlessOptionsKeepTheirPlaces() throws {
    let free = try XCTUnwrap(
      bank("1 + 1?\n\n- [x] 2\n  > Yes.\n- [ ] 3\n  > No.\n").bank)
    for (bank, shuffles) in [(free, true), (try Samples.bank("Sample-Types.en.md"), false)] {
      let quiz = try ExportedQuiz(bank, seed: 1, includesAnswers: true)
      // The archive is not compressed.
      let package = String(decoding: try quiz.package(.qti12), as: UTF8.self)
      XCTAssertTrue(package.contains("<shuffle_answers>\(shuffles)</shuffle_answers>"))
      XCTAssertTrue(package.contains("\(bank.id)/assessment_meta.xml"))
      XCTAssertTrue(try quiz.text(.text2qti).contains("\nShuffle answers: \(shuffles)\n"))
    }
    let moodle = try export("Sample-Types.en.md", .moodleXML)
    XCTAssertEqual(moodle.components(separatedBy: "<shuffleanswers>true<").count - 1, 1)
    XCTAssertEqual(moodle.components(separatedBy: "<shuffleanswers>false<").count - 1, 2)
  }

  func testNumbersReachEveryFormatAsTheRunnerAcceptsThem() throws {
    let cases: [(answer: String, tolerance: String, accepted: [AcceptedNumber])] = [
      ("-0.25", "0.01", [.init(text: "-0.25", margin: "0.01")]),
      ("1e-7", "2%", [.init(text: "0.0000001", margin: "0.000000002")]),
      ("{{2^53 + 1}}", "0", [.init(text: "9007199254740993", margin: "0")]),
      (
        "{{1/3}}", "0",
        [
          .init(text: "0.333333", margin: "0.000000000333333"),
          .init(text: "0.333333333333", margin: "0.000000000333333"),
        ]
      ),
    ]
    for (answer, tolerance, accepted) in cases {
      let (read, _) = bank(
        "```question\ntype: number\ntolerance: \(tolerance)\n```\n\nHow much?\n\n"
          + "- [x] \(answer)\n  > So much.\n")
      let quiz = try ExportedQuiz(try XCTUnwrap(read), seed: 1, includesAnswers: true)
      let posed = quiz.questions[0]
      XCTAssertEqual(posed.acceptedNumbers(posed.options[0]), accepted)
      for number in accepted {
        XCTAssertEqual(posed.judge(.typed(number.text), .perOption).fraction, 1, number.text)
        XCTAssertTrue(try quiz.text(.gift).contains("=\(number.text):\(number.margin)#"))
        XCTAssertTrue(try quiz.text(.qti12).contains(">\(number.text)</varequal>"))
        XCTAssertTrue(try quiz.text(.moodleXML).contains("<text>\(number.text)</text>"))
      }
    }
  }

  /// As Moodle's question/format.php reads them: a stroke begins a category below, a closing bracket
  /// ends a tag.
  func testCategoriesAndTagsOfGIFTKeepTheirMarks() throws {
    let text = """
      # Loss/cost: [1]

      ## q

      ```question
      tags: W[l], a < b
      ```

      1 + 1?

      - [x] 2
        > Yes.
      - [ ] 3
        > No.
      """
    let (bank, _) = Bank.read(Data(text.utf8), file: "T1-Test.en.md", deeply: true)
    let gift = try ExportedQuiz(try XCTUnwrap(bank), seed: 1, includesAnswers: true).text(.gift)
    XCTAssertTrue(gift.contains("\n$CATEGORY: T1 Loss//cost: [1]\n"), gift)
    XCTAssertTrue(gift.contains("[tag:W[l\\]] [tag:a ＜ b]\n"), gift)
  }

  func testNotesAndRowsKeepTheirNamesWhateverTheSeed() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    let names = bank.questions.map { "Sample/\($0.id)/en" }
    for seed in [1, 2] {
      let quiz = try ExportedQuiz(bank, seed: seed, includesAnswers: true)
      let lines = try quiz.text(.anki).components(separatedBy: "\n")
      XCTAssertEqual(
        Array(lines.prefix(7)),
        [
          "#separator:tab", "#html:true", "#notetype:Basic", "#deck:Sample Sample of every type",
          "#columns:guid\tFront\tBack\tTags", "#guid column:1", "#tags column:4",
        ])
      XCTAssertEqual(
        lines.filter { $0.hasPrefix("Sample/") }.map { $0.prefix { $0 != "\t" } },
        names.map { $0[...] })
      let rows = try quiz.text(.csv).components(separatedBy: "\r\n")
      XCTAssertTrue(
        rows[0].hasPrefix("id,type,points,tags,text,hint,tolerance,right,option1,explanation1,"))
      XCTAssertEqual(
        rows.dropFirst().dropLast().map { $0.prefix { $0 != "," } }, names.map { $0[...] })
    }
  }

  func testQTI21IsAPackageOfATestAndItsItems() throws {
    let quiz = try ExportedQuiz(
      try Samples.bank("Sample-Types.en.md"), seed: 7, includesAnswers: true)
    XCTAssertThrowsError(try quiz.text(.qti21)) {
      XCTAssertEqual($0 as? ExportError, .isPackage)
    }
    // The archive is not compressed.
    let package = String(decoding: try quiz.package(.qti21), as: UTF8.self)
    for question in quiz.questions {
      let name = "Sample-\(question.question.id)"
      XCTAssertTrue(package.contains("<file href=\"items/\(name).xml\"/>"), name)
      XCTAssertTrue(package.contains("<dependency identifierref=\"\(name)\"/>"), name)
      XCTAssertTrue(package.contains(" identifier=\"\(name)\" title="), name)
    }
    XCTAssertEqual(quiz.losses(.qti21).contains(.scoring(.qti21)), false)
  }

  func testVersionsOfATemplateAreAPoolWithoutDoubles() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    let quiz = try ExportedQuiz(bank, seed: 5, versionCount: 60, includesAnswers: true)
    XCTAssertEqual(quiz.pools.map(\.id), bank.questions.map(\.id))
    XCTAssertEqual(
      quiz.pools.filter(\.isChoice).map(\.id), ["flatten-image", "bias-correction"])
    // Three heights and two numbers of channels.
    let shapes = try XCTUnwrap(quiz.pools.first { $0.id == "flatten-image" }).versions
    XCTAssertEqual(Set(shapes.map(\.text)).count, 6)
    XCTAssertEqual(shapes.count, 6, "some versions are the same")
    XCTAssertEqual(shapes[0].question.id, "flatten-image-seed5")
    let runner = try PosedQuestion(try Samples.question("flatten-image"), seed: 5)
    XCTAssertEqual(shapes[0].text, runner.text, "practice with the seed asks something else")
    XCTAssertEqual(Set(quiz.questions.map(\.question.id)).count, quiz.questions.count)
    XCTAssertTrue(
      quiz.losses(.moodleXML).contains(.pools(["flatten-image", "bias-correction"])))
    let package = String(decoding: try quiz.package(.qti12), as: UTF8.self)
    XCTAssertTrue(
      package.contains("<points_possible>9.0<"), "a pool counts more than one question")
  }

  func testLossesNameTheQuestionsThatTheyConcern() throws {
    let quiz = try ExportedQuiz(
      try Samples.bank("Sample-Types.en.md"), seed: 7, includesAnswers: true)
    let typed = ["flatten-image", "transfer"]
    let hinted = ["unstructured-data", "flatten-image"]
    let keeping = ["why-now", "relu-plot"]
    XCTAssertEqual(
      quiz.losses(.gift),
      [
        .scoring(.gift), .points(["why-now", "flatten-image"]), .places(keeping),
        .hints(hinted),
        .spellings(typed),
      ])
    XCTAssertEqual(quiz.losses(.moodleXML), [.scoring(.moodleXML), .spellings(typed)])
    XCTAssertTrue(quiz.losses(.qti12).contains(.shuffling(keeping)))
    XCTAssertEqual(quiz.losses(.json), [])
    let fine = bank(
      "```question\ntype: number\ntolerance: 1%\n```\n\nHow much?\n\n- [x] 0.00123\n  > So much.\n")
    let numbers = try ExportedQuiz(try XCTUnwrap(fine.bank), seed: 1, includesAnswers: true)
    XCTAssertEqual(numbers.losses(.text2qti), [.numbers(["q"])])
    XCTAssertTrue(try numbers.text(.text2qti).contains("\n*   0.00123\n"))
  }

  func testXMLEscapesMarksAndKeepsChinese() throws {
    for format in [ExportFormat.moodleXML, .qti12] {
      let text = try export("Tricky-Marks.en.md", format)
      XCTAssertTrue(text.contains("哪些是&lt;em&gt;奇数&lt;/em&gt;"), "\(format)")
      XCTAssertFalse(text.contains("]]>"), "\(format)")
      let parser = XMLProbe()
      XCTAssertTrue(parser.parse(text), "\(format) is no well-formed XML")
    }
  }
}

/// A check of nesting that needs no XML library: every opened element is closed in its place.
private struct XMLProbe {
  func parse(_ text: String) -> Bool {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}
