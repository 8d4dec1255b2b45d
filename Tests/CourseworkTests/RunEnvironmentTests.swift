import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Coursework

/// What the environment says.
final class RunEnvironmentTests: FrameworkTestCase {
  private func surroundings(_ environment: [String: String]) throws -> RunEnvironment {
    try RunEnvironment(environment: environment, arguments: [])
  }

  func testNothingSaidGradesTheExercises() throws {
    let surroundings = try surroundings([:])
    XCTAssertEqual(surroundings.code, .exercises)
    XCTAssertFalse(surroundings.inProcess)
    XCTAssertNil(surroundings.records)
    XCTAssertNil(surroundings.only)
    XCTAssertTrue((1...999_999).contains(surroundings.seed))
  }

  func testEmptyVariablesSayNothing() throws {
    XCTAssertEqual(try surroundings(["COURSE_CODE": ""]).code, .exercises)
  }

  func testEveryVariableIsRead() throws {
    let surroundings = try surroundings([
      "COURSE_CODE": "solutions", "COURSE_IN_PROCESS": "1", "COURSE_RECORDS": "/a/b.jsonl",
      "COURSE_SEED": "4294967295", "COURSE_ONLY": "C1W2.sigmoid,C1W2.softmax",
    ])
    XCTAssertEqual(surroundings.code, .solutions)
    XCTAssertTrue(surroundings.inProcess)
    XCTAssertEqual(surroundings.records?.path, "/a/b.jsonl")
    XCTAssertEqual(surroundings.seed, .max)
    XCTAssertEqual(surroundings.only, ["C1W2.sigmoid", "C1W2.softmax"])
  }

  func testMutationKeepsToItsExercise() throws {
    XCTAssertEqual(
      try surroundings(["COURSE_MUTATION": "C1W2.sigmoid~negated"]).only, ["C1W2.sigmoid"])
  }

  func testMeaninglessValuesAreErrors() {
    let cases = [
      ("COURSE_CODE", "solution", "COURSE_CODE=solution: expected exercises or solutions"),
      ("COURSE_IN_PROCESS", "yes", "COURSE_IN_PROCESS=yes: expected 0 or 1"),
      ("COURSE_SEED", "-1", "COURSE_SEED=-1: expected a whole number from 0 to 4294967295"),
      (
        "COURSE_MUTATION", "sigmoid",
        "COURSE_MUTATION=sigmoid: expected C1W2.sigmoid=VARIANT or C1W2.sigmoid~SLIP"
      ),
    ]
    for (name, value, sentence) in cases {
      XCTAssertThrowsError(try surroundings([name: value])) {
        XCTAssertEqual("\($0)", sentence)
      }
    }
  }

  // MARK: A release

  private func release(_ content: String, _ environment: [String: String]) throws -> RunEnvironment
  {
    let package = try temporaryFolder()
    try Data(content.utf8).write(to: package.appending(path: ".course-release"))
    return try RunEnvironment(environment: environment, arguments: [], package: package)
  }

  private let released = #"{"seeds":[3,17],"version":"3f2a91c0","weeks":["C1W2"]}"#

  func testReleaseDrawsOneOfItsSeeds() throws {
    let surroundings = try release(released, [:])
    XCTAssertEqual(
      surroundings.release, Release(version: "3f2a91c0", weeks: ["C1W2"], seeds: [3, 17]))
    XCTAssertTrue([3, 17].contains(surroundings.seed))
    XCTAssertEqual(surroundings.answers?.lastPathComponent, ".course-answers")
    XCTAssertEqual(try release(released, ["COURSE_SEED": "17"]).seed, 17)
  }

  func testReleaseRefusesWhatNeedsTheSolutions() {
    let cases = [
      ("COURSE_SEED", "4", "COURSE_SEED=4: expected one of the seeds of this release: 3, 17"),
      (
        "COURSE_CODE", "solutions",
        "COURSE_CODE=solutions: expected exercises; a release holds no solutions"
      ),
      (
        "COURSE_MUTATION", "C1W2.sigmoid~negated",
        "COURSE_MUTATION=C1W2.sigmoid~negated: expected nothing; a release holds no solutions"
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
