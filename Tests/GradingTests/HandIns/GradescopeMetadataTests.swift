import GradedTesting
import XCTest

@testable import Intake

/// The submitters and times in the file that Gradescope writes.
final class GradescopeMetadataTests: FrameworkTestCase {
  private func submitters(_ text: String) -> [String] {
    (GradescopeMetadata(text).submissions["submission_1"]?.submitters ?? []).map {
      ([$0.name] + $0.ids).joined(separator: " ")
    }
  }

  func testTestsAndEarlierSubmissionsAreNoSubmitters() {
    let text = """
      submission_1:
        :submitters:
        - :name: Jane Doe
          :sid: '00123'
          :email: jane@x.edu
        :created_at: 2026-11-21 07:00:00.000000000 Z
        :score: 1.0
        :results:
          :tests:
          - :name: sigmoid
            :email: x@x.edu
        :history:
        - :id: 7
          :created_at: 2026-11-20 10:00:00.000000000 Z
          :submitters:
          - :name: Bob Ray
            :sid: '00124'
      """
    XCTAssertEqual(submitters(text), ["Jane Doe 00123 jane@x.edu"])
    XCTAssertEqual(
      GradescopeMetadata(text).submissions["submission_1"]?.created,
      "2026-11-21 07:00:00.000000000 Z")
  }

  func testTheFieldsOfASubmitterComeInAnyOrder() {
    let text = """
      submission_1:
        :created_at: 2026-11-21 07:00:00 Z
        :submitters:
        - :email: jane@x.edu
          :name: Jane Doe
        - :sid: '00125'
          :name: Cy Fox
          :email: ''
      """
    XCTAssertEqual(submitters(text), ["Jane Doe jane@x.edu", "Cy Fox 00125"])
    XCTAssertEqual(
      submitters(text.replacing("\n", with: "\r\n")), ["Jane Doe jane@x.edu", "Cy Fox 00125"])
  }

  func testNamesAreReadAsYAMLQuotesThem() {
    func name(_ written: String) -> String? {
      submitters("submission_1:\n  :submitters:\n  - :name: \(written)\n    :sid: null\n").first
    }
    XCTAssertEqual(name("'Seán O''Brien'"), "Seán O'Brien")
    XCTAssertEqual(name(#""J\u00FCrgen \x22Jo\x22 Gro\u00DF""#), "Jürgen \"Jo\" Groß")
    XCTAssertEqual(name(#""Ann \"Annie\" Lee""#), "Ann \"Annie\" Lee")
  }
}
