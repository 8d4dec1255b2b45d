import Foundation
import FrameworkTesting
import GradedTesting
import Tensors
import XCTest

@testable import Coursework

/// Tests how a program describes known mistakes, and how a release stores them.
final class VariantsTests: FrameworkTestCase {
  private let served: [Implementation] = [
    Sample.sigmoid.served { $0 },
    Sample.sigmoid.mistaken("second", "The second.", zh: "第二。") { $0 * 2 },
    Sample.sigmoid.mistaken("first", "The first.", zh: "第一。") { $0 * 3 },
    Sample.sigmoid.alternative("other") { $0 * 1 },
  ]
  private let variants = Variants(
    misconceptions: [
      "C9W1.sigmoid": [
        Misconception("second", "The second.", zh: "第二。"),
        Misconception("first", "The first.", zh: "第一。"),
      ]
    ], alternatives: ["C9W1.sigmoid": ["other"]])

  func testMistakesKeepTheOrderInWhichTheyAreDeclared() throws {
    XCTAssertEqual(try Host.local(FunctionTable(served)).variants(), variants)
  }

  func testMistakesAreSentThroughThePipe() throws {
    let request = Request(
      exercise: FunctionTable.variantsName, variant: nil, arguments: [])
    let (kind, value) = FunctionTable(served).answer(request)
    XCTAssertEqual(kind, .returned)
    XCTAssertEqual(try value.decoded(), variants)
  }

  func testMistakesAreStoredAsTextBesideRecordedAnswers() throws {
    let folder = try temporaryFolder()
    let answers = folder.appending(path: Release.answersName)
    XCTAssertEqual(try Variants(beside: answers), Variants())
    try variants.data.write(to: folder.appending(path: Release.variantsName))
    XCTAssertEqual(try Variants(beside: answers), variants)
  }

  func testADamagedFileIsNamed() throws {
    let folder = try temporaryFolder()
    let file = folder.appending(path: Release.variantsName)
    try Data("[]".utf8).write(to: file)
    XCTAssertThrowsError(try Variants(beside: folder.appending(path: Release.answersName))) {
      guard case .unreadable(let path, _)? = $0 as? ReleaseError else { return XCTFail("\($0)") }
      XCTAssertEqual(path, file.path)
    }
  }
}
