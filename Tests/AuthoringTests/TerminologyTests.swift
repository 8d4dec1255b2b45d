import Authoring
import Coursework
import Foundation
import GradedTesting
import Syllabus
import Text
import XCTest

/// Tests that Chinese lessons, quizzes, hints and misconceptions use one word for each term.
final class TerminologyTests: FrameworkTestCase {
  /// The course's word for each term, and the words it replaces.
  ///
  /// The word for image data is 图像; a drawn figure is 图, 插图 or 图片.
  private static let terms: [(word: String, others: [String])] = [
    ("图像", ["图片"]), ("学习率", ["学习速率"]), ("隐藏层", ["隐层", "隐含层"]),
    ("激活函数", ["激励函数"]), ("前向传播", ["正向传播"]), ("反向传播", ["后向传播", "逆向传播"]),
    ("小批量", ["批次"]), ("批量归一化", ["批归一化", "批标准化", "批规范化"]), ("epoch", ["训练轮次"]),
    ("滤波器", ["过滤器"]), ("步幅", ["步距"]), ("填充", ["填零", "补边"]), ("池化", ["汇聚"]),
    ("逐元素", ["按元素"]), ("向量", ["矢量"]),
    ("逻辑回归", ["逻辑斯蒂回归", "逻辑斯谛回归"]), ("决策边界", ["分界线"]), ("掩码", ["遮罩", "掩膜"]),
    ("梯度检验", ["梯度检查", "梯度校验"]), ("相对差异", ["相对误差"]), ("动量", ["冲量"]),
    ("指数加权平均", ["指数移动平均", "滑动平均"]), ("反向随机失活", ["反向 dropout"]), ("早停", ["提前停止", "提早停止"]),
    ("导函数", ["斜率函数"]), ("平坦区", ["平台上", "与平台"]),
    ("典型错误", ["常见错误"]), ("锚框", ["先验框"]), ("边界框", ["包围框"]),
    ("非极大值抑制", ["非最大值抑制"]), ("贝叶斯误差", ["贝叶斯错误率"]), ("阈值", ["门限"]),
  ]

  private func expectOneWord(
    in text: String, of place: String, file: StaticString = #filePath, line: UInt = #line
  ) {
    for (word, others) in Self.terms {
      for other in others where text.contains(other) {
        XCTFail("\(place) says \(other), but the course's word is \(word)", file: file, line: line)
      }
    }
  }

  func testLessonsAndQuizzesUseOneWordForEachTerm() throws {
    let package = RunEnvironment.current.package
    let folder = package.appending(path: "Quizzes")
    let quizzes = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".zh.md") }.map { "Quizzes/\($0)" }
    XCTAssertFalse(quizzes.isEmpty)
    for path in Course.weeks.map({ "Exercises/\($0.folder)/README.zh.md" }) + quizzes {
      let text = try String(contentsOf: package.appending(path: path), encoding: .utf8)
      expectOneWord(in: text, of: path)
    }
  }

  func testHintsAndMisconceptionsUseOneWordForEachTerm() throws {
    let misconceptions = try Host.reference.variants().misconceptions
    XCTAssertFalse(misconceptions.isEmpty)
    for (exercise, mistakes) in misconceptions {
      expectOneWord(in: mistakes.map(\.sentence.chinese).joined(separator: "\n"), of: exercise)
    }
    for path in Course.weeks.map({ Hints.path(of: $0.id, .chinese) }) {
      let file = RunEnvironment.current.package.appending(path: path)
      expectOneWord(in: try String(contentsOf: file, encoding: .utf8), of: path)
    }
  }
}
