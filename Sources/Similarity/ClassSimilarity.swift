import Coursework
public import Foundation
public import Intake
import Syllabus

/// Finds pairs of students whose own code shares more than the task explains.
///
/// Of each source only what is the learner's own counts: not the given code, not what the course's own
/// solutions look like, and the less the more of the class wrote it. What remains is compared by the fingerprints
/// of its normalized words, so that renaming, reordering of functions, comments and layout change
/// nothing. A pair's score is the information that both share, divided by the information of the one
/// who has less; a fingerprint that d of n students have carries log₂((n + 1) / d) bits. A pair is reported
/// when its score lies far beyond what is usual among the pairs of this class.
///
/// It names what a person should look at, and proves nothing.
public struct ClassSimilarity: Sendable {
  /// What the course itself says of a week.
  public struct Given: Sendable {
    let stub: String
    let solutions: [String]

    /// Says what the task gives or asks for, which is nobody's own.
    ///
    /// - Parameters:
    ///   - stub: the file that learners begin with.
    ///   - solutions: sources that the task asks for.
    public init(stub: String, solutions: [String] = []) {
      self.stub = stub
      self.solutions = solutions
    }
  }

  /// The least score of a pair that is reported, whatever is usual in the class.
  public static let threshold = 0.5
  /// The score of a pair that is always reported.
  public static let surely = 0.95
  /// The fewest fingerprints that a pair must share.
  static let fewest = 8
  /// What more students have than this, and more than half of the class, is everybody's.
  static let mostOwners = 6

  private var students: [Student] = []
  /// Those of whose weeks nothing was read.
  private(set) var unread: [Student] = []
  private let groups: Groups
  private var weeks: [String: WeekSimilarity] = [:]
  let given: [String: GivenCode]

  /// - Parameters:
  ///   - given: by the week's id; a week without is not compared.
  ///   - groups: who works together, and is not compared with each other.
  public init(given: [String: Given], groups: Groups = Groups()) {
    self.groups = groups
    self.given = given.mapValues(GivenCode.init)
    for week in given.keys { weeks[week] = WeekSimilarity() }
  }

  /// Takes up a student's sources, by the week's id.
  public mutating func add(_ student: Student, sources: [String: Data]) {
    add(student, attempts: [sources])
  }

  /// Takes up the sources of all attempts of a student, by the week's id.
  ///
  /// Only their fingerprints are kept. Somebody without any is not compared, and named.
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

  /// The pairs at or above the threshold, the most alike first.
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

  /// How many students have been taken up.
  public var count: Int { students.count }
}

/// Two students, and the weeks in which their code is too much alike.
public struct SimilarPair: Sendable, Equatable {
  /// The similarity of two students in a week.
  public struct Week: Sendable, Equatable {
    /// The id of the week.
    public let id: String
    /// From the threshold to 1: all that the one has of their own, the other has too.
    public let score: Double
    /// How many fingerprints both have.
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

  /// The pair with scores that are no higher than a measure of each week.
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

  /// Students who are connected by pairs, largest group first.
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

/// What of a week is nobody's own.
struct GivenCode: Sendable {
  /// The runs of words of the stub and of the course's solutions.
  let runs: Set<UInt64>
  /// The functions of the stub, whose names are the task's.
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

  /// The fingerprints of a source that are its author's.
  func own(_ source: [UInt8]) -> [UInt64] {
    Fingerprints(NormalizedSource(source, given: names).words).chosen
      .filter { !runs.contains($0) }
  }
}
