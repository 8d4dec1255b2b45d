public import Coursework
public import Foundation
import Releases
import Syllabus

/// The programs that judge, built once from pristine sources and never again for a submission.
///
/// The bundle of graded suites and the reference solutions run outside the sandbox and are trusted;
/// of the worker only the parts that are not learners' are kept, to be linked with a submission.
public struct Judge: Sendable {
  /// The package whose built products do the judging.
  let package: URL
  /// The stub of each week, by week id.
  let stubs: [String: Data]
  /// The classes of each week's graded suites, such as `LogisticRegressionTests.SigmoidTests`, by
  /// week id.
  let suites: [String: [String]]
  /// The classes of an instructor's own suites.
  let hiddenSuites: [String]
  /// The version of each week in a release made from these sources.
  public let versions: [String: String]
  /// The digest of the sources that the judge was built from.
  let sources: SourceDigest

  /// The folder of files that are derived from the judge once.
  let cache: URL

  /// `.build/debug` of the package.
  var products: URL { package.appending(path: ".build/debug").resolvingSymlinksInPath() }
  var bundle: URL {
    get throws { try TestBundle(package: package).url }
  }

  /// Returns the known mistakes, as the judge's program of solutions declares them.
  func variants() throws -> Variants {
    try Host.process(WorkerClient(program: products.appending(path: "reference"))).variants()
  }

  /// Creates a judge from a package that is already built.
  ///
  /// - Parameters:
  ///   - package: the folder of the built package.
  ///   - cache: the folder of files that are derived from the judge once.
  /// - Throws: `GradingError.notBuilt`, or any error in listing the suites.
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

  /// The digest of the sources of all weeks.
  var digest: String { sources.hex() }

  /// Returns the versions of some weeks, by id.
  public func versions(of weeks: [Week]) -> [String: String] {
    let ids = Set(weeks.map(\.id))
    return versions.filter { ids.contains($0.key) }
  }

  /// Returns the digest of everything that grades some weeks: equal digests give equal marks.
  public func digest(of weeks: [Week]) -> String { sources.hex(of: weeks.map(\.id)) }
}
