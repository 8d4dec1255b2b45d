import Foundation
import GradedTesting
import XCTest

@testable import Grading
@testable import Intake

final class ClassSecretTests: FrameworkTestCase {
  private let ana = Student(id: "ana", name: "Ana")

  func testASecretIsMadeOnceAndReadableByItsOwnerAlone() throws {
    let place = try ClassFolder()
    let folder = place.url.appending(path: "results")
    let first = try ClassSecret(in: folder)
    let second = try ClassSecret(in: folder)
    XCTAssertEqual(first.fingerprint, second.fingerprint)
    XCTAssertEqual(first.seed(of: ana, attempt: 1), second.seed(of: ana, attempt: 1))
    let file = folder.appending(path: "secret").path
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    XCTAssertEqual(mode, 0o600)
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), ["secret"])
  }

  func testEveryClassStudentAndAttemptHasInputsOfItsOwn() throws {
    let one = ClassSecret(known: "one")
    let seeds = [
      one.seed(of: ana, attempt: 1), one.seed(of: ana, attempt: 2),
      one.seed(of: Student(id: "bo", name: "Bo"), attempt: 1),
      ClassSecret(known: "two").seed(of: ana, attempt: 1),
      // The fingerprint of the secret is none of the seeds.
      one.fingerprint,
    ]
    XCTAssertEqual(Set(seeds).count, seeds.count)
  }

  func testADamagedSecretIsNoSecret() throws {
    let place = try ClassFolder()
    try place.write("results/secret", "short")
    XCTAssertThrowsError(try ClassSecret(in: place.url.appending(path: "results"))) {
      guard case GradingError.cannotRead = $0 else { return XCTFail("\($0)") }
    }
  }
}
