import Foundation

/// The confinement of a program where no namespace can be made: a user id of its own, no
/// capabilities and no way to gain any, the system call filter, and a list of the files it may
/// open.
///
/// The grader, which is root in a container, starts itself with this order as an argument and then
/// becomes the program whose command line follows.
struct Confinement: Codable, Sendable {
  /// The id of the user and of the group.
  let user: UInt32
  /// The file of the filter.
  let filter: String
  /// The paths that it may read and execute, and those that it may also write to.
  let readable: [String]
  let writable: [String]
  /// Whether Landlock enforces these paths; otherwise only the files' modes apply.
  let hasLandlock: Bool
  /// The initial working folder.
  let folder: String
  let environment: [String: String]

  /// The argument that tells the grader to become another program.
  static let word = "confined"
  /// The argument that tells it to end all processes of a user.
  static let end = "end-processes-of"

  #if os(Linux)
    /// Becomes the program of an order, or ends a user's processes, if the arguments ask for it;
    /// otherwise does nothing.
    static func runIfAsked(_ words: [String]) {
      if words.count == 3, words[1] == end, let user = UInt32(words[2]) {
        exit(endProcesses(of: user) ? 0 : 1)
      }
      guard words.count > 3, words[1] == word else { return }
      guard let order = try? JSONDecoder().decode(Self.self, from: Data(words[2].utf8)) else {
        fail("order")
      }
      order.become(Array(words.dropFirst(3)))
    }

    private static func fail(_ step: String) -> Never {
      let reason = String(cString: strerror(errno))
      FileHandle.standardError.write(Data("confinement: \(step): \(reason)\n".utf8))
      exit(126)
    }

    private func become(_ words: [String]) -> Never {
      let program = [UInt8](FileManager.default.contents(atPath: filter) ?? Data())
      guard !program.isEmpty else { Self.fail("filter") }
      // Any descriptor beyond the standard three and the connection, which is number 3, is closed.
      for descriptor in 4..<Int32(1024) { close(descriptor) }
      // Below /proc only its own folder: other processes' command lines can be read there.
      let files =
        hasLandlock
        ? Landlock(readable: readable + ["/proc/\(getpid())"], writable: writable) : nil
      umask(0o022)
      for capability in 0..<64 where Kernel.control(24, capability) != 0 {
        // PR_CAPBSET_DROP fails with EINVAL beyond the last capability.
        guard errno == EINVAL else { Self.fail("capabilities") }
        break
      }
      // PR_CAP_AMBIENT with PR_CAP_AMBIENT_CLEAR_ALL.
      _ = Kernel.control(47, 4)
      guard setgroups(0, nil) == 0, setgid(user) == 0,
        setuid(user) == 0, setuid(0) != 0
      else { Self.fail("user") }
      // PR_SET_PDEATHSIG, which a change of the user undoes, and PR_SET_NO_NEW_PRIVS.
      guard Kernel.control(1, Int(SIGKILL)) == 0, Kernel.control(38, 1) == 0 else {
        Self.fail("privileges")
      }
      if hasLandlock, files?.enforce() != true { Self.fail("files") }
      guard chdir(folder) == 0 else { Self.fail(folder) }
      guard Kernel.filter(program) else { Self.fail("filter") }
      let environment = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
      execve(words[0], words.map { strdup($0) } + [nil], environment)
      Self.fail(words[0])
    }

    /// Ends every process of a user all at once, acting as that user, who can signal no other.
    private static func endProcesses(of user: UInt32) -> Bool {
      guard user != 0, setgroups(0, nil) == 0, setgid(user) == 0,
        setuid(user) == 0
      else { return false }
      for _ in 0..<2000 {
        _ = kill(-1, SIGKILL)
        if !hasProcesses(user) { return true }
        usleep(2000)
      }
      return false
    }

    /// Whether a user has processes besides this one that have not ended.
    private static func hasProcesses(_ user: UInt32) -> Bool {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.contains { name in
        guard let number = pid_t(name), number != getpid() else { return false }
        var status = stat()
        guard stat("/proc/\(name)", &status) == 0, status.st_uid == user else { return false }
        let line = FileManager.default.contents(atPath: "/proc/\(name)/stat") ?? Data()
        let state = String(decoding: line, as: UTF8.self).split(separator: ")").last?.dropFirst()
        return !["Z", "X"].contains(state?.first)
      }
    }
  #else
    static func runIfAsked(_ words: [String]) {}
  #endif
}

#if os(Linux)
  /// System calls that glibc's headers do not expose to Swift.
  enum Kernel {
    private typealias Call = @convention(c) (Int, Int, Int, Int, Int, Int) -> Int
    private static let syscall = dlsym(nil, "syscall").map { unsafeBitCast($0, to: Call.self) }

    /// Makes a system call by its number; returns -1 where there is none.
    static func call(
      _ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, _ e: Int = 0
    ) -> Int {
      syscall?(number, a, b, c, d, e) ?? -1
    }

    /// Calls `prctl`.
    static func control(_ option: Int, _ a: Int = 0, _ b: Int = 0) -> Int {
      #if arch(arm64)
        call(167, option, a, b)
      #else
        call(157, option, a, b)
      #endif
    }

    /// Installs a program of `SystemCallFilter`; `struct sock_fprog` is a count and a pointer.
    static func filter(_ program: [UInt8]) -> Bool {
      program.withUnsafeBytes { lines in
        let words = [lines.count / 8, Int(bitPattern: lines.baseAddress)]
        // PR_SET_SECCOMP with SECCOMP_MODE_FILTER.
        return words.withUnsafeBytes { control(22, 2, Int(bitPattern: $0.baseAddress)) == 0 }
      }
    }
  }
#endif
