import GradedTesting
import HostileExercises
import XCTest

@testable import Coursework

/// Tests code that traps.
final class TrapTests: HostileTestCase {
  func testIndexOutOfRangeNamesTheLine() throws {
    try expectVerdict(
      .crashed,
      "commit: it crashed (trap): Fatal error: Index out of range at \(place(of: "  array[index]"))",
      of: .indexOutOfRange)
  }

  func testSubscriptOfATensorNamesTheLearnersLine() throws {
    try expectVerdict(
      .crashed,
      "commit: it crashed (trap): Fatal error: subscript [2] lies outside the shape (2,): an index "
        + "goes from 0 to the length of its axis minus 1 at \(place(of: "  tensor[index]"))",
      of: .subscriptOutOfRange)
  }

  func testAnErrorOfShapesNamesTheLineThatThrewIt() throws {
    try expectVerdict(
      .wrong,
      "commit: it threw an error: dot: (3, 4) by (5, 4): the columns of the first (4) must equal the "
        + "rows of the second (5) at \(place(of: "let c = try dot"))",
      of: .throwShape)
    try expectVerdict(
      .wrong,
      "commit: it threw an error: scalar: the tensor must hold exactly one element, but its shape is "
        + "(2, 3) at \(place(of: "// thrown last"))",
      of: .catchAndThrow)
  }

  func testFatalErrorKeepsAllItsWords() throws {
    let found = judge(.fatalError)
    XCTAssertEqual(found.verdict, .crashed)
    XCTAssertTrue(
      found.message.hasPrefix(
        try
          "commit: it crashed (trap): Fatal error: the sky\n  has fallen at \(place(of: "the sky"))\n"
      ), found.message)
    try expectNextCallIsAnswered()
  }

  func testOverflowNamesTheLineWithoutWords() throws {
    try expectVerdict(.crashed, "commit: it crashed (trap)", of: .overflow)
  }

  func testUnwrappingNilNamesTheLine() throws {
    try expectVerdict(
      .crashed,
      "commit: it crashed (trap): Fatal error: "
        + "Unexpectedly found nil while unwrapping an Optional value at \(place(of: ")!"))",
      of: .unwrapNil)
  }

  func testStackOverflowIsAMemoryFault() throws {
    try expectVerdict(
      .crashed, "commit: it crashed (memory fault, often a recursion that never ends)",
      of: .recurse)
  }

  #if os(Linux)
    func testHoardingMemoryEndsAtTheLimit() throws {
      try expectVerdict(
        .crashed,
        "commit: it crashed (abort): Fatal error: failed to allocate 536870944 bytes of memory "
          + "with alignment 8 at \(place(of: "while true { all.append"))",
        of: .hoard)
    }
  #endif

  func testCrashIsNotShownAsPrinted() throws {
    let found = judge(.printAndTrap)
    XCTAssertTrue(found.message.contains("your code printed:\n  before\n"), found.message)
    XCTAssertFalse(found.message.contains("Current stack trace"), found.message)
    XCTAssertEqual(found.message.components(separatedBy: "Fatal error").count, 2, found.message)
  }
}
