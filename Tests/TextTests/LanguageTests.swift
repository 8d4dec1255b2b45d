import GradedTesting
import Text
import XCTest

final class LanguageTests: FrameworkTestCase {
  func testTheFirstVariableThatIsSetDecidesTheLanguage() {
    let ranked = ["COURSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    for (rank, name) in ranked.enumerated() {
      var environment = [name: "zh_CN.UTF-8"]
      for lower in ranked[(rank + 1)...] { environment[lower] = "en_US.UTF-8" }
      for higher in ranked[..<rank] { environment[higher] = "" }
      XCTAssertEqual(Language(environment: environment), .chinese, name)
      environment[name] = "en_US.UTF-8"
      for lower in ranked[(rank + 1)...] { environment[lower] = "zh_CN.UTF-8" }
      XCTAssertEqual(Language(environment: environment), .english, name)
    }
  }

  func testOtherLanguagesAreEnglish() {
    for text in ["C", "de_DE.UTF-8", "POSIX"] {
      XCTAssertEqual(Language(environment: ["LANG": text]), .english)
    }
    XCTAssertEqual(Language(environment: [:]), .english)
    XCTAssertEqual(Language(environment: ["COURSE_LANG": "ZH"]), .chinese)
  }

  func testAPhraseHasATextInEachLanguage() {
    let phrase = Phrase("cost", zh: "代价")
    XCTAssertEqual(Language.allCases.map { phrase($0) }, ["cost", "代价"])
  }
}
