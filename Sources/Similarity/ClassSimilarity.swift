import Coursework
public import Foundation
public import Intake
import Syllabus

/// Finds pairs of students who share more of their own code than the task explains.
///
/// Only a learner's own code counts: not the given code, not code like that of the course's
/// solutions, and code that many students wrote counts less. The remaining code is compared by
/// fingerprints of its normalized tokens, so that renaming, reordering functions, comments and
/// layout change nothing.
///
/// A fingerprint that d of n students have carries log₂((n + 1) / d) bits. The score of a pair is
/// the information that both share, divided by the information of the student who has less. A pair
/// is reported when its score lies far beyond what is usual among the pairs of the class.
///
/// A reported pair is a reason to look at the code, never proof.
public struct ClassSimilarity: Sendable {
  /// The code of a week that the course itself supplies or expects.
  public struct Given: Sendable {
    let stub: String
    let solutions: [String]

    /// Makes the code that counts as nobody's own.
    ///
    /// - Parameters:
    ///   - stub: the file that learners start from.
    ///   - solutions: sources that solve the task as expected.
    public init(stub: String, solutions: [String] = []) {
      self.stub = stub
      self.solutions = solutions
    }
  }

  /// The lowest score of a pair that is reported, whatever is usual in the class.
  public static let threshold = 0.5
  /// The score from which a pair is always reported.
  public static let surely = 0.95
  /// The smallest number of fingerprints that a pair must share.
  static let fewest = 8
  /// A fingerprint is ignored when more students than this, and more than half of the class, have
  /// it.
  static let mostOwners = 6

  private var students: [Student] = []
  /// The students whose files could not be read in any week.
  private(set) var unread: [Student] = []
  private let groups: Groups
  private var weeks: [String: WeekSimilarity] = [:]
  let given: [String: GivenCode]

  /// Begins with an empty class.
  ///
  /// - Parameters:
  ///   - given: the given code by the week's id; a week that is missing here is not compared.
  ///   - groups: the students who work together and are therefore not compared with each other.
  public init(given: [String: Given], groups: Groups = Groups()) {
    self.groups = groups
    self.given = given.mapValues(GivenCode.init)
    for week in given.keys { weeks[week] = WeekSimilarity() }
  }

  /// Adds a student's sources, by the week's id.
  public mutating func add(_ student: Student, sources: [String: Data]) {
    add(student, attempts: [sources])
  }

  /// Adds the sources of all attempts of a student, by the week's id.
  ///
  /// Only their fingerprints are kept. A student without any fingerprint is listed as not compared.
  public mutating func add(_ student: Student, attempts: [[String: Data]]) {
    let compared = attempts.map { $0.filter { given[$0.key] != nil } }
    guard compared.contains(where: { !$0.isEmpty }) else {
      unread.append(student)
      return
    }
    let index = students.count
    students.append(student)
    for (week, given) in given {
      let sources = Set(compared.compactMap { $0[week] })
      let own = sources.reduce(into: Set<UInt64>()) { $0.formUnion(given.own(Array($1))) }
      weeks[week]?.add(Array(own), of: index)
    }
  }

  /// The pairs at or above the threshold, the most similar first.
  public func pairs() -> [SimilarPair] {
    var pairs: [SimilarPair.Key: [SimilarPair.Week]] = [:]
    for week in Course.weeks {
      for found in weeks[week.id]?.pairs(ofClass: students.count) ?? []
      where !groups.share(students[found.first].id, students[found.second].id) {
        pairs[.init(first: found.first, second: found.second), default: []].append(
          SimilarPair.Week(id: week.id, score: found.score, shared: found.shared))
      }
    }
    return pairs.map { key, weeks in
      SimilarPair(first: students[key.first], second: students[key.second], weeks: weeks)
    }.sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
  }

  /// The number of students added.
  public var count: Int { students.count }
}

/// Two students, and the weeks in which their code is too similar.
public struct SimilarPair: Sendable, Equatable {
  /// The similarity of two students in a week.
  public struct Week: Sendable, Equatable {
    /// The id of the week.
    public let id: String
    /// A value from the threshold to 1, at which one student has everything that the other has.
    public let score: Double
    /// The number of fingerprints that both have.
    public let shared: Int
  }

  struct Key: Hashable {
    let first: Int
    let second: Int
  }

  /// One student of the pair.
  public let first: Student
  /// The other student of the pair.
  public let second: Student
  /// The weeks in which they are similar.
  public let weeks: [Week]

  /// The pair with each week's score limited to a second measure.
  func limited(by measure: (String) -> Double?) -> SimilarPair {
    SimilarPair(
      first: first, second: second,
      weeks: weeks.map { week in
        Week(
          id: week.id, score: min(week.score, measure(week.id) ?? week.score), shared: week.shared)
      })
  }

  /// The highest similarity in any week.
  public var score: Double { weeks.map(\.score).max() ?? 0 }

  /// Groups students who are connected by pairs, largest group first.
  public static func clusters(_ pairs: [SimilarPair]) -> [[Student]] {
    var group: [Student: Int] = [:]
    var groups: [[Student]] = []
    for pair in pairs {
      switch (group[pair.first], group[pair.second]) {
      case (nil, nil):
        group[pair.first] = groups.count
        group[pair.second] = groups.count
        groups.append([pair.first, pair.second])
      case (let index?, nil):
        group[pair.second] = index
        groups[index].append(pair.second)
      case (nil, let index?):
        group[pair.first] = index
        groups[index].append(pair.first)
      case (let one?, let other?) where one != other:
        for student in groups[other] { group[student] = one }
        groups[one] += groups[other]
        groups[other] = []
      default: break
      }
    }
    return groups.filter { !$0.isEmpty }.map { $0.sorted() }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}

/// The code of a week that is nobody's own.
struct GivenCode: Sendable {
  /// The hashes of the runs in the stub and in the course's solutions.
  let runs: Set<UInt64>
  /// The functions of the stub, whose names the task prescribes.
  let names: Set<String>

  init(_ given: ClassSimilarity.Given) {
    let stub = Array(given.stub.utf8)
    let tokens = SwiftLexer(stub).tokens
    let texts = tokens.map { String(decoding: stub[$0.range], as: UTF8.self) }
    let names = Set(zip(texts, texts.dropFirst()).filter { $0.0 == "func" }.map(\.1))
    self.names = names
    runs = ([given.stub] + given.solutions).reduce(into: []) { runs, text in
      runs.formUnion(Fingerprints(NormalizedSource(Array(text.utf8), given: names).words).runs)
    }
  }

  /// The fingerprints of a source that are its author's own.
  func own(_ source: [UInt8]) -> [UInt64] {
    Fingerprints(NormalizedSource(source, given: names).words).chosen
      .filter { !runs.contains($0) }
  }
}
