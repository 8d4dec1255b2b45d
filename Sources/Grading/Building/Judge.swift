public import Coursework
public import Foundation
import Releases
import Syllabus

/// The programs that judge: built once from pristine sources, and never again for a submission.
///
/// The bundle of graded suites and the reference solutions run outside the sandbox and are trusted;
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
  /// The versions that a release made from these sources has, by week.
  public let versions: [String: String]
  /// Names the sources from which all this was built.
  let sources: SourceDigest

  /// Where what is made once from the judge is kept.
  let cache: URL

  /// `.build/debug` of the package.
  var products: URL { package.appending(path: ".build/debug").resolvingSymlinksInPath() }
  var bundle: URL {
    get throws { try TestBundle(package: package).url }
  }

  /// The known mistakes, as its program of solutions tells them.
  func variants() throws -> Variants {
    try Host.process(WorkerClient(program: products.appending(path: "reference"))).variants()
  }

  /// A judge from a package that is built already.
  ///
  /// - Parameters:
  ///   - package: the folder of the built package.
  ///   - cache: a folder in which what is made once from the judge is kept.
  /// - Throws: `GradingError.notBuilt`, or what keeps the suites from being listed.
  public init(built package: URL, cache: URL) throws {
    try self.init(
      built: package, cache: cache, digest: SourceDigest(of: package, weeks: Course.weeks))
  }

  init(built package: URL, cache: URL, digest: SourceDigest) throws {
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
    versions = try CourseVersion.ids(of: Course.weeks, in: package)
    let classes = try TestClasses(of: TestBundle(package: package))
    suites = Dictionary(
      uniqueKeysWithValues: Course.weeks.map { ($0.id, classes.names(grading: $0)) })
    hiddenSuites = classes.names(in: HiddenSuites.module)
    sources = digest
  }

  /// Names the sources of all weeks.
  var digest: String { sources.hex() }

  /// The versions of some weeks, by id.
  public func versions(of weeks: [Week]) -> [String: String] {
    let ids = Set(weeks.map(\.id))
    return versions.filter { ids.contains($0.key) }
  }

  /// Names what some weeks are graded by: equal digests, equal marks.
  public func digest(of weeks: [Week]) -> String { sources.hex(of: weeks.map(\.id)) }
}
