import Coursework
import Files
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import Text
import XCTest

@testable import Intake

/// One class through two runs of `course grade`, as an instructor types them.
final class GradeRunTests: FrameworkTestCase {
  private let place = try? ClassFolder()

  private func grade(_ words: String...) throws -> StartedProgram.Answer {
    let place = try XCTUnwrap(place).url
    return try StartedProgram(
      ["grade"] + words + [
        "--out", place.appending(path: "out").path, "--roster",
        place.appending(path: "roster.csv").path, "--judge", RunEnvironment.current.package.path,
      ], language: "en", environment: BuiltJudge.path
    ).answer()
  }

  private func book() throws -> [String: [String: String]] {
    let file = try XCTUnwrap(place).url.appending(path: "out/gradebook.csv")
    let table = try CSV.rows(String(contentsOf: file, encoding: .utf8), separator: ",")
    let header = try XCTUnwrap(table.first).fields
    return Dictionary(
      table.dropFirst().map { row in
        (row.fields[0], Dictionary(zip(header, row.fields)) { first, _ in first })
      }, uniquingKeysWith: { first, _ in first })
  }

  func testSectionsGroupsAndTwoWeeksShareOneGradebook() throws {
    _ = try BuiltJudge.sandbox()
    let place = try XCTUnwrap(place)
    let right = try BuiltJudge.solution(C1W2.week)
    let file = "LogisticRegression.swift"
    try place.write(
      "roster.csv",
      "id,name,section,group\nann,Ann,A,Red\nbo,Bo,A,-\ncy,Cy,B,-\ndi,Di,B,Red\n")
    try place.write(
      "a.zip", ZipBuilder([.init("ann/\(file)", right), .init("bo/\(file)", right)]).data())
    try place.write("b.zip", ZipBuilder([.init("cy/\(file)", right)]).data())
    let sections = ["a.zip", "b.zip"].map { place.url.appending(path: $0).path }

    let first = try grade(
      sections[0], sections[1], "--weeks", "C1W2", "--groups", "roster", "--skip", "bo")
    XCTAssertEqual(first.code, 0, first.complaint)
    var rows = try book()
    XCTAssertEqual(rows.keys.sorted(), ["ann", "bo", "cy", "di"])
    XCTAssertEqual(rows.mapValues { $0["section"] }, ["ann": "A", "bo": "A", "cy": "B", "di": "B"])
    XCTAssertEqual(
      rows.mapValues { $0["C1W2 points"] },
      ["ann": "105", "bo": "", "cy": "105", "di": "105"], "Di is in Ann's group")
    XCTAssertEqual(rows["bo"]?["flags"], "not graded yet")

    try place.write(
      "week3/ann/ShallowNetwork.swift", BuiltJudge.solution(ClassFolder.week("C1W3")))
    let second = try grade(
      place.url.appending(path: "week3").path, "--weeks", "C1W3", "--hold", "cy")
    XCTAssertEqual(second.code, 0, second.complaint)
    XCTAssertTrue(second.output.contains("1 submission graded in "), second.output)
    rows = try book()
    XCTAssertEqual(
      rows["ann"].map { [$0["C1W2 points"], $0["C1W3 points"]] },
      ["105", "\(Int(ClassFolder.week("C1W3").points))"])
    XCTAssertEqual(rows["cy"].map { [$0["C1W2 points"], $0["C1W3 points"]] }, ["105", "0"])
    XCTAssertTrue(rows["cy"]?["flags"]?.contains("held back") ?? false)
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: place.url.appending(path: "out/students").path)
    XCTAssertEqual(pages.sorted(), ["ann.html", "bo.html", "di.html"])

    let only = try grade(
      sections[0], sections[1], "--weeks", "C1W2", "--only", "bo", "--skip", "stranger")
    XCTAssertEqual(only.code, 0, only.complaint)
    XCTAssertTrue(
      only.output.contains("--skip: nobody in the class is called “stranger”"), only.output)
    XCTAssertTrue(only.output.contains("1 submission graded in "), only.output)
    XCTAssertEqual(
      try book().mapValues { $0["C1W2 points"] },
      ["ann": "105", "bo": "105", "cy": "105", "di": "0"],
      "the others' marks are those of the journal; without groups Di has nothing")
  }
}
