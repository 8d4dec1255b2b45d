public import Foundation
public import Text

/// The built graded suites, run as a program of their own.
public struct TestBundle: Sendable {
  /// The bundle, or on Linux the program, that holds all suites.
  public let url: URL

  /// The bundle that the last build of the package left.
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

  /// Runs suites and gathers their records.
  ///
  /// - Parameters:
  ///   - suites: `LogisticRegressionTests.SigmoidTests`, or none for all.
  ///   - environment: set on top of this process's own, for instance `COURSE_CODE`.
  /// - Returns: the records, and what the run printed.
  /// - Throws: `TestRunError` when the run leaves no records or ends in the middle of a test.
  public func run(
    suites: [String] = [], environment: [String: String] = [:]
  ) throws -> TestRun {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "course-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "records.jsonl")

    let process = Process()
    #if os(macOS)
      process.executableURL = URL(fileURLWithPath: "/usr/bin/xcrun")
      let only = suites.isEmpty ? [] : ["-XCTest", suites.joined(separator: ",")]
      process.arguments = ["xctest"] + only + [url.path]
    #else
      process.executableURL = url
      process.arguments = suites.isEmpty ? [] : [suites.joined(separator: ",")]
    #endif
    var variables = ProcessInfo.processInfo.environment
    for name in ["COURSE_MUTATION", "COURSE_IN_PROCESS", "COURSE_RECORDING", "COURSE_ANSWERS"] {
      variables[name] = nil
    }
    variables.merge(environment) { $1 }
    variables["COURSE_RECORDS"] = file.path
    variables["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = variables
    let output = folder.appending(path: "output.txt")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try handle.close()

    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    let records =
      FileManager.default.fileExists(atPath: file.path)
      ? try RecordFile(file).records() : []
    // XCTest ends with 0 or 1; anything else is a run that did not come to its end.
    guard process.terminationReason == .exit, process.terminationStatus <= 1 else {
      throw TestRunError.ended(code: process.terminationStatus, output: String(text.suffix(2000)))
    }
    return TestRun(records: records, output: text)
  }
}

/// What a run of suites left.
public struct TestRun: Sendable {
  /// A record for each graded test that ended.
  public let records: [Record]
  /// All that XCTest printed.
  public let output: String
}

/// Why suites could not be run.
public enum TestRunError: PhrasedError {
  case notBuilt
  case notListed(output: String)
  case ended(code: Int32, output: String)

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
    }
  }
}
