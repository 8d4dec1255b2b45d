import Authoring
import Coursework
public import Foundation
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
    let classes = try TestClasses(of: TestBundle(package: package))
    suites = Dictionary(
      uniqueKeysWithValues: Course.weeks.map { ($0.id, classes.names(grading: $0)) })
    hiddenSuites = classes.names(in: HiddenSuites.module)
    self.digest = try digest ?? SourceDigest(of: package).hex
  }
}
