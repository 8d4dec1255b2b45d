import Files
public import Foundation
import Processes
public import Text

/// Tests from inside the sandbox the actions that a submission must not be able to take.
public struct SandboxProbe: Sendable {
  private let sandbox: Sandbox
  private let program: String
  private let secrets: [String]
  private let paths: [String]

  /// Creates a probe.
  ///
  /// - Parameters:
  ///   - sandbox: the sandbox under test.
  ///   - program: the probing program.
  ///   - secrets: files and folders that must be invisible from inside, by content and by name,
  ///     besides those of any system.
  public init(_ sandbox: Sandbox, program: URL, secrets: [String] = []) {
    self.sandbox = sandbox
    self.program = program.path
    // Not a folder that contains everything visible, such as /tmp.
    paths = secrets.filter { path in
      !(Workplace.folder.path + "/").hasPrefix(path + "/") && !"/work/probe".hasPrefix(path)
    }
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    // What everybody may read in a container is not a secret of it.
    self.secrets =
      secrets + (sandbox.isUser ? [home] : ["/etc/passwd", home])
      + (sandbox.hidesSystem ? ["/usr/bin/env", "/usr/share"] : [])
  }

  /// Whether there are no namespaces, which changes some attempts and rules out some promises.
  private var isUser: Bool { sandbox.isUser }

  /// Runs the attempts, and reports in the given language.
  ///
  /// - Throws: `SandboxError.noSandbox` when there is none to test, or any error in starting the
  ///   program.
  public func run(_ language: Language = .current) throws -> SandboxReport {
    guard sandbox.exists else { throw SandboxError.noSandbox() }
    let group = ControlGroup("probe", limits: .probe)
    defer { group?.remove() }
    let listener = try Listener()
    defer { listener.end() }
    var findings: [SandboxFinding] = []
    let program = try neutralCopy()
    defer { try? FileManager.default.removeItem(atPath: program) }
    let key = "course-grade-\(getpid())"
    _ = SessionKeyring.leave(key)
    let look =
      [
        "look", "port=\(listener.port)", "socket=\(listener.name)", "pid=\(getpid())",
        "scratch=\(SandboxLimits.worker.scratch)", "key=\(key)",
      ] + paths.map { "path=\($0)" } + secrets.map { "file=\($0)" }
      + Self.variables.map { "variable=\($0)" }
      + (isUser ? ["kind=user"] + (hasLandlock ? [] : ["kind=bare"]) : [])
    let seen = try attempt(look, program, group)
    findings += seen.findings.filter { !notPromised.contains($0.name) }
    let expected = [
      "network", "files", "writing", "processes", "environment", "descriptors", "privileges",
      "paths", "systemCalls", "scratch",
    ].filter { !notPromised.contains($0) }
    for name in expected where !findings.contains(where: { $0.name == name }) {
      findings.append(
        SandboxFinding(
          name: name, isOpen: true, facts: [.endedEarly(output: String(seen.output.suffix(300)))]))
    }
    findings.append(try exhaustion("memory", Self.memory(group), program, group))
    findings.append(try exhaustion("tasks", SandboxLimits.worker.tasks + 16, program, group))
    return report(findings, hasGroup: group != nil, language)
  }

  /// The measures that do not apply where there are no namespaces.
  private var notPromised: [String] { isUser ? ["scratch", "paths"] : [] }

  private var hasLandlock: Bool { sandbox.user?.hasLandlock ?? false }

  /// Runs the attempts, and requires that all of them fail.
  ///
  /// - Throws: any error of `run`, and `SandboxError.sandboxIsOpen`.
  public func check(_ language: Language = .current) throws -> SandboxReport {
    let report = try run(language)
    guard report.holes.isEmpty else { throw SandboxError.sandboxIsOpen(report.holes) }
    return report
  }

  /// The variables that a program inside a sandbox may find in its environment.
  private static let variables = ["HOME", "LC_ALL", "PATH", "PWD", "SHLVL", "TMPDIR", "_"]

  /// More memory than all processes may use together or, without a group, than one may use.
  private static func memory(_ group: ControlGroup?) -> Int {
    let limit = SandboxLimits.probe.memory
    return group == nil ? 3 * limit : 3 * limit / 2
  }

  /// Copies the program to where a submission's would be, since its path is visible inside.
  private func neutralCopy() throws -> String {
    let copy = Workplace.folder.appending(path: "probe-\(UInt32.random(in: .min ... .max))")
    try FileManager.default.copyItem(atPath: program, toPath: copy.path)
    return copy.path
  }

  private func attempt(
    _ arguments: [String], _ program: String, _ group: ControlGroup?
  ) throws -> (findings: [SandboxFinding], output: String) {
    // The names to look for are passed in a file, since a command line can be read inside.
    let words = URL(fileURLWithPath: program + "-words")
    try Data(arguments.joined(separator: "\n").utf8).write(to: words)
    defer { try? FileManager.default.removeItem(at: words) }
    let mounts = Mounts(list: [
      Mounts.Mount(outside: program, inside: "/work/probe"),
      Mounts.Mount(outside: words.path, inside: "/work/words"),
    ])
    let command = sandbox.command(
      [sandbox.seen(program, in: mounts), sandbox.seen(words.path, in: mounts)], in: mounts,
      limits: .probe, group: group)
    let outcome = try Subprocess(command, timeLimit: 60).run()
    try sandbox.end()
    return (
      outcome.text.split(separator: "\n").compactMap(SandboxFinding.init(line:)), outcome.text
    )
  }

  /// Tests that a process exceeding a limit is refused, or killed before it can report success.
  private func exhaustion(
    _ name: String, _ amount: Int, _ program: String, _ group: ControlGroup?
  ) throws -> SandboxFinding {
    let tried = try attempt([name, "\(amount)"], program, group)
    return tried.findings.first { $0.name == name }
      ?? SandboxFinding(name: name, isOpen: false)
  }

  private func report(
    _ findings: [SandboxFinding], hasGroup: Bool, _ language: Language
  ) -> SandboxReport {
    let measures = SandboxMeasure.all(
      hasGroup: hasGroup, isUser: isUser, hasLandlock: hasLandlock)
    var lines = SandboxMeasure.kind(sandbox.kind).map { [$0] } ?? []
    lines += findings.filter { !$0.isOpen }.compactMap { measures[$0.name]?.inForce }
    lines.append(SandboxMeasure.limits)
    var holes = findings.filter(\.isOpen).map { $0.hole(hasGroup: hasGroup) }
    if isUser, findings.contains(where: { $0.isOpen && $0.name == "files" }) {
      holes.append(
        Phrase(
          "chmod go-rwx closes such a folder, if it is root's",
          zh: "用 chmod go-rwx 关闭这些文件夹（须属于 root）"))
    }
    return SandboxReport(inForce: lines.map { $0(language) }, holes: holes.map { $0(language) })
  }
}

/// A port and a socket of the grader that the probe tries to reach.
private struct Listener {
  let port: UInt16
  let name = "course-grade-\(getpid())-\(UInt32.random(in: .min ... .max))"
  private let descriptors: [Int32]

  init() throws {
    func failure() -> SandboxError {
      .probeCannotListen(reason: SystemError().description)
    }
    #if os(Linux)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let network = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(network, $0, length) == 0 && listen(network, 4) == 0
          && getsockname(network, $0, &length) == 0
      }
    }
    guard isOpen else { throw failure() }
    port = UInt16(bigEndian: address.sin_port)
    var all = [network]
    #if os(Linux)
      let local = socket(AF_UNIX, stream, 0)
      var place = sockaddr_un()
      place.sun_family = sa_family_t(AF_UNIX)
      let own = name
      withUnsafeMutableBytes(of: &place.sun_path) { path in
        for (index, byte) in own.utf8.enumerated() { path[index + 1] = byte }
      }
      let size = socklen_t(MemoryLayout<sa_family_t>.size + 1 + own.utf8.count)
      let isListening = withUnsafePointer(to: &place) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(local, $0, size) == 0 && listen(local, 4) == 0
        }
      }
      guard isListening else { throw failure() }
      all.append(local)
    #endif
    descriptors = all
  }

  func end() {
    for descriptor in descriptors { close(descriptor) }
  }
}
