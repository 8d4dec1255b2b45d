import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// The course's own quizzes.
final class ContentTests: FrameworkTestCase {
  private struct Quiz {
    var banks: [BankLanguage: Bank] = [:]
    var faults: [String] = []

    func question(_ id: String, _ language: BankLanguage) -> Question? {
      banks[language]?.questions.first { $0.id == id }
    }
  }

  private static let quizzes: [String: Quiz] = {
    var quizzes: [String: Quiz] = [:]
    for entry in (try? Samples.library())?.entries ?? [] {
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
      XCTAssertEqual(
        quiz.banks[.english]?.structureFingerprint, quiz.banks[.chinese]?.structureFingerprint,
        "\(id): an answer file is graded alike in both languages")
      XCTAssertGreaterThanOrEqual(quiz.banks[.english]?.questions.count ?? 0, 10, id)
    }
    let counts = Self.quizzes.values.map { $0.banks[.english]?.questions.count ?? 0 }
    XCTAssertGreaterThanOrEqual(counts.reduce(0, +), 220)
  }

  /// The topics of the lessons, with the questions that ask for them.
  func testEveryTopicOfTheLessonsIsAsked() {
    let topics: [String: [String]] = [
      "softmax": [
        "C2W3/softmax-value", "C2W3/softmax-properties", "C2W3/softmax-loss",
        "C2W3/softmax-gradient", "C2W3/hardmax", "C2W3/two-classes",
      ],
      "gradient checking": [
        "C2W1/two-sided-difference", "C2W1/check-verdict", "C2W1/check-with-dropout",
        "C2W1/check-with-penalty",
      ],
      "vanishing and exploding gradients": [
        "C2W1/exploding-signal", "C2W1/he-deviation", "C2W1/xavier-or-he",
      ],
      "RMSprop": ["C2W2/rmsprop-update", "C2W2/rmsprop-first-step"],
      "saddle points and plateaus": [
        "C2W2/zero-gradient", "C2W2/minimum-by-chance", "C2W2/plateau",
      ],
      "why an activation must not be linear": ["C1W3/linear-activation", "C1W3/linear-collapse"],
      "L1 and sparsity, Frobenius": ["C2W1/sparse-weights", "C2W1/frobenius-norm"],
      "dropout": ["C2W1/dropout-and-the-cost", "C2W1/keep-prob-by-layer"],
      "no test set": ["C2W1/no-test-set"],
      "batch size": ["C2W2/small-training-set", "C2W2/powers-of-two"],
      "mini-batches one after the other": ["C2W2/all-at-once"],
      "coarse to fine": ["C2W3/coarse-to-fine"],
      "batch normalization": ["C2W3/why-it-helps", "C2W3/back-to-z"],
      "likelihood": ["C1W2/likelihood", "C1W2/likelihood-value"],
      "PCA colours": ["C4W2/colour-components"],
      "liveness": ["C4W4/held-up-photograph"],
      "padding that keeps the size": ["C4W1/same-padding"],
      "convolution as a matrix product": ["C4W1/windows-as-columns"],
      "which way dropout keeps": ["C2W1/dropout-mask"],
      "standard deviation, not variance": ["C2W1/standard-deviation", "C2W3/standard-deviation"],
      "high variance": ["C3W1/high-variance", "C2W1/which-variance"],
      "where Adam has its ε": ["C2W2/adam-update"],
      "mini-batch size m": ["C2W2/whole-set"],
      "tanh from the sigmoid": ["C1W3/tanh-from-sigmoid"],
    ]
    for (topic, keys) in topics {
      for key in keys {
        let parts = key.split(separator: "/").map(String.init)
        for language in [BankLanguage.english, .chinese] {
          XCTAssertNotNil(
            Self.quizzes[parts[0]]?.question(parts[1], language),
            "\(topic): no question \(key) in \(language.code)")
        }
      }
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

  /// Phrases that readers stumbled over, and what a question must say of itself.
  func testWordingsThatMisledDoNotComeBack() throws {
    let misleading: [BankLanguage: [String]] = [
      .english: ["notes in circulation", "found in notes", "five sixths"],
      .chinese: ["选它的理由", "最好能降到", "有学习者", "同样的数", "使它兴奋", "每一次步幅"],
    ]
    for (id, quiz) in Self.quizzes {
      for (language, phrases) in misleading {
        let bank = try XCTUnwrap(quiz.banks[language], id)
        for question in bank.questions {
          let texts = question.texts.map(\.text).joined(separator: "\n")
            .replacing("\n", with: language == .chinese ? "" : " ").lowercased()
          for phrase in phrases {
            XCTAssertFalse(texts.contains(phrase), "\(id)/\(question.id) says “\(phrase)”")
          }
        }
      }
    }
    func options(_ key: String) throws -> [PosedQuestion.Option] { try asked(key).options }
    XCTAssertTrue(
      try options("C4W2/one-by-one").contains { $0.isRight && $0.text.contains("ReLU") })
    XCTAssertFalse(try asked("C2W1/test-statistics").text.contains("flat"))
    XCTAssertTrue(
      try options("C4W3/output-volume").contains {
        !$0.isRight && $0.explanation.contains("first version of YOLO")
      })
  }

  /// An error rate (错误率) and a training error (训练误差) are different measures.
  func testNoQuestionMixesErrorRateAndTrainingErrorInChinese() {
    for (id, quiz) in Self.quizzes {
      for question in quiz.banks[.chinese]?.questions ?? [] {
        let texts = question.texts.map(\.text).joined()
        XCTAssertFalse(
          texts.contains("错误率") && texts.contains("训练误差"),
          "\(id)/\(question.id) has both 错误率 and 训练误差")
      }
    }
  }

  func testPercentagesAreWrittenWithoutASpace() {
    for (id, quiz) in Self.quizzes {
      for (language, bank) in quiz.banks {
        for question in bank.questions {
          for (text, _) in question.texts {
            XCTAssertNil(
              text.firstMatch(of: /[0-9}] +[%％]|％/),
              "\(id)/\(question.id) in \(language.code): write a percentage as 6%")
          }
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
