import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// What holds of the course's own quizzes.
final class ContentTests: FrameworkTestCase {
  private struct Quiz {
    var banks: [BankLanguage: Bank] = [:]
    var faults: [String] = []

    func question(_ id: String, _ language: BankLanguage) -> Question? {
      banks[language]?.questions.first { $0.id == id }
    }
  }

  private static let quizzes: [String: Quiz] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Quizzes").standardizedFileURL.path
    var quizzes: [String: Quiz] = [:]
    for entry in QuizLibrary(folder: root).entries {
      var quiz = Quiz()
      for (language, file) in entry.files {
        let (bank, faults) = Bank.read(file, deeply: true)
        quiz.banks[language] = bank
        quiz.faults += faults.map { $0.phrase(.english) }
      }
      let banks = quiz.banks.sorted { $0.key < $1.key }.map(\.value)
      quiz.faults += banks.flatMap { $0.translationFaults(among: banks) }
        .map { $0.phrase(.english) }
      quizzes[entry.id] = quiz
    }
    return quizzes
  }()

  private func asked(_ key: String, _ language: BankLanguage = .english) throws -> PosedQuestion {
    let parts = key.split(separator: "/").map(String.init)
    let question = try XCTUnwrap(Self.quizzes[parts[0]]?.question(parts[1], language), key)
    return try PosedQuestion(question, seed: 1)
  }

  func testThirteenQuizzesInBothLanguagesHaveNoFault() {
    XCTAssertEqual(Self.quizzes.count, 13)
    for (id, quiz) in Self.quizzes {
      XCTAssertEqual(Set(quiz.banks.keys), [.english, .chinese], id)
      XCTAssertEqual(quiz.faults, [], id)
      XCTAssertGreaterThanOrEqual(quiz.banks[.english]?.questions.count ?? 0, 10, id)
    }
  }

  /// Synonyms that learners typed and that were refused once.
  func testWhatIsRightIsAcceptedInBothLanguages() throws {
    let answers = [
      "C1W1/supervised": ["supervised learning", "监督学习", "监督式学习", "“supervised learning”"],
      "C1W3/leaky-relu": ["leaky ReLU", "带泄露的ReLU", "带泄漏的 ReLU", "Leaky-ReLU", "泄露ReLU"],
      "C2W2/whole-set": [
        "batch", "full-batch", "全批量", "batch梯度下降", "批量梯度下降法", "Batch Gradient Descent.",
      ],
      "C2W1/weight-decay-name": ["weight decay", "权重衰减", "“权重衰减”"],
      "C3W2/name-the-second-stage": ["fine-tune", "fine-tuning", "finetuning", "微调"],
      "C4W4/one-picture": ["one-shot", "一次学习", "单样本学习", "One‑shot learning"],
    ]
    for (key, texts) in answers {
      for language in [BankLanguage.english, .chinese] {
        let posed = try asked(key, language)
        for text in texts {
          XCTAssertEqual(posed.match(text)?.isRight, true, "\(key) in \(language.code): \(text)")
        }
      }
    }
  }

  func testKnownWrongAnswersStayWrong() throws {
    for (key, text) in [
      ("C1W3/leaky-relu", "ReLU"), ("C2W2/whole-set", "stochastic gradient descent"),
      ("C4W4/one-picture", "zero-shot learning"),
      ("C3W2/name-the-second-stage", "transfer learning"),
    ] {
      XCTAssertEqual(try asked(key).match(text)?.isRight, false, "\(key): \(text)")
    }
  }
}
