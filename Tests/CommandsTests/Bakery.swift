import Synchronization
import Text

@testable import Commands

/// A small command tree for tests: `bakery bake BREAD --oven N`, and an oven with its own commands.
enum Bakery {
  static let breads = ["baguette", "ciabatta", "focaccia"]

  enum Crust: String, CaseIterable { case soft, crisp }

  static let root = Command(
    "bakery", Phrase("bread, as you like it", zh: "想吃什么面包都有"),
    groups: [
      CommandGroup(
        Phrase("For bakers", zh: "面包师"),
        [
          Command(
            "bake", Phrase("bake one bread", zh: "烤一个面包"),
            arguments: [
              Argument(Phrase("BREAD", zh: "面包"), completion: .words { breads })
            ],
            options: [
              Option(
                "--minutes", "N", Phrase("how long the bread stays in the oven", zh: "烤多少分钟")),
              Option("--weight", "KG", Phrase("its weight", zh: "重量")),
              Option("--crust", oneOf: ["soft", "crisp"], Phrase("its crust", zh: "外皮")),
              Option(
                "--recipe", "FILE", Phrase("another recipe", zh: "其他配方"), completion: .files),
              Option("--salt", Phrase("with salt", zh: "加盐")),
            ],
            action: { _ in .success }),
          Command(
            "sell", Phrase("sell breads", zh: "卖面包"),
            arguments: [Argument(Phrase("BREAD", zh: "面包"), .atLeastOne)],
            action: { _ in .failure }),
        ]),
      CommandGroup(
        Phrase("For engineers", zh: "工程师"),
        [
          Command(
            "oven", Phrase("look after the oven", zh: "维护烤箱"),
            groups: [
              CommandGroup(
                Phrase("Commands", zh: "命令"),
                [
                  Command("heat", Phrase("heat it", zh: "加热"), action: { _ in .success }),
                  Command("clean", Phrase("clean it", zh: "清洁"), action: { _ in .success }),
                ])
            ]),
          .absent("sow", Phrase("a bakery has no field", zh: "面包房没有田")),
        ]),
    ],
    details: Phrase(
      """
      Bread is baked in the
      morning.
        An indented line stays as it is.
      """,
      zh: "面包在早上\n烤。"))

  /// The result of a command line.
  struct Answer: Equatable {
    var code: ExitCode
    var output: String
    var complaint: String
  }

  static func run(_ words: [String], _ language: Language = .english) -> Answer {
    let output = Lines()
    let complaint = Lines()
    let program = Program(root, say: output.add, complain: complaint.add)
    let code = program.run(words, language)
    return Answer(code: code, output: output.text, complaint: complaint.text)
  }

  /// Collects printed lines.
  private final class Lines: Sendable {
    private let all = Mutex("")
    var text: String { all.withLock { $0 } }

    @Sendable func add(_ line: String) { all.withLock { $0 += line + "\n" } }
  }

  /// Parses a command line.
  static func parsed(_ words: String...) throws -> Invocation? {
    var parser = Parser(root, language: .english)
    guard case .run(let invocation) = try parser.parse(words) else { return nil }
    return invocation
  }
}
