import Coursework
import Files
import Foundation
import Grading
import Intake
import Processes
import Reports
import Sandboxes
import Syllabus
import Synchronization
import SyntheticClasses
import Text

/// A benchmark of grading a class on this machine: `course bench --grading`.
///
/// A synthetic class (a mix of right, half right, wrong, broken and hostile submissions) goes
/// through everything that `course grade` does: intake, sandbox, compilation, judging, journal,
/// results.
struct GradingBench {
  let students: Int
  let weeks: [Week]

  /// The results of the benchmark.
  struct Measurement: Encodable {
    let weeks: [String]
    let students: Int
    /// The number of submissions graded per second, from the first to the last.
    let rate: Double
    /// The seconds per submission among the first and the last 30, which are similar if grading
    /// does not slow down.
    let first: Double
    let last: Double
    /// The seconds taken to write the gradebook and pages.
    let writing: Double
    /// The peak memory of the grader itself, in bytes.
    let memory: Int
    /// The checksum of the gradebook, on which two runs of one class must agree.
    let gradebook: UInt32
  }

  /// The number of submissions at either end whose speed is compared.
  private static let end = 30

  /// Grades the class in a temporary folder.
  ///
  /// - Throws: `SandboxError` when there is no sandbox, or any error in grading the class.
  func run(show: @escaping @Sendable (ClassRun.Progress) -> Void) throws -> Measurement {
    let folder = FileManager.default.temporaryDirectory.appending(path: "class-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let package = RunEnvironment.current.package
    let classFolder = folder.appending(path: "class")
    try SyntheticSubmissions(students: students, seed: 1, weeks: weeks, package: package)
      .write(to: classFolder)
    let reader = try SubmissionReader(classFolder, weeks: Course.weeks, language: .english)
    let judge = try Judge.build(package: package, weeks: weeks) { print($0) }
    let sandbox = try Sandbox(toolchain: Toolchain())
    let report = try SandboxProbe(sandbox, judge: judge).check()
    let results = folder.appending(path: "results")
    let secret = try ClassSecret(in: results)
    let journal = try Journal(
      folder: results,
      header: Journal.Header(
        judge, weeks: weeks, secret: secret, language: .english, sandbox: report))
    let grader = try ClassGrader(
      judge: judge, sandbox: sandbox, weeks: weeks, secret: secret, language: .english,
      folder: folder.appending(path: "grading"))
    defer { grader.end() }

    let times = Mutex<[Double]>([0])
    let outcome = try ClassRun(reader, grader: grader, journal: journal).run { progress in
      times.withLock { $0.append(progress.seconds) }
      show(progress)
    }
    let begin = ContinuousClock.now
    try Results(outcome.info, submissions: outcome.submissions, language: .english)
      .write(to: results)
    let writing = (ContinuousClock.now - begin) / .seconds(1)
    let ends = times.withLock { $0.sorted() }
    let size = min(Self.end, students)
    return Measurement(
      weeks: weeks.map(\.id), students: students, rate: Double(students) / ends[students],
      first: ends[size] / Double(size),
      last: (ends[students] - ends[students - size]) / Double(size), writing: writing,
      memory: Self.peakMemory,
      gradebook: CRC32.checksum(try Data(contentsOf: results.appending(path: "gradebook.csv"))))
  }

  private static var peakMemory: Int {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
