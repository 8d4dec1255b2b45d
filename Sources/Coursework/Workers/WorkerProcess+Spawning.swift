import Foundation
import Synchronization

extension WorkerProcess {
  /// Held from the making of descriptors until they are marked: a process that another client
  /// starts in between would inherit them.
  static let inheritance = Mutex(())

  /// The two ends of the connection; neither is inherited.
  static func connectedPair() throws -> (judge: Int32, worker: Int32) {
    var ends: [Int32] = [-1, -1]
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SystemError() }
    ends.forEach(closeOnExec)
    #if !os(Linux)
      var yes: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    return (ends[0], ends[1])
  }

  /// A pipe for what is printed; neither end is inherited.
  static func outputPipe() throws -> (judge: Int32, worker: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError() }
    ends.forEach(closeOnExec)
    return (ends[0], ends[1])
  }

  static func closeOnExec(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  static func spawn(_ command: [String], connection: Int32, output: Int32) throws -> pid_t {
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
    // The three places are taken from above 3, so that none is overwritten before it is copied.
    let spare = fcntl(connection, F_DUPFD_CLOEXEC, 64)
    let spareOutput = fcntl(output, F_DUPFD_CLOEXEC, 64)
    defer {
      close(spare)
      close(spareOutput)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, spareOutput, 1)
    posix_spawn_file_actions_adddup2(&actions, spareOutput, 2)
    posix_spawn_file_actions_adddup2(&actions, spare, WorkerServer.descriptor)
    var flags =
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    #if os(Linux)
      // Whatever else this process holds open is not the worker's to see.
      for descriptor in 3..<Int32(256) { closeOnExec(descriptor) }
    #else
      flags |= Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #endif
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, flags)

    let path = command.first ?? ""
    let arguments = command.map { strdup($0) } + [nil]
    let environment = Self.environment.map { strdup($0) } + [nil]
    defer { for string in arguments + environment { free(string) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, arguments, environment)
    guard code == 0 else {
      errno = code
      throw SystemError()
    }
    return pid
  }

  /// What learners' code may know of the environment: not where records go, nor what is judged.
  private static let environment: [String] = {
    let kept = [
      "PATH", "HOME", "LANG", "LC_ALL", "LC_MESSAGES", "COURSE_LANG", "TMPDIR", "COURSE_THREADS",
      "LD_LIBRARY_PATH",
    ]
    let all = ProcessInfo.processInfo.environment
    return kept.compactMap { name in all[name].map { "\(name)=\($0)" } }
      + ["SWIFT_BACKTRACE=enable=no"]
  }()
}
