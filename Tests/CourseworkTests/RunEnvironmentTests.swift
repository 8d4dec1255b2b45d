import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Coursework

/// Tests how the environment variables are read.
final class RunEnvironmentTests: FrameworkTestCase {
  private let nowhere = URL(fileURLWithPath: "/nowhere")

  private func environment(_ variables: [String: String]) throws -> RunEnvironment {
    try RunEnvironment(
      variables: variables,
      folders: PackageFolders(package: nowhere, programs: nowhere))
  }

  func testWithoutVariablesTheExercisesAreGraded() throws {
    let environment = try environment([:])
    XCTAssertEqual(environment.code, .exercises)
    XCTAssertFalse(environment.inProcess)
    XCTAssertNil(environment.records)
    XCTAssertNil(environment.only)
    XCTAssertTrue((1...999_999).contains(environment.seed))
  }

  func testEmptyVariablesAreIgnored() throws {
    XCTAssertEqual(try environment(["COURSE_CODE": ""]).code, .exercises)
  }

  func testEveryVariableIsRead() throws {
    let environment = try environment([
      "COURSE_CODE": "solutions", "COURSE_IN_PROCESS": "1", "COURSE_RECORDS": "/a/b.jsonl",
      "COURSE_SEED": "4294967295", "COURSE_ONLY": "C1W2.sigmoid,C1W2.softmax",
    ])
    XCTAssertEqual(environment.code, .solutions)
    XCTAssertTrue(environment.inProcess)
    XCTAssertEqual(environment.records?.path, "/a/b.jsonl")
    XCTAssertEqual(environment.seed, .max)
    XCTAssertEqual(environment.only, ["C1W2.sigmoid", "C1W2.softmax"])
  }

  func testAMutationAffectsOnlyItsExercise() throws {
    XCTAssertEqual(
      try environment(["COURSE_MUTATION": "C1W2.sigmoid~negated"]).only, ["C1W2.sigmoid"])
  }

  func testMeaninglessValuesAreErrors() {
    let cases = [
      ("COURSE_CODE", "solution", "COURSE_CODE expects exercises or solutions, got “solution”"),
      ("COURSE_IN_PROCESS", "yes", "COURSE_IN_PROCESS expects 0 or 1, got “yes”"),
      ("COURSE_SEED", "-1", "COURSE_SEED expects a whole number from 0 to 4294967295, got “-1”"),
      (
        "COURSE_MUTATION", "sigmoid",
        "COURSE_MUTATION expects C1W2.sigmoid=VARIANT or C1W2.sigmoid~SLIP, got “sigmoid”"
      ),
    ]
    for (name, value, sentence) in cases {
      XCTAssertThrowsError(try environment([name: value])) {
        XCTAssertEqual("\($0)", sentence)
      }
    }
  }

  // MARK: A release

  private func release(
    _ content: String, _ variables: [String: String]
  ) throws -> RunEnvironment {
    let package = try temporaryFolder()
    try Data(content.utf8).write(to: package.appending(path: ".course-release"))
    return try RunEnvironment(
      variables: variables, folders: PackageFolders(package: package, programs: package))
  }

  private let released = #"{"seeds":[3,17],"version":"3f2a91c0","weeks":["C1W2"]}"#

  func testReleaseDrawsOneOfItsSeeds() throws {
    let environment = try release(released, [:])
    XCTAssertEqual(
      environment.release, Release(version: "3f2a91c0", weeks: ["C1W2"], seeds: [3, 17]))
    XCTAssertTrue([3, 17].contains(environment.seed))
    XCTAssertEqual(environment.answers?.lastPathComponent, ".course-answers")
    XCTAssertEqual(try release(released, ["COURSE_SEED": "17"]).seed, 17)
  }

  func testAReleaseRejectsVariablesThatNeedTheSolutions() {
    let cases = [
      ("COURSE_SEED", "4", "COURSE_SEED expects one of the seeds of this release (3, 17), got “4”"),
      (
        "COURSE_CODE", "solutions",
        "COURSE_CODE expects exercises (a release contains no solutions), got “solutions”"
      ),
      (
        "COURSE_MUTATION", "C1W2.sigmoid~negated",
        "COURSE_MUTATION expects nothing (a release contains no solutions), got “C1W2.sigmoid~negated”"
      ),
    ]
    for (name, value, sentence) in cases {
      XCTAssertThrowsError(try release(released, [name: value])) {
        XCTAssertEqual("\($0)", sentence)
      }
    }
  }

  func testDamagedReleaseFileIsAnError() {
    for content in ["{", #"{"seeds":[],"version":"3f2a91c0","weeks":["C1W2"]}"#] {
      XCTAssertThrowsError(try release(content, [:])) { error in
        guard case .unreadable? = error as? ReleaseError else { return XCTFail("\(error)") }
      }
    }
  }
}
