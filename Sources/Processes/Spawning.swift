import Files
public import Foundation
import Synchronization
import Text

#if os(Linux)
  /// glibc's POSIX_SPAWN_SETSID, which its module map hides.
  private let startsSession: Int16 = 0x80
#else
  private let startsSession = Int16(POSIX_SPAWN_SETSID)
#endif

/// Starts programs that inherit only the descriptors meant for them.
public enum Spawning {
  /// Held from the creation of descriptors until they are marked close-on-exec, and while a program
  /// is started: a program started by another thread in between would inherit them.
  private static let inheritance = Mutex(())

  /// Creates a pipe that no program inherits unless it is passed on.
  public static func pipe() throws -> (reading: Int32, writing: Int32) {
    try pair { Foundation.pipe(&$0) }
  }

  /// Creates two connected sockets that no program inherits unless one is passed on.
  public static func socketPair() throws -> (Int32, Int32) {
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    return try pair { socketpair(AF_UNIX, kind, 0, &$0) }
  }

  private static func pair(_ make: (inout [Int32]) -> Int32) throws -> (Int32, Int32) {
    try inheritance.withLock { _ in
      var ends: [Int32] = [-1, -1]
      guard make(&ends) == 0 else { throw SystemError() }
      ends.forEach(closeOnExec)
      return (ends[0], ends[1])
    }
  }

  private static func closeOnExec(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Starts a program that leads a process group of its own and has default signal handling.
  ///
  /// ```swift
  /// let (reading, writing) = try Spawning.pipe()
  /// let pid = try Spawning.start(["ls", "-l"], environment: [:], descriptors: [1: writing])
  /// close(writing)
  /// ```
  ///
  /// - Parameters:
  ///   - arguments: the program, searched for in `PATH` unless it is a path, and its arguments.
  ///   - environment: the whole environment of the program.
  ///   - input: the file that becomes its standard input.
  ///   - descriptors: this process's descriptors by the numbers they have in the program.
  ///   - leadsSession: whether its group is also a session, whose terminal is the first one it
  ///     opens, `input` included.
  /// - Returns: the id of the process and of its group.
  /// - Throws: `SystemError`.
  public static func start(
    _ arguments: [String], environment: [String: String], input: String = "/dev/null",
    descriptors: [Int32: Int32], leadsSession: Bool = false
  ) throws -> pid_t {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }

    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    // All are first copied above the target numbers, so that none is overwritten before it is
    // copied.
    var spares: [Int32] = []
    defer { for spare in spares { close(spare) } }
    for (number, descriptor) in descriptors {
      let spare = fcntl(descriptor, F_DUPFD_CLOEXEC, 64)
      guard spare >= 0 else { throw SystemError() }
      spares.append(spare)
      posix_spawn_file_actions_adddup2(&actions, spare, number)
    }

    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    var flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    flags |= leadsSession ? startsSession : Int16(POSIX_SPAWN_SETPGROUP)
    #if !os(Linux)
      flags |= Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #endif
    posix_spawnattr_setflags(&attributes, flags)

    let strings = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in strings + variables { free(string) } }
    var pid: pid_t = 0
    let code = inheritance.withLock { _ in
      #if os(Linux)
        // The program must not see anything else that this process has open.
        for descriptor in 3..<Int32(1024) { closeOnExec(descriptor) }
      #endif
      return posix_spawnp(&pid, arguments.first ?? "", &actions, &attributes, strings, variables)
    }
    guard code == 0 else {
      // An unsearchable folder in PATH makes the system report a lack of permission.
      let isMissing = code == EACCES && !isFound(arguments.first ?? "")
      throw SystemError(code: isMissing ? ENOENT : code)
    }
    return pid
  }

  /// Returns whether a program of this name exists in PATH.
  private static func isFound(_ program: String) -> Bool {
    guard !program.contains("/") else { return true }
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.fileExists(atPath: "\($0)/\(program)") }
  }
}
