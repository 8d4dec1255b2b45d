import Foundation
import Processes

/// The clone of one student's repository, as GitHub Classroom makes them.
///
/// Git is asked what was committed and when. The clone's own configuration is not read, because it
/// can name programs for Git to run: Git works in an empty repository of ours that borrows the
/// clone's objects.
struct GitClone {
  /// The time limit of Git in seconds, since a student's objects may be made expensive to read.
  private static let timeLimit = 20.0
  /// The limit of Git's output in bytes: the paths of a hundred thousand files.
  private static let outputLimit = 8 << 20
  /// The number of ancestors of the last commit whose times are checked.
  private static let mostAncestors = 1000

  /// The files that Git writes when it creates a repository, fetches for a pull, or changes
  /// branches.
  private static let checkoutMarks = ["description", "FETCH_HEAD", "HEAD"]

  let commit: String
  /// The time of the commit; nil without Git.
  let date: Date?
  /// The reason to doubt that time, if there is one.
  let doubt: CommitDoubt?
  /// The paths of the commit; nil without Git.
  let paths: Set<String>?

  /// - Returns: nil for a folder that is not a clone with a commit.
  init?(at folder: URL) {
    let git = folder.appending(path: ".git")
    guard let commit = Self.head(of: git) else { return nil }
    self.commit = commit
    let empty = FileManager.default.temporaryDirectory.appending(
      path: "course-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: empty) }
    let objects = git.appending(path: "objects")
    guard (try? Self.makeRepository(at: empty, borrowingFrom: git)) != nil else {
      date = nil
      doubt = nil
      paths = nil
      return
    }
    let log = Self.run(
      ["log", "-1", "--no-show-signature", "--format=%ct %at", commit], empty, objects)
    let words = (log ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    let committed = words.first.flatMap(Double.init)
    date = committed.map(Date.init(timeIntervalSince1970:))
    let ancestors = Self.run(
      [
        "log", "--skip=1", "-n", "\(Self.mostAncestors)", "--no-show-signature", "--format=%ct",
        commit,
      ], empty, objects)
    let paths = Self.run(["ls-tree", "-r", "-z", "--name-only", commit], empty, objects).map {
      Set($0.split(separator: "\0").map(String.init))
    }
    self.paths = paths
    doubt = committed.flatMap {
      CommitDoubt(
        committed: $0, authored: words.dropFirst().first.flatMap(Double.init),
        ancestors: (ancestors ?? "").split(separator: "\n").compactMap { Double($0) },
        files: (paths ?? []).filter { $0.hasSuffix(".swift") }.prefix(Self.mostAncestors)
          .compactMap { Self.modified(folder.appending(path: $0)) },
        checkouts: Self.checkoutMarks.compactMap { Self.modified(git.appending(path: $0)) },
        now: Date.now.timeIntervalSince1970)
    }
  }

  /// Returns the modification time of a file, in seconds.
  private static func modified(_ file: URL) -> Double? {
    var status = stat()
    guard lstat(file.path, &status) == 0 else { return nil }
    #if os(Linux)
      return Double(status.st_mtim.tv_sec)
    #else
      return Double(status.st_mtimespec.tv_sec)
    #endif
  }

  static func isClone(_ folder: URL) -> Bool { head(of: folder.appending(path: ".git")) != nil }

  /// Returns the id of the checked-out commit.
  private static func head(of git: URL) -> String? {
    guard let head = text(git, "HEAD") else { return nil }
    guard head.hasPrefix("ref: ") else { return head.isCommit ? head : nil }
    let name = String(head.dropFirst("ref: ".count))
    guard name.hasPrefix("refs/"), !name.split(separator: "/").contains("..") else { return nil }
    if let commit = text(git, name), commit.isCommit { return commit }
    let packed = text(git, "packed-refs")?.split(separator: "\n").first { $0.hasSuffix(" " + name) }
    return packed.map { String($0.prefix { $0 != " " }) }.flatMap { $0.isCommit ? $0 : nil }
  }

  /// Reads a small file, without following links.
  private static func text(_ git: URL, _ path: String) -> String? {
    guard let file = try? FileBytes(path: git.appending(path: path).path),
      let bytes = try? file.bytes(at: 0, count: 1 << 20)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  private static func makeRepository(at folder: URL, borrowingFrom git: URL) throws {
    for name in ["objects", "refs"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try Data("ref: refs/heads/main\n".utf8).write(to: folder.appending(path: "HEAD"))
    // A clone made with `--depth 1` ends at these commits; their parents are not there to be read.
    let ends = (text(git, "shallow") ?? "").split(separator: "\n").filter { String($0).isCommit }
    if !ends.isEmpty {
      try Data((ends.joined(separator: "\n") + "\n").utf8)
        .write(to: folder.appending(path: "shallow"))
    }
  }

  /// Runs Git and returns its output; nil when it is missing or fails.
  private static func run(_ arguments: [String], _ repository: URL, _ objects: URL) -> String? {
    let environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "GIT_DIR": repository.path, "GIT_OBJECT_DIRECTORY": objects.path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_NO_LAZY_FETCH": "1",
      "GIT_TERMINAL_PROMPT": "0",
    ]
    let outcome = try? Subprocess(
      ["git"] + arguments, environment: environment, includesErrors: false, timeLimit: timeLimit,
      outputLimit: outputLimit
    ).run()
    return outcome.flatMap { $0.succeeded ? $0.text : nil }
  }
}

extension String {
  fileprivate var isCommit: Bool {
    [40, 64].contains(utf8.count) && allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}

/// The naming of GitHub Classroom's clones: the assignment's prefix, a hyphen, the student's
/// account.
enum CloneNames {
  /// Finds the prefix before the accounts.
  ///
  /// Accounts may contain hyphens, too. Among the prefixes that the clones share, the one for which
  /// the roster knows most accounts wins, then the one in the folder's name `PREFIX-submissions`,
  /// then the longest.
  static func prefix(of names: [String], folder: String, roster: Roster?) -> String {
    let shared = names.dropFirst().reduce(names.first ?? "") { $0.commonPrefix(with: $1) }
    let prefixes = shared.indices.filter { shared[$0] == "-" }.map { String(shared[...$0]) }
      .filter { prefix in names.allSatisfy { $0.count > prefix.count } }
    let known = prefixes.map { prefix in
      names.count { !(roster?.students(called: String($0.dropFirst(prefix.count))) ?? []).isEmpty }
    }
    if let most = known.max(), most > 0, let index = known.lastIndex(of: most) {
      return prefixes[index]
    }
    let told = folder.hasSuffix("-submissions") ? String(folder.dropLast("submissions".count)) : ""
    return prefixes.first { $0 == told } ?? prefixes.last ?? ""
  }
}
