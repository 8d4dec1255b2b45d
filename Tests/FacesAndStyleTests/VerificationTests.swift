import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class SquaredDistanceTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.squaredDistance }

  func testKnownValues() throws {
    try grade(2) {
      // Tests/Peers/faces_and_style.py.
      let f1 = Tensor([[0.5, -1.25, 2], [1, 0.25, -0.75]])
      let f2 = Tensor([[0.25, 0.5, 1.5], [-0.5, 0.75, 0.25]])
      try expect(C4W4.squaredDistance(f1, f2), equals: Tensor([3.375, 3.5]))
      try expect(
        C4W4.squaredDistance(f1, f2.row(0)), equals: Tensor([3.375, 5.6875]), within: .standard,
        Phrase("one row is compared with each row of f1", zh: "一行与 f1 的每一行比较"))
    }
  }

  func testOnePairWithoutABatch() throws {
    try grade(1) {
      try expect(C4W4.squaredDistance(Tensor([3, 0, 1]), Tensor([0, 4, 1])), equals: Tensor(25))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W4.squaredDistance.expectToAgreeWithReference(rounds: 8) }
  }
}

// Tests/Peers/faces_and_style.py has the distances to these three.
private let database = [
  KnownPerson(name: "Ada", encoding: Tensor([[0.1, 0.9, -0.3]])),
  KnownPerson(name: "Bo", encoding: Tensor([[0.7, 0.2, 0.4]])),
  KnownPerson(name: "Chen", encoding: Tensor([[-0.6, 0.1, 0.2]])),
]
private let shown = Tensor([[0.5, 0.5, 0.25]])

final class VerifyTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.verify }

  func testThePersonWhoIsClaimed() throws {
    try grade(3) {
      try expect(
        C4W4.verify(shown, "Bo", database, 0.7),
        equals: IdentityCheck(distance: 0.390_512_483_795_332_7, isSame: true))
    }
  }

  func testSomebodyElse() throws {
    try grade(2) {
      try expect(
        C4W4.verify(shown, "Ada", database, 0.7),
        equals: IdentityCheck(distance: 0.788_986_691_902_974_8, isSame: false), within: .standard,
        Phrase("Bo is near, but Ada is claimed", zh: "离 Bo 近，但声称的是 Ada"))
    }
  }

  func testNobodyOfThatName() throws {
    try grade(2) {
      try expect(
        C4W4.verify(shown, "Dora", database, 0.7),
        equals: IdentityCheck(distance: .infinity, isSame: false), within: .standard,
        Phrase("an unknown name is never accepted", zh: "不认识的名字不能放行"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W4.verify.expectToAgreeWithReference(rounds: 16) }
  }
}

final class IdentifyTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.identify }

  func testTheNearest() throws {
    try grade(2) {
      try expect(
        C4W4.identify(shown, database, 0.9),
        equals: Identification(distance: 0.390_512_483_795_332_7, name: "Bo"), within: .standard,
        Phrase("Ada is below the threshold, too, and farther", zh: "Ada 也低于阈值，但更远"))
    }
  }

  func testAStrangerHasNoName() throws {
    try grade(3) {
      try expect(
        C4W4.identify(shown, database, 0.3),
        equals: Identification(distance: 0.390_512_483_795_332_7, name: nil), within: .standard,
        Phrase("even the nearest is too far away", zh: "连最近的人也太远"))
    }
  }

  func testTheFirstOfTwins() throws {
    try grade(1) {
      let twins = database + [KnownPerson(name: "Boris", encoding: database[1].encoding)]
      try expect(
        C4W4.identify(shown, twins, 0.7),
        equals: Identification(distance: 0.390_512_483_795_332_7, name: "Bo"))
    }
  }

  func testAnEmptyDatabaseKnowsNobody() throws {
    try grade(1) {
      try expect(
        C4W4.identify(shown, [], 0.7), equals: Identification(distance: .infinity, name: nil))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W4.identify.expectToAgreeWithReference(rounds: 16) }
  }
}
