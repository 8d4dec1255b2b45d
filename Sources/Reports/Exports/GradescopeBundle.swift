import Files
public import Foundation
import Grading
import Text

/// An autograder for Gradescope: this package, and the two scripts that Gradescope calls.
///
/// Gradescope unpacks the bundle into `/autograder/source`, runs `setup.sh` once, and
/// `run_autograder` for every submission; the result is read from
/// `/autograder/results/results.json`. (Gradescope, *Autograder Specifications*.)
public struct GradescopeBundle: Sendable {
  private let package: URL
  private let options: [String]
  private let policy: URL?
  private let hidden: URL?

  /// Creates a bundle.
  ///
  /// - Parameters:
  ///   - package: the course's folder, with its Package.swift.
  ///   - options: further options of `course grade`, such as `--weeks C1W2`.
  ///   - policy: the policy file, if there is one.
  ///   - hidden: the folder of the instructor's own tests, if there is one.
  public init(package: URL, options: [String] = [], policy: URL? = nil, hidden: URL? = nil) {
    self.package = package
    self.policy = policy
    self.hidden = hidden
    self.options =
      ["--judge", ".", "--export", ExportFormat.gradescope.rawValue] + options
      // A fixed name: a policy called setup.sh must not replace the script.
      + (policy == nil ? [] : ["--policy", "/autograder/source/policy.json"])
  }

  /// The parts of the package that the grader needs.
  static let parts = [
    "Package.swift", "Sources", "Tests", "Exercises", "Solutions", "Quizzes", "LICENSE",
  ]

  /// Writes the bundle into a folder; zip its contents, not the folder, and upload that.
  ///
  /// - Throws: `GradingError.lacksPart` when the package is incomplete, or any error of Foundation
  ///   in writing to the folder.
  public func write(to folder: URL) throws {
    let files = FileManager.default
    let course = folder.appending(path: "course")
    for part in Self.parts {
      guard files.fileExists(atPath: package.appending(path: part).path) else {
        throw GradingError.lacksPart(folder: package.path, part: part)
      }
    }
    try files.makeEmptyFolder(course)
    try Judge.copyPackage(from: package, hidden: hidden, to: course)
    if let policy {
      try Data(contentsOf: policy)
        .write(to: folder.appending(path: "policy.json"), options: .atomic)
    }
    try script(Self.setup, "setup.sh", in: folder)
    try script(runAutograder, "run_autograder", in: folder)
  }

  private func script(_ text: String, _ name: String, in folder: URL) throws {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file, options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  /// Installs the toolchain and the sandbox, and builds the judge once.
  static let setup = """
    #!/usr/bin/env bash
    # Runs once, when Gradescope builds the autograder's image (Ubuntu 22.04).
    set -euo pipefail

    swift_version=6.3.1
    platform=ubuntu22.04
    if [ "$(uname -m)" = aarch64 ]; then platform=ubuntu22.04-aarch64; fi

    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    apt-get install -y --no-install-recommends \\
      binutils bubblewrap ca-certificates curl git gnupg2 libc6-dev libcurl4-openssl-dev \\
      libedit2 libgcc-11-dev libncurses6 libpython3-dev libsqlite3-0 libstdc++-11-dev libxml2-dev \\
      libz3-dev pkg-config python3 tzdata unzip zlib1g-dev

    name="swift-${swift_version}-RELEASE"
    address="https://download.swift.org/swift-${swift_version}-release/${platform//./}"
    curl -fsSL "${address}/${name}/${name}-${platform}.tar.gz" \\
      | tar -xz -C /usr/local --strip-components=2

    cd /autograder/source/course
    swift build -c release --product course
    swift build --build-tests

    """

  private var runAutograder: String {
    let words = options.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    return """
      #!/usr/bin/env bash
      # Runs for every submission. Fails, and leaves no results.json, when the work could not be judged:
      # Gradescope then tells the instructor, and nobody gets a zero.
      set -euo pipefail

      work="$(mktemp -d)"
      trap 'rm -rf "$work"' EXIT
      mkdir "$work/class"
      cp -RP /autograder/submission "$work/class/student"
      rm -f /autograder/results/results.json
      # A submission may run under a user's id of its own, to which these are closed.
      chmod go-rwx /autograder/source /autograder/submission /autograder/results 2>/dev/null || true

      cd /autograder/source/course
      .build/release/course grade "$work/class" --out "$work/results" \(words.joined(separator: " "))

      results="$work/results/exports/gradescope/student.json"
      if [ ! -f "$results" ]; then
        echo "The submission could not be graded; see the messages above." >&2
        exit 1
      fi
      mkdir -p /autograder/results
      cp "$results" /autograder/results/results.json

      """
  }
}
