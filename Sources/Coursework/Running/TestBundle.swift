public import Foundation
public import Processes
public import Text

/// The built graded suites, which run as a program of their own.
public struct TestBundle: Sendable {
  /// The bundle, or on Linux the program, that holds all suites.
  public let url: URL

  /// Finds the bundle that the last build of the package produced.
  ///
  /// - Throws: `TestRunError.notBuilt` when there is none.
  public init(package: URL) throws {
    let folder = package.appending(path: ".build/debug")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard let name = names.first(where: { $0.hasSuffix("PackageTests.xctest") }) else {
      throw TestRunError.notBuilt
    }
    url = folder.appending(path: name)
  }

  /// Runs suites and collects their records.
  ///
  /// - Parameters:
  ///   - suites: suites such as `LogisticRegressionTests.SigmoidTests`; empty for all.
  ///   - environment: variables set on top of this process's own, such as `COURSE_CODE`.
  ///   - interruption: ends the run early.
  /// - Returns: the records, and what the run printed.
  /// - Throws: `TestRunError` when the run leaves no records or ends in the middle of a test.
  public func run(
    suites: [String] = [], environment: [String: String] = [:],
    interruption: Interruption? = nil
  ) throws -> TestRun {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "course-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "records.jsonl")

    var variables = ProcessInfo.processInfo.environment
    for name in ["COURSE_MUTATION", "COURSE_IN_PROCESS", "COURSE_RECORDING", "COURSE_ANSWERS"] {
      variables[name] = nil
    }
    variables.merge(environment) { $1 }
    variables["COURSE_RECORDS"] = file.path
    variables["SWIFT_BACKTRACE"] = "enable=no"
    let outcome = try Subprocess(
      arguments(running: suites), environment: variables, timeLimit: 24 * 3600,
      outputLimit: 256 << 20
    ).run(interruption: interruption)
    let records =
      FileManager.default.fileExists(atPath: file.path)
      ? try RecordFile(file).records() : []
    // XCTest exits with 0 or 1; anything else means the run did not finish.
    switch outcome.end {
    case .exited(0...1): return TestRun(records: records, output: outcome.text)
    case .exited(let code), .signalled(let code):
      throw TestRunError.ended(code: code, output: String(outcome.text.suffix(2000)))
    case .timedOut, .flooded, .interrupted:
      throw TestRunError.stopped(output: String(outcome.text.suffix(2000)))
    }
  }

  /// The command line arguments that run these suites, or all if there are none.
  private func arguments(running suites: [String]) -> [String] {
    let list = suites.joined(separator: ",")
    #if os(macOS)
      return ["/usr/bin/xcrun", "xctest"] + (suites.isEmpty ? [] : ["-XCTest", list]) + [url.path]
    #else
      return [url.path] + (suites.isEmpty ? [] : [list])
    #endif
  }
}

/// The results of running suites.
public struct TestRun: Sendable {
  /// The records of the graded tests that finished.
  public let records: [Record]
  /// All that XCTest printed.
  public let output: String
}

/// The reasons why suites could not be run.
public enum TestRunError: PhrasedError {
  case notBuilt
  case notListed(output: String)
  case ended(code: Int32, output: String)
  /// The suites took more than a day, or printed more than 256 MB.
  case stopped(output: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .notBuilt:
      Phrase(
        "the tests are not built; run: swift build --build-tests",
        zh: "测试还没有构建；请运行：swift build --build-tests")
    case .notListed(let output):
      Phrase(
        "the tests do not say which they are; run: swift build --build-tests; they said:\n\(output)",
        zh: "无法列出测试；请运行：swift build --build-tests；输出是：\n\(output)")
    case .ended(let code, let output):
      Phrase(
        "the tests ended with code \(code) before they were through; the last they said:\n\(output)",
        zh: "测试没有跑完就以退出码 \(code) 结束了；最后的输出是：\n\(output)")
    case .stopped(let output):
      Phrase(
        "the tests took more than a day or printed more than 256 MB and were stopped; the last they "
          + "said:\n\(output)",
        zh: "测试运行超过一天，或输出超过 256 MB，已被中止；最后的输出是：\n\(output)")
    }
  }
}
