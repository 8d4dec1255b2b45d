public import Foundation
public import Processes
import Text

/// The sandbox for everything that a submission brings: its compilation and its functions.
///
/// bubblewrap creates it: namespaces for network, processes, users, host name and IPC; a read-only
/// system; an empty home; no capabilities. Limits on memory, tasks, processor time and files are
/// added. Where namespaces are denied and the grader is root, as in a container, a separate user id
/// takes their place. None of this is assumed to work: `SandboxProbe` tests it on the machine that
/// grades.
public struct Sandbox: Sendable {
  enum Kind: Sendable, Equatable {
    case bubblewrap(String, BubblewrapAbilities)
    case user(SandboxUser)
    case none

    static func == (left: Kind, right: Kind) -> Bool {
      switch (left, right) {
      case (.bubblewrap(let one, let can), .bubblewrap(let other, let too)):
        one == other && can == too
      case (.user(let one), .user(let other)): one === other
      case (.none, .none): true
      default: false
      }
    }
  }

  let kind: Kind
  package let toolchain: Toolchain
  // The resolved path: another user may not be able to read the folder of a link to it.
  private let limiter = Toolchain.program("prlimit")?.resolvingSymlinksInPath().path

  /// Creates the sandbox that this machine offers, or `none`.
  public init(toolchain: Toolchain) {
    self.toolchain = toolchain
    kind =
      Toolchain.program("bwrap").map {
        .bubblewrap($0.path, BubblewrapAbilities(of: $0))
      } ?? .none
  }

  /// Runs a program that does nothing, a quick test of whether there is a sandbox at all.
  ///
  /// - Throws: `SandboxError.noSandbox` or `.sandboxDoesNotStart`.
  public func start() throws {
    guard exists else {
      throw SandboxError.noSandbox(NamespaceDenial.isAbsent ? nil : NamespaceDenial()?.phrase)
    }
    let arguments = command(["/usr/bin/true"], in: Mounts(), limits: .worker, group: nil)
    let outcome = try Subprocess(arguments, timeLimit: 10).run()
    try end()
    guard outcome.succeeded else {
      let said = printable(String(outcome.text.suffix(300))).trimmingCharacters(in: .whitespaces)
      throw SandboxError.sandboxDoesNotStart(
        reason: said.isEmpty ? "\(outcome.end)" : said, NamespaceDenial()?.phrase)
    }
  }

  /// Creates the sandbox for root in a container that denies namespaces: a separate user id for
  /// each submission, and one submission at a time.
  ///
  /// - Parameters:
  ///   - toolchain: the toolchain.
  ///   - program: the grader's own program, which calls `becomeConfinedIfAsked` first.
  /// - Returns: nil for anybody but root, and on a processor without a system call filter.
  public static func user(toolchain: Toolchain, program: URL) -> Sandbox? {
    guard getuid() == 0, Self.filter(.user) != nil else { return nil }
    // Everything that is visible inside lies below this folder.
    chmod(Workplace.folder.path, 0o711)
    return Sandbox(kind: .user(SandboxUser(helper: program.path)), toolchain: toolchain)
  }

  /// Finds the first kind of sandbox that starts here: bubblewrap's or, where namespaces are denied
  /// to root, as in a container, the one with a separate user id.
  ///
  /// - Parameters:
  ///   - toolchain: the toolchain.
  ///   - program: the grader's own program.
  /// - Returns: the sandbox, which has been started once.
  /// - Throws: `SandboxError` with bubblewrap's problem, where the other kind does not start
  ///   either.
  public static func standing(toolchain: Toolchain, program: URL) throws -> Sandbox {
    let sandbox = Sandbox(toolchain: toolchain)
    do {
      try sandbox.start()
      return sandbox
    } catch let error as SandboxError {
      // If bubblewrap is merely missing, it should be installed.
      var isDenied = true
      if case .noSandbox = error { isDenied = !NamespaceDenial.isAbsent }
      guard isDenied, let user = user(toolchain: toolchain, program: program),
        (try? user.start()) != nil
      else { throw error }
      return user
    }
  }

  /// Becomes the program that a user id's sandbox asks for, if the command line says so.
  public static func becomeConfinedIfAsked(_ words: [String]) {
    Confinement.runIfAsked(words)
  }

  /// Whether files outside are visible under their own paths, in a place that everybody can reach.
  package var isUser: Bool { user != nil }

  /// The user ids under which submissions run, in that kind of sandbox.
  var user: SandboxUser? { if case .user(let user) = kind { user } else { nil } }

  /// Prepares for a submission, so that it owns nothing that the one before has left.
  package func begin() { user?.renew() }

  /// Ends whatever a submission has left running, before its result is written.
  ///
  /// - Throws: `SandboxError.processesLeft`.
  package func end() throws { try user?.end() }

  /// Closes to submissions a folder that one of them, or the preparation for all, has filled.
  package func reclaim(_ folder: URL) { user?.giveBack(folder.path) }

  init(kind: Kind, toolchain: Toolchain) {
    self.kind = kind
    self.toolchain = toolchain
  }

  /// Creates a stand-in that runs trusted submissions without a sandbox.
  public static func none(toolchain: Toolchain) -> Sandbox {
    Sandbox(kind: .none, toolchain: toolchain)
  }

  /// Whether there is a sandbox.
  public var exists: Bool { kind != .none }

  /// Returns the path at which a program with these mounts sees a file outside.
  package func seen(_ outside: String, in mounts: Mounts) -> String {
    guard case .bubblewrap = kind else { return outside }
    let holding = mounts.list.filter {
      outside == $0.outside || outside.hasPrefix($0.outside + "/")
    }
    if let nearest = holding.max(by: { $0.outside.count < $1.outside.count }) {
      return nearest.inside + outside.dropFirst(nearest.outside.count)
    }
    return outside
  }

  /// Builds the command line that runs a program with the mounts.
  ///
  /// - Parameters:
  ///   - arguments: the program and its arguments, as seen inside.
  ///   - mounts: the files visible inside.
  ///   - limits: the resource limits of the program.
  ///   - group: the group that limits the total memory and tasks of everything it starts, if any.
  /// - Returns: the program that sets up the sandbox, and its arguments.
  package func command(
    _ arguments: [String], in mounts: Mounts, limits: SandboxLimits, group: ControlGroup?
  ) -> [String] {
    var command = arguments
    if let limiter, FileManager.default.isExecutableFile(atPath: limiter) {
      command =
        [
          limiter, "--core=0", "--cpu=\(limits.processorSeconds)", "--fsize=\(limits.fileSize)",
          "--nproc=\(group == nil ? limits.tasksAlone : limits.tasks)", "--as=\(2 * limits.memory)",
          "--",
        ] + command
    }
    switch kind {
    case .bubblewrap(let program, let abilities):
      // Processes inside are reaped by bubblewrap itself, whose environment can be read there.
      let inside =
        bubblewrap(mounts, limits, abilities) + ["--"] + command
      if let filter = Self.filter(.namespaces) {
        command =
          ["/bin/sh", "-c", "exec /usr/bin/env -i \"$@\" 9<\"$0\"", filter, program]
          + ["--seccomp", "9"] + inside
      } else {
        command = ["/usr/bin/env", "-i", program] + inside
      }
    case .user(let user):
      command = [user.helper, Confinement.word, confinement(mounts, of: user)] + command
    case .none: break
    }
    return group?.entering(command) ?? command
  }

  /// The file of the system call filter; nil on a processor without one.
  private static func filter(_ network: SystemCallFilter.Network) -> String? { filters[network] }

  private static let filters: [SystemCallFilter.Network: String] = {
    guard let processor = SystemCallFilter.Processor.current else { return [:] }
    var files: [SystemCallFilter.Network: String] = [:]
    for network in SystemCallFilter.Network.allCases {
      let file = Workplace.folder.appending(path: "filter-\(network)")
      let program = SystemCallFilter.program(processor, network)
      if (try? program.write(to: file)) != nil { files[network] = file.path }
    }
    return files
  }()

  /// Returns the order by which the grader becomes a program under a user id.
  private func confinement(_ mounts: Mounts, of user: SandboxUser) -> String {
    let scratch = Workplace.folder.appending(path: "scratch-\(user.id)").path
    mkdir(scratch, 0o700)
    for folder in [scratch] + mounts.list.filter(\.isWritable).map(\.outside) { user.take(folder) }
    let order = Confinement(
      user: user.id, filter: Self.filter(.user) ?? "",
      readable: ((mounts.hasCompiler ? nil : loaded) ?? Self.systemFolders)
        + [
          "/dev/zero", "/dev/urandom", "/dev/random",
          mounts.hasCompiler ? toolchain.root.path : toolchain.runtime,
        ] + mounts.list.filter { !$0.isWritable }.map(\.outside),
      writable: ["/dev/null", scratch] + mounts.list.filter(\.isWritable).map(\.outside),
      hasLandlock: user.hasLandlock, folder: scratch,
      environment: [
        "HOME": scratch, "PATH": "/usr/bin:/bin", "TMPDIR": scratch, "LC_ALL": "C.UTF-8",
      ].merging(mounts.environment) { $1 })
    return (try? JSONEncoder().encode(order)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func bubblewrap(
    _ mounts: Mounts, _ limits: SandboxLimits, _ abilities: BubblewrapAbilities
  ) -> [String] {
    var arguments = [
      "--unshare-all", "--unshare-user", "--new-session", "--die-with-parent", "--cap-drop", "ALL",
      "--uid", "65534", "--gid", "65534", "--hostname", "course",
    ]
    if abilities.disablesNamespaces { arguments.append("--disable-userns") }
    if abilities.clearsEnvironment { arguments.append("--clearenv") }
    arguments += systemFiles(mounts)
    let toolchain = mounts.hasCompiler ? toolchain.root.path : toolchain.runtime
    arguments += ["--ro-bind", toolchain, toolchain]
    arguments += ["--proc", "/proc"] + Self.kernelFiles + Self.keyFiles + ["--dev", "/dev"]
    if abilities.limitsScratch {
      arguments += ["--size", "\(limits.scratch)", "--tmpfs", "/tmp"]
    } else {
      // A folder without a size limit is memory without a limit. The compiler is trusted and has to
      // write.
      arguments += [mounts.hasCompiler ? "--tmpfs" : "--dir", "/tmp"]
    }
    arguments += ["--dir", "/home/learner"]
    for mount in mounts.list {
      arguments += [mount.isWritable ? "--bind" : "--ro-bind", mount.outside, mount.inside]
    }
    arguments += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]
    let environment = [
      "HOME": "/home/learner", "PATH": "/usr/bin:/bin", "TMPDIR": "/tmp", "LC_ALL": "C.UTF-8",
    ]
    .merging(mounts.environment) { $1 }
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
      arguments += ["--setenv", name, value]
    }
    return arguments
  }

  private static let systemFolders = ["/usr", "/lib", "/lib64", "/bin"]

  /// The parts of the system that the program sees: only what it loads, but everything for a
  /// compiler.
  private func systemFiles(_ mounts: Mounts) -> [String] {
    guard !mounts.hasCompiler, let loaded else { return Self.systemFolders.flatMap(Self.system) }
    return Self.systemFolders.flatMap(Self.link) + loaded.flatMap { ["--ro-bind", $0, $0] }
  }

  /// Whether a submission's worker sees only the parts of the system that it loads.
  var hidesSystem: Bool {
    switch kind {
    case .bubblewrap: loaded != nil
    case .user(let user): user.hasLandlock && loaded != nil
    case .none: false
    }
  }

  private var loaded: [String]? {
    // The shell announces a worker.
    SystemLibraries.loaded(
      runtime: toolchain.runtime,
      programs: ["/usr/bin/true", "/bin/sh"] + (limiter.map { [$0] } ?? []))
  }

  /// Returns the arguments for a system folder that is a link to another.
  private static func link(_ folder: String) -> [String] {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: folder)).map {
      ["--symlink", $0, folder]
    } ?? []
  }

  /// Returns the arguments for a system folder as it is here: a folder, a link to another, or
  /// nothing.
  private static func system(_ folder: String) -> [String] {
    let link = link(folder)
    guard link.isEmpty else { return link }
    return FileManager.default.fileExists(atPath: folder) ? ["--ro-bind", folder, folder] : []
  }

  /// The names of this user's keys, which must be invisible inside.
  private static let keyFiles: [String] = {
    let empty = Workplace.folder.appending(path: "empty").path
    _ = FileManager.default.createFile(
      atPath: empty, contents: nil, attributes: [.posixPermissions: 0o444])
    return ["/proc/keys", "/proc/key-users"].filter { FileManager.default.fileExists(atPath: $0) }
      .flatMap { ["--ro-bind", empty, $0] }
  }()

  /// The kernel's settings below /proc, which are made read-only.
  ///
  /// Since Linux 6.18 the owner of a namespace may write the settings of its IPC and its processes,
  /// whoever that is. All others belong to uid 0 outside, and everything started by a grader that
  /// runs as root is that user even without its capabilities.
  private static let kernelFiles: [String] = {
    guard getuid() == 0 else { return ["--ro-bind", "/proc/sys", "/proc/sys"] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.sorted().flatMap { name -> [String] in
      let path = "/proc/\(name)"
      var status = stat()
      guard Int(name) == nil, lstat(path, &status) == 0 else { return [] }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let isWritable = status.st_mode & S_IFMT == S_IFREG && status.st_mode & 0o222 != 0
      return isFolder || isWritable ? ["--ro-bind", path, path] : []
    }
  }()
}
