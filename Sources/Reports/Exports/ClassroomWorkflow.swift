public import Coursework
public import Foundation
import Gradebooks
public import Syllabus

/// The autograding of a GitHub Classroom assignment: a workflow that runs `swift test` once and
/// reports the points of every exercise.
///
/// It uses the actions of GitHub Classroom itself, `classroom-resources/autograding-command-grader`
/// and `autograding-grading-reporter`. There an exercise scores all of its points or none, and the
/// repository's owner can change the workflow: it is meant for feedback, and the marks that count
/// are those of `course grade`.
public struct ClassroomWorkflow: Sendable {
  private let weeks: [Week]

  /// Creates the autograding of some weeks.
  public init(weeks: [Week] = Course.weeks) {
    self.weeks = weeks
  }

  /// Writes `.github/workflows/classroom.yml` and the script that it calls into a repository.
  ///
  /// - Throws: any error of Foundation in writing to the folder.
  public func write(to repository: URL) throws {
    for (path, text) in [
      (".github/workflows/classroom.yml", workflow), (".github/classroom/passed", Self.script),
    ] {
      let file = repository.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
    }
  }

  /// *Not started* does not fail `swift test`, so points come from the records rather than the exit
  /// code.
  static let script = """
    #!/bin/sh
    # passed WEEK EXERCISE: whether every graded test of an exercise passed, by the file of records.
    # A quote inside a message is escaped, so no message looks like a key.
    lines=$(grep "\\"exercise\\":\\"$2\\"" records.jsonl | grep "\\"week\\":\\"$1\\"")
    [ -n "$lines" ] || { echo "no test of $1.$2 ran"; exit 1; }
    printf '%s\\n' "$lines"
    ! printf '%s\\n' "$lines" | grep -v '"verdict":"passed"' > /dev/null

    """

  /// The workflow's text.
  public var workflow: String {
    """
    name: Autograding Tests
    on: [push, workflow_dispatch]
    permissions:
      checks: write
      actions: read
      contents: read
    jobs:
      run-autograding-tests:
        runs-on: ubuntu-latest
        container: swift:6.3
        if: github.actor != 'github-classroom[bot]'
        steps:
          - name: Checkout code
            uses: actions/checkout@v4
          - name: Run the graded tests
            continue-on-error: true
            run: |
              swift build --build-tests
              COURSE_RECORDS="$PWD/records.jsonl" swift test --skip-build
    \(assignments.map(Self.step).joined())\
          - name: Autograding Reporter
            uses: classroom-resources/autograding-grading-reporter@v1
            env:
    \(assignments.map(Self.result).joined())\
            with:
              runners: \(assignments.map(Self.key).joined(separator: ","))

    """
  }

  private var assignments: [ExerciseInfo] { weeks.flatMap(\.exercises).map(\.info) }

  private static func step(_ info: ExerciseInfo) -> String {
    """
          - name: \(info.id)
            id: \(key(info))
            uses: classroom-resources/autograding-command-grader@v1
            with:
              test-name: \(info.id)
              setup-command: ''
              command: sh .github/classroom/passed \(info.week) \(info.name)
              timeout: 1
              max-score: \(decimal(info.points))

    """
  }

  private static func result(_ info: ExerciseInfo) -> String {
    "          \(key(info).uppercased())_RESULTS: "
      + "\"${{steps.\(key(info)).outputs.result}}\"\n"
  }

  private static func key(_ info: ExerciseInfo) -> String {
    info.id.lowercased().replacing(".", with: "_")
  }
}
