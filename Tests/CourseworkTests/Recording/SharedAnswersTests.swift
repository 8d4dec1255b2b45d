import Foundation
import FrameworkTesting
import GradedTesting
import Synchronization
import Tensors
import XCTest

@testable import Coursework

/// Tests that the judges of a class ask the reference once for what takes long.
final class SharedAnswersTests: FrameworkTestCase {
  private final class Count: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func increase() { count.withLock { $0 += 1 } }
  }

  private let asked = Count()

  /// A reference that doubles, counts, and shares every answer.
  private func reference(_ folder: URL, longerThan long: Double = 0) -> Coursework.Host {
    Coursework.Host.local(
      FunctionTable([
        Sample.sigmoid.served { [asked] z in
          asked.increase()
          return z * 2
        },
        Sample.sigmoid.mistaken("half", "Half.", zh: "一半。") { $0 / 2 },
        Sample.relu.served { _ in throw CallFailure.notRecorded },
      ])
    ).sharing(in: folder, longerThan: long)
  }

  private func answer(
    _ host: Coursework.Host, _ z: Tensor, variant: String? = nil
  ) throws -> Tensor {
    try host.outcome(of: Sample.sigmoid.info, variant: variant, [.tensor(z)]).get().decoded()
  }

  func testAnotherJudgeReadsWhatOneHasAsked() throws {
    let folder = try temporaryFolder()
    let (z, other) = (Tensor([1, -2, 0.1]), Tensor([3]))
    XCTAssertEqual(try answer(reference(folder), z), z * 2)
    XCTAssertEqual(try answer(reference(folder), z), z * 2)
    XCTAssertEqual(asked.value, 1)
    XCTAssertEqual(try answer(reference(folder), other), other * 2)
    XCTAssertEqual(asked.value, 2)
  }

  func testVariantsAreNotTakenForTheReference() throws {
    let folder = try temporaryFolder()
    let z = Tensor([8])
    XCTAssertEqual(try answer(reference(folder), z), Tensor([16]))
    XCTAssertEqual(try answer(reference(folder), z, variant: "half"), Tensor([4]))
  }

  func testWhatIsAnsweredAtOnceIsNotKept() throws {
    let folder = try temporaryFolder()
    for _ in 0..<2 { _ = try answer(reference(folder, longerThan: .infinity), Tensor([1])) }
    XCTAssertEqual(asked.value, 2)
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), [])
  }

  func testADamagedAnswerIsAskedAnew() throws {
    let folder = try temporaryFolder()
    _ = try answer(reference(folder), Tensor([1]))
    let name = try XCTUnwrap(FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    XCTAssertTrue(name.hasPrefix("C9W1.sigmoid-"), name)
    try Data([6, 0, 0]).write(to: folder.appending(path: name))
    XCTAssertEqual(try answer(reference(folder), Tensor([1])), Tensor([2]))
    XCTAssertEqual(asked.value, 2)
  }

  func testFailuresAreNotKept() throws {
    let folder = try temporaryFolder()
    XCTAssertThrowsError(
      try reference(folder).outcome(of: Sample.relu.info, [.tensor(Tensor([1]))]).get())
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), [])
  }
}
