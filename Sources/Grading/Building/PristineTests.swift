import Coursework
import Foundation
import Text

/// The results of the suites on the stubs in one language: every graded test with its points.
struct PristineTests: Codable {
  let graded: [Record]
  /// The results of an instructor's own suites on the stubs.
  let hidden: [Record]

  /// Runs the suites once per language, and stores the results beside the judge.
  ///
  /// - Throws: `TestRunError`, or any error in writing the records.
  init(of judge: Judge, language: Language) throws {
    let name = "tests-\(judge.digest.prefix(16))-\(language.rawValue).json"
    let cache = judge.cache.appending(path: name)
    if let data = try? Data(contentsOf: cache),
      let kept = try? JSONDecoder().decode(Self.self, from: data)
    {
      self = kept
      return
    }
    // The seed does not affect what a stub answers.
    let environment = [
      "COURSE_CODE": "exercises", "COURSE_SEED": "1", "COURSE_LANG": language.rawValue,
    ]
    let bundle = try TestBundle(package: judge.package)
    func records(_ suites: [String]) throws -> [Record] {
      try suites.isEmpty ? [] : bundle.run(suites: suites, environment: environment).records
    }
    graded = try records(judge.suites.values.flatMap(\.self))
    hidden = try records(judge.hiddenSuites)
    try Self.tryOnReference(judge, bundle, environment)
    try FileManager.default.createDirectory(at: judge.cache, withIntermediateDirectories: true)
    try JSONEncoder().encode(self).write(to: cache, options: .atomic)
  }

  /// Rejects an instructor's own tests that the course's solution fails, since they would fail
  /// everybody.
  private static func tryOnReference(
    _ judge: Judge, _ bundle: TestBundle, _ environment: [String: String]
  ) throws {
    guard !judge.hiddenSuites.isEmpty else { return }
    let solved = environment.merging(["COURSE_CODE": "solutions"]) { $1 }
    let records = try bundle.run(suites: judge.hiddenSuites, environment: solved).records
    let problems = Self.problems(onReference: records)
    guard problems.isEmpty else { throw GradingError.badHiddenSuites(problems) }
  }

  /// Returns a problem for every test that did not pass on the course's solution.
  static func problems(onReference records: [Record]) -> [HiddenSuiteProblem] {
    records.filter { $0.verdict != .passed }.map { record in
      HiddenSuiteProblem(
        file: "--hidden", line: 0,
        kind: .failsOnReference(
          test: "\(record.exerciseID) \(record.test)", message: record.message))
    }
  }
}
