import GradedTesting
import XCTest

@testable import Banks

final class TypedTextTests: FrameworkTestCase {
  func testShortTextsIgnoreHowTheyAreWritten() {
    for text in [
      "Transfer Learning", "transfer-learning", "ｔransfer learning.", " transferlearning ",
      "“transfer learning”", "'transfer learning'", "«transfer learning»", "「transfer learning」",
      "the transfer learning", "transfer‑learning!", "transfer—learning",
      "transfer\u{200B} learning",
      "*transfer learning*", "`transfer learning`,", "transfer learning：", "【transfer learning】",
      "《transfer learning》、", "transfer\u{2011}learning", "transfer\u{AD}learning",
    ] {
      XCTAssertEqual(TypedText(text).canonical, "transferlearning", text)
    }
    XCTAssertEqual(TypedText("迁移学习。").canonical, TypedText("“迁移 学习”").canonical)
  }

  func testComposedAndDecomposedAccentsAreTheSame() {
    XCTAssertEqual(TypedText("Fréchet").canonical, TypedText("Fre\u{301}chet").canonical)
    XCTAssertEqual(TypedText("ﬁne-tuning").canonical, "finetuning")
    XCTAssertNotEqual(TypedText("Fréchet").canonical, TypedText("Frechet").canonical)
  }

  func testWordsThatDifferStayDifferent() {
    XCTAssertNotEqual(TypedText("one-shot").canonical, TypedText("zero-shot").canonical)
    XCTAssertNotEqual(TypedText("leaky ReLU").canonical, TypedText("ReLU").canonical)
    XCTAssertEqual(TypedText("…").canonical, "")
  }
}
