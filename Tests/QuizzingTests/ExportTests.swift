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
    XCTAssertFalse(quiz.losses(.qti21).contains(.scoring))
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
    let reading = ["unstructured-data"]
    XCTAssertEqual(
      quiz.losses(.gift),
      [
        .points(["why-now", "flatten-image"]), .hints(hinted), .references(reading),
        .places(keeping), .spellings(typed),
      ])
    XCTAssertEqual(
      quiz.losses(.moodleXML),
      [.references(reading), .shuffling(["why-now"]), .spellings(typed)])
    for format in [ExportFormat.qti12, .text2qti] {
      XCTAssertEqual(
        quiz.losses(format).prefix(5),
        [.hints(hinted), .tags, .references(reading), .scoring, .shuffling(keeping)], "\(format)")
    }
    XCTAssertEqual(
      quiz.losses(.qti21), [.hints(hinted), .references(reading), .spellings(typed)])
    XCTAssertEqual(
      quiz.losses(.anki),
      [.points(["why-now", "flatten-image"]), .hints(hinted), .references(reading)])
    XCTAssertEqual(quiz.losses(.csv), [.references(reading), .keptPlaces(keeping)])
    XCTAssertEqual(quiz.losses(.markdown), [.hints(hinted), .tags, .references(reading)])
    XCTAssertEqual(quiz.losses(.json), [])
    let shown = try ExportedQuiz(
      try Samples.bank("Sample-Types.en.md"), seed: 7, includesAnswers: false)
    XCTAssertEqual(shown.losses(.json), [.hints(hinted)])
    let fine = bank(
      "```question\ntype: number\ntolerance: 1%\n```\n\nHow much?\n\n- [x] 0.00123\n  > So much.\n")
    let numbers = try ExportedQuiz(try XCTUnwrap(fine.bank), seed: 1, includesAnswers: true)
    XCTAssertEqual(numbers.losses(.text2qti), [.numbers(["q"])])
    XCTAssertTrue(try numbers.text(.text2qti).contains("\n*   0.00123\n"))
  }

  /// Moodle's `is_numeric` takes a sign in front, as its importer asks it; pygiftparser's pattern
  /// for a number has none.
  func testNegativeNumbersOfGIFTAreNoted() throws {
    for (answer, isNoted) in [("-0.25", true), ("0.25", false)] {
      let (read, _) = bank(
        "```question\ntype: number\ntolerance: 0.01\n```\n\nHow much?\n\n- [x] \(answer)\n  > So.\n"
      )
      let quiz = try ExportedQuiz(try XCTUnwrap(read), seed: 1, includesAnswers: true)
      XCTAssertEqual(quiz.losses(.gift), isNoted ? [.negativeNumbers(["q"])] : [])
      XCTAssertTrue(try quiz.text(.gift).contains("{#\n  =\(answer):0.01#"))
      XCTAssertEqual(quiz.losses(.moodleXML), [])
    }
  }

  func testThePlatformsWordsForTrueAndFalseAreNoted() throws {
    let quiz = try ExportedQuiz(
      try Samples.bank("Third-Language.de.md"), seed: 1, includesAnswers: true)
    for format in [ExportFormat.gift, .moodleXML] {
      XCTAssertTrue(quiz.losses(format).contains(.truthWords(["linear"])), "\(quiz.losses(format))")
    }
    for format in [ExportFormat.qti12, .qti21, .text2qti] {
      XCTAssertFalse(quiz.losses(format).contains(.truthWords(["linear"])))
    }
  }

  func testCodeKeepsItsLanguage() throws {
    let code = "```swift\nlet a = 1\n```"
    let (read, _) = bank("What is a?\n\n\(code)\n\n- [x] 1\n  > Yes.\n- [ ] 2\n  > No.\n")
    let quiz = try ExportedQuiz(try XCTUnwrap(read), seed: 1, includesAnswers: true)
    for format in [ExportFormat.gift, .moodleXML, .qti12, .qti21] {
      let data = format.isPackage ? try quiz.package(format) : Data(try quiz.text(format).utf8)
      let back = try ImportedBank(data, name: "T", language: .english)
      XCTAssertEqual(back.questions.first?.text, "What is a?\n\n\(code)", "\(format)")
    }
    for format in [ExportFormat.anki, .text2qti, .csv, .json, .markdown] {
      XCTAssertTrue(try quiz.text(format).contains("swift"), "\(format)")
    }
    // No class of a stranger's page becomes the fields of a question.
    for name in ["question", "keyless", "a b", "x\ny", "", "text"] {
      XCTAssertEqual(
        HTMLText("<pre><code class=\"language-\(name)\">1</code></pre>").blocks,
        [.code(language: name == "a b" ? "a" : "text", ["1"])], name)
    }
  }

  func testNotesAreSentencesInBothLanguages() {
    let sentences: [(ExportLoss, String, String)] = [
      (
        .scoring,
        "several right options: the file gives all points or none, as --scoring all-or-nothing does; "
          + "a platform may have a rule of its own",
        "多选题：文件规定全对才得分，相当于 --scoring all-or-nothing；平台可能另有规则"
      ),
      (
        .negativeNumbers(["a"]),
        "negative numbers are read by Moodle, but not by every program that reads GIFT: a",
        "Moodle 能读负数，但有些读取 GIFT 的程序不能：a"
      ),
      (
        .truthWords(["a", "b", "c", "d", "e"]),
        "the platform shows its own words for true and false: a, b, c (+2)",
        "判断题的“对”“错”改用平台自己的文字：a, b, c (+2)"
      ),
      (
        .keptPlaces(["a"]), "nothing tells which options keep their places: a",
        "没有注明哪些选项须固定位置：a"
      ),
      (
        .references(["a"]), "the references to read again are lost: a", "“建议重读”的出处丢失：a"
      ),
    ]
    for (loss, english, chinese) in sentences {
      XCTAssertEqual(loss.phrase(.english), english)
      XCTAssertEqual(loss.phrase(.chinese), chinese)
    }
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
