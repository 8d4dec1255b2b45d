import Foundation
import Syllabus
import Tensors
import Text

@testable import Coursework
@testable import Grading
@testable import Intake
@testable import Reports

/// A class made up from a seed, one submission at a time: good, middling, beginning, broken, late,
/// and some who write what should do harm.
struct SyntheticClass: Sequence {
  let count: Int
  let seed: UInt32
  let weeks: [Week]

  init(_ count: Int, seed: UInt32 = 7, weeks: [Week] = Course.weeks) {
    self.count = count
    self.seed = seed
    self.weeks = weeks
  }

  var info: ClassInfo {
    ClassInfo(
      release: "2026.11-abc123", weeks: weeks.map(\.id), seed: seed,
      sandbox: ["no network: held", "a read-only system: held", "2 GB of memory: held"],
      missing: [Student(id: "s9998", name: "Noor Late"), Student(id: "s9999", name: "王小明")],
      remarks: ["“old-homework.zip” belongs to nobody of the roster."],
      misconceptions: Dictionary(
        uniqueKeysWithValues: weeks.flatMap(\.exercises).map(\.info).map {
          ($0.id, Self.mistakes(of: $0))
        }))
  }

  /// Three mistakes that are made in this class.
  private static func mistakes(of info: ExerciseInfo) -> [Misconception] {
    [
      Misconception("negated", "The sign of \(info.name) is wrong.", zh: "\(info.name) 的符号错了。"),
      Misconception("doubled", "This is twice \(info.name).", zh: "这是 \(info.name) 的两倍。"),
      Misconception("transposed", "Rows and columns are swapped.", zh: "行和列颠倒了。"),
    ]
  }

  static let names = [
    "Ada Lovelace", "李雷", "韩梅梅", "Grace Hopper", "Sofía Ñandú", "نور الدين", "Emmy Noether",
    "Zoë 👩‍💻 Müller", "O'Neil, Pat \"P\"", "Srinivasa Ramanujan", "王芳", "Katherine Johnson",
  ]

  static let hostile = [
    "<script>alert(1)</script>", "]]><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)",
    "a\u{0}b\u{7}c\u{1B}[31mred", "user\u{202E}gnp.exe", "zero\u{200B}width\u{FEFF}",
    "</pre></body>",
    "=cmd()|' /C calc'!A0", "emoji 👩‍👩‍👧 and 中文",
    "Z\u{300}\u{301}" + String(repeating: "\u{316}", count: 50),
  ]

  func makeIterator() -> AnyIterator<SubmissionResult> {
    var random = RandomState(seed: seed)
    var index = 0
    return AnyIterator {
      guard index < count else { return nil }
      defer { index += 1 }
      return submission(index, &random)
    }
  }

  private func submission(_ index: Int, _ random: inout RandomState) -> SubmissionResult {
    func draw() -> Double { random.rand() }
    let isHostile = index % 17 == 5
    let name =
      isHostile ? Self.hostile[index % Self.hostile.count] : Self.names[index % Self.names.count]
    let digits = String(index)
    let id = "s" + String(repeating: "0", count: 4 - Swift.min(4, digits.count)) + digits
    let skill = 0.35 + 0.65 * draw()
    let begun = Int(Double(weeks.count) * (0.4 + 0.8 * draw()).rounded(.up))
    let isBroken = index % 13 == 3
    let submitted = Date(timeIntervalSince1970: 1_772_900_000 + 200_000 * draw())
    return SubmissionResult(
      student: Student(id: id, name: name), attempt: 1,
      submitted: submitted, digest: "00",
      release: index % 29 == 2 ? "2026.10-old" : "2026.11-abc123",
      refusals: index % 19 == 4
        ? [Refusal(name: "notes/../../etc/passwd", reason: "the path leaves the submission")] : [],
      weeks: weeks.enumerated().map { place, week in
        let isHandedIn = place < Swift.max(1, begun)
        let diagnostics =
          isBroken && place == 0
          ? [
            PackageBuild.Diagnostic(
              file: "\(week.module).swift", line: 41, column: 17,
              message: "cannot convert value of type 'Int' to expected argument type 'Double'"),
            PackageBuild.Diagnostic(
              file: "\(week.module).swift", line: 58, column: 3,
              message: "missing return in global function expected to return 'Tensor'"),
          ] : []
        return WeekResult(
          week: week.id, isHandedIn: isHandedIn, diagnostics: diagnostics,
          tests: week.exercises.flatMap { exercise in
            tests(
              of: exercise.info, isHandedIn: isHandedIn, compiles: diagnostics.isEmpty,
              skill: skill, isHostile: isHostile, draw)
          })
      }, fault: index % 97 == 40 ? "no space left on the device" : nil, seconds: 2 + 3 * draw(),
      handIn: handIn(index, id, name, submitted))
  }

  /// The facts of a hand-in, of which some are odd.
  private func handIn(_ index: Int, _ id: String, _ name: String, _ date: Date) -> HandIn {
    let isOdd = index % 5 == 2
    return HandIn(
      owner: .found(isOdd ? .nearName : .id),
      clue: .init(isOdd ? name : id, column: isOdd ? nil : "SIS Login ID"),
      time: .moment(date, .worksheet),
      otherTimes: isOdd ? [.platform(isLate: true)] : [],
      taken: isOdd
        ? [
          Refusal(
            name: "LogisticRegression (1).swift", reason: "taken as LogisticRegression.swift")
        ] : [],
      left: isOdd ? ["a-name-without-a-blank-that-is-longer-than-a-telephone-is-wide.docx"] : [],
      weeks: weeks.map(\.id))
  }

  private static let properties = [
    "testMatchesThePublishedValues", "testMatchesTheNumericalGradient", "testKeepsItsShape",
    "testOneExampleIsEnough", "testAgreesWithTheReferenceOnFreshInputs",
  ]

  private func tests(
    of info: ExerciseInfo, isHandedIn: Bool, compiles: Bool, skill: Double, isHostile: Bool,
    _ draw: () -> Double
  ) -> [TestResult] {
    let fate = draw()
    let verdict: Verdict =
      !isHandedIn
      ? .notStarted
      : !compiles
        ? .doesNotCompile
        : fate < skill
          ? .passed
          : fate < skill + 0.25
            ? .wrong
            : [.wrong, .notStarted, .crashed, .timedOut, .blocked][Int(draw() * 4.99)]
    let mistake = Self.mistakes(of: info)[Int(draw() * 0.999 * 3)]
    return Self.properties.enumerated().map { index, property in
      let isHidden = index == 4
      let isPassed = verdict == .passed || (verdict == .wrong && index % 3 == 2)
      let own: Verdict = isPassed ? .passed : verdict
      return TestResult(
        record: Record(
          of: info, test: property,
          finding: TestOutcome(
            verdict: own,
            message: isPassed ? "" : message(own, info, mistake, isHostile: isHostile),
            misconception: own == .wrong && draw() < 0.6 ? mistake.id : nil),
          possible: info.points / 5, seconds: own == .timedOut ? 10 : 0.02 * draw()),
        memory: 20_000_000 + Int(4_000_000 * draw()), isHidden: isHidden)
    }
  }

  private func message(
    _ verdict: Verdict, _ info: ExerciseInfo, _ mistake: Misconception?, isHostile: Bool
  ) -> String {
    let printed = isHostile ? Self.hostile.joined(separator: "\n  ") : "in \(info.name)"
    switch verdict {
    case .wrong:
      return """
        3 of 4 numbers are wrong
          first [0, 1]: expected 0.8807970779778824, got 0.11920292202211755
        expected:
          [[0.5                 0.8807970779778824]
           [0.2689414213699951  0.9525741268224334]]
        got:
          [[0.5                 0.11920292202211755]
           [0.7310585786300049  0.04742587317756678]]
        called with
          z = shape (2, 2)
          [[ 0.  2.]
           [-1.  3.]]
        why: \(mistake?.sentence.english ?? "")
        your code printed:
          \(printed)
        help: swift run course hint \(info.id)
        """
    case .crashed:
      return """
        \(info.name): crashed: Fatal error: Index out of range
          at \(info.name).swift:31
        your code printed:
          \(printed)
        """
    case .timedOut: return "\(info.name): no answer within 10 seconds"
    case .blocked:
      return "\(info.name) calls sigmoid, which does not pass its own tests: begin there"
    default: return "\(info.name) is not written yet"
    }
  }
}
