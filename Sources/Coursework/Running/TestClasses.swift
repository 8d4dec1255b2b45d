import Foundation

/// The names of a bundle's test classes.
///
/// To name those that a run needs spares it the hundreds of tests that would be skipped one by one.
public struct TestClasses: Sendable {
  /// `LogisticRegressionTests.SigmoidTests` and all others, each once, in order.
  public let names: [String]

  /// Asks the bundle.
  ///
  /// - Throws: `TestRunError.notListed` with what was said instead of names.
  public init(of bundle: TestBundle) throws {
    let process = Process()
    #if os(macOS)
      let package = bundle.url.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        "swift", "test", "list", "--skip-build", "--package-path", package.path,
      ]
    #else
      process.executableURL = bundle.url
      process.arguments = ["--list-tests"]
    #endif
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let text = String(decoding: said, as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw TestRunError.notListed(output: String(text.suffix(2000)))
    }
    self.init(list: text)
  }

  /// - Parameter list: `LogisticRegressionTests.SigmoidTests/testZeroGivesOneHalf` a line.
  init(list: String) {
    var seen: Set<Substring> = []
    names = list.split(separator: "\n").compactMap { line in
      guard let slash = line.firstIndex(of: "/") else { return nil }
      let name = line[..<slash]
      return seen.insert(name).inserted ? String(name) : nil
    }
  }

  /// The classes of a module.
  public func names(in module: String) -> [String] {
    names.filter { $0.hasPrefix("\(module).") }
  }

  /// The classes that grade a week.
  public func names(grading week: Week) -> [String] { names(in: "\(week.module)Tests") }
}
