import GradedTesting
import Text
import XCTest

@testable import Commands

/// Tests the help texts, line by line.
final class HelpTextTests: FrameworkTestCase {
  func testTheRootListsItsCommandsInGroups() {
    let text = """
      Bread, as you like it.

      usage: bakery COMMAND …

      For bakers:
        bake  bake one bread
        sell  sell breads

      For engineers:
        oven  look after the oven

      Options:
        --lang en|zh  the language; by default that of the locale
        --help        show how a command is used

      Bread is baked in the morning.
        An indented line stays as it is.

      For more about a command: bakery help COMMAND

      """
    for words in [["help"], ["--help"], ["-h"]] {
      XCTAssertEqual(
        Bakery.run(words), .init(code: .success, output: text, complaint: ""), "\(words)")
    }
  }

  func testTheRootInChinese() {
    XCTAssertEqual(
      Bakery.run(["help"], .chinese).output,
      """
      想吃什么面包都有。

      用法：bakery 命令 …

      面包师：
        bake  烤一个面包
        sell  卖面包

      工程师：
        oven  维护烤箱

      选项：
        --lang en|zh  语言，默认随系统区域设置
        --help        显示用法

      面包在早上烤。

      查看某个命令的说明：bakery help 命令

      """)
  }

  func testEveryWayToAskForHelpPrintsTheSameText() {
    let text = """
      Bake one bread.

      usage: bakery bake BREAD [options]

      Options:
        --minutes N         how long the bread stays in the oven
        --weight KG         its weight
        --crust soft|crisp  its crust
        --recipe FILE       another recipe
        --salt              with salt
        --lang en|zh        the language; by default that of the locale
        --help              show how a command is used

      """
    for words in [
      ["help", "bake"], ["bake", "--help"], ["bake", "-h"], ["bake", "x", "y", "--help"],
      ["--help", "bake"],
    ] {
      XCTAssertEqual(
        Bakery.run(words), .init(code: .success, output: text, complaint: ""), "\(words)")
    }
  }

  func testASubcommandHasHelpFromBothCommands() {
    let text = Bakery.run(["oven", "heat", "--help"]).output
    XCTAssertTrue(text.hasPrefix("Heat it.\n\nusage: bakery oven heat\n"), text)
    XCTAssertEqual(Bakery.run(["help", "oven", "heat"]).output, text)
    XCTAssertEqual(Bakery.run(["oven", "help", "heat"]).output, text)
  }

  func testTheExitCodeIsThatOfTheAction() {
    XCTAssertEqual(Bakery.run(["sell", "x"]).code, .failure)
    XCTAssertEqual(Bakery.run(["bake", "x"]).code, .success)
  }
}
