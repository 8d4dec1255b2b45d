import Authoring
import Coursework
public import Foundation
import Syllabus

/// The programs that judge: built once from pristine sources, and never again for a submission.
///
/// The bundle of graded suites and the reference solutions run outside the walls and are trusted;
/// of the worker only what is no learner's is kept, to be linked with what a learner wrote.
public struct Judge: Sendable {
  /// The package whose built products judge.
  let package: URL
  /// The stub of each week, by the week's id.
  let stubs: [String: Data]
  /// The classes of each week's graded suites, by the week's id: `LogisticRegressionTests.SigmoidTests`.
  let suites: [String: [String]]
  /// The classes of an instructor's own suites.
  let hiddenSuites: [String]
  /// The version that a release made from these sources has.
  public let release: String
  /// Names the sources from which all this was built.
  public let digest: String

  /// Where what is made once from the judge is kept.
  let cache: URL

  /// `.build/debug` of the package.
  var products: URL { package.appending(path: ".build/debug").resolvingSymlinksInPath() }
  var bundle: URL {
    get throws { try TestBundle(package: package).url }
  }

  /// A judge from a package that is built already.
  ///
  /// - Parameter cache: a folder in which what is made once from the judge is kept.
  /// - Throws: `GradingError.notBuilt`, or what keeps the suites from being listed.
  public init(built package: URL, cache: URL, digest: String? = nil) throws {
    self.package = package.resolvingSymlinksInPath()
    self.cache = cache
    let products = package.appending(path: ".build/debug")
    for name in ["worker", "reference", "probe"]
    where !FileManager.default.isExecutableFile(atPath: products.appending(path: name).path) {
      throw GradingError.notBuilt(folder: products.path, missing: name)
    }
    let assigning = Assigning(package: package)
    stubs = try Dictionary(
      uniqueKeysWithValues: Course.weeks.map { ($0.id, Data(try assigning.stub($0).utf8)) })
    release = try CourseVersion.id(of: package)
    let names = try Self.testClasses(of: TestBundle(package: package).url)
    suites = Dictionary(
      uniqueKeysWithValues: Course.weeks.map { week in
        (week.id, names.filter { $0.hasPrefix("\(week.module)Tests.") })
      })
    hiddenSuites = names.filter { $0.hasPrefix("\(HiddenSuites.module).") }
    self.digest = try digest ?? SourceDigest(of: package).hex
  }

  /// The classes of a bundle, each once, in order.
  private static func testClasses(of bundle: URL) throws -> [String] {
    #if os(macOS)
      let package = bundle.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let words = ["swift", "test", "list", "--skip-build", "--package-path", package.path]
    #else
      let words = [bundle.path, "--list-tests"]
    #endif
    let outcome = try Command(words, timeLimit: 120).run()
    guard outcome.succeeded else {
      throw GradingError.judgeEnded(code: "\(outcome.end)", output: outcome.text)
    }
    var seen = Set<String>()
    return outcome.text.split(separator: "\n").compactMap { line in
      guard let slash = line.firstIndex(of: "/") else { return nil }
      let name = String(line[..<slash])
      return seen.insert(name).inserted ? name : nil
    }
  }
}
