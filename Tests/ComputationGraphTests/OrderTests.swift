import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class TopologicalOrderTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.topologicalOrder }

  func testOnlyOneOrderIsPossible() throws {
    try grade(2) {
      try expect(C2W3c.topologicalOrder([[2, 1], [2], []]), equals: [2, 1, 0])
      try expect(
        C2W3c.topologicalOrder([[3], [0, 3], [4, 1, 0], [], [1]]), equals: [3, 0, 1, 4, 2])
    }
  }

  func testEachNodeComesAfterItsInputs() throws {
    try grade(2) {
      // Leaves in the middle and at the end, a node that is used twice by one, two outputs.
      let inputs = [[3, 5], [0, 0], [], [2, 2], [3], [], [1, 4]]
      let order = try C2W3c.topologicalOrder(inputs)
      try expect(
        order.sorted() == Array(inputs.indices),
        Phrase(
          "the order contains every node from 0 to 6 once, but it is \(order)",
          zh: "每个节点在顺序里恰好出现一次，即 0 到 6，得到的却是 \(order)"))
      for (place, node) in order.enumerated() {
        for input in inputs[node] {
          try expect(
            order[..<place].contains(input),
            Phrase(
              "node \(node) depends on node \(input), which must come before it in \(order)",
              zh: "节点 \(node) 依赖节点 \(input)，后者应当排在它前面：\(order)"))
        }
      }
    }
  }

  func testAListInOrderStaysAsItIs() throws {
    try grade(1) {
      try expect(C2W3c.topologicalOrder([[], [0], [1], [2, 0]]), equals: [0, 1, 2, 3])
      try expect(C2W3c.topologicalOrder([]), equals: [Int]())
    }
  }

  func testACycleIsAnError() throws {
    try grade(2) {
      let cycles: [([[Int]], Phrase)] = [
        ([[0]], Phrase("node 0 depends on itself", zh: "节点 0 依赖它自己")),
        ([[1], [0], []], Phrase("nodes 0 and 1 depend on each other", zh: "节点 0 和 1 互相依赖")),
        (
          [[], [0, 3], [1], [2], [0]],
          Phrase("1 depends on 3, 3 on 2, and 2 on 1", zh: "1 依赖 3，3 依赖 2，2 又依赖 1")
        ),
      ]
      for (inputs, reason) in cycles {
        try expectToRefuse(reason) { try C2W3c.topologicalOrder(inputs) }
      }
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3c.topologicalOrder.expectToAgreeWithReference(rounds: 8) }
  }
}

/// Expects a call to throw an error because no order exists.
func expectToRefuse<Answer>(_ reason: Phrase, _ call: () throws -> Answer) throws {
  do {
    _ = try call()
  } catch CallFailure.threw {
    return
  }
  try expect(
    false,
    Phrase(
      "\(reason.english), so that there is no order: throw GraphError.cycle",
      zh: "\(reason.chinese)，没有可行的顺序：应当抛出 GraphError.cycle"))
}
