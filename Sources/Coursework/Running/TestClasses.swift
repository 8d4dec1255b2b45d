import Foundation
import Processes

/// The names of a bundle's test classes.
///
/// Naming the classes that a run needs avoids skipping hundreds of other tests one by one.
public struct TestClasses: Sendable {
  /// The names such as `LogisticRegressionTests.SigmoidTests`, each once, in order.
  public let names: [String]

  /// Lists the classes of a bundle.
  ///
  /// - Throws: `TestRunError.notListed` with the output that was not a list.
  public init(of bundle: TestBundle) throws {
    #if os(macOS)
      let package = bundle.url.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let arguments = ["swift", "test", "list", "--skip-build", "--package-path", package.path]
    #else
      let arguments = [bundle.url.path, "--list-tests"]
    #endif
    let outcome = try Subprocess(arguments, timeLimit: 300, outputLimit: 16 << 20).run()
    guard outcome.succeeded else {
      throw TestRunError.notListed(output: String(outcome.text.suffix(2000)))
    }
    self.init(list: outcome.text)
  }

  /// - Parameter list: one `LogisticRegressionTests.SigmoidTests/testZeroGivesOneHalf` per line.
  init(list: String) {
    var seen: Set<Substring> = []
    names = list.split(separator: "\n").compactMap { line in
      guard let slash = line.firstIndex(of: "/") else { return nil }
      let name = line[..<slash]
      return seen.insert(name).inserted ? String(name) : nil
    }
  }

  /// Returns the classes of a module.
  public func names(in module: String) -> [String] {
    names.filter { $0.hasPrefix("\(module).") }
  }

  /// Returns the classes that grade a week.
  public func names(grading week: Week) -> [String] { names(in: "\(week.module)Tests") }
}
