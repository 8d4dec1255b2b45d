import Foundation

/// The system calls that are forbidden inside a sandbox, as a program for the kernel's filter
/// (seccomp, classic BPF; `man 2 seccomp`, `linux/seccomp.h`, `linux/filter.h`).
///
/// It lists what is denied and permits everything else: the calls that a lesson's function, the
/// Swift runtime and the compiler need change with each version, and a missing call would cost
/// marks. Denied are calls that reach what submissions share (keys, locks, leases, queues), that
/// look into other processes, that create namespaces or mounts, and the parts of the kernel that
/// have had most holes in recent years (io_uring, bpf, perf, userfaultfd).
enum SystemCallFilter {
  /// A processor's table of system calls.
  enum Processor: CaseIterable {
    case x86, arm

    /// The processor of this machine; nil where there is no table for it.
    static var current: Processor? {
      #if arch(x86_64)
        .x86
      #elseif arch(arm64)
        .arm
      #else
        nil
      #endif
    }

    /// `AUDIT_ARCH_X86_64`, `AUDIT_ARCH_AARCH64`.
    fileprivate var mark: UInt32 { self == .x86 ? 0xC000_003E : 0xC000_00B7 }
  }

  /// A system call by its name, and its number in each table; nil where a table lacks it.
  struct Call: Equatable {
    let name: String
    let x86: UInt32?
    let arm: UInt32?

    init(_ name: String, _ x86: UInt32?, _ arm: UInt32?) {
      self.name = name
      self.x86 = x86
      self.arm = arm
    }

    func number(_ processor: Processor) -> UInt32? { processor == .x86 ? x86 : arm }
  }

  /// The barrier between a program and the network.
  enum Network: CaseIterable {
    /// A namespace, in which sockets lead nowhere.
    case namespaces
    /// Only this filter, which permits no sockets.
    case user
  }

  /// The bytes of the program, as `bwrap --seccomp` reads them.
  static func program(_ processor: Processor, _ network: Network = .namespaces) -> Data {
    var lines: [Line] = [
      .load(offset: Line.architecture),
      // Calls of another table, such as the 32-bit one, have other numbers.
      .equal(processor.mark, yes: 1, no: 0), .give(.kill), .load(offset: Line.number),
    ]
    if processor == .x86 {
      lines += [.atLeast(0x4000_0000, yes: 0, no: 1), .give(.error(ENOSYS))]
    }
    for call in denied {
      guard let number = call.number(processor) else { continue }
      lines += [.equal(number, yes: 0, no: 1), .give(.error(EPERM))]
    }
    // The C library then falls back to `clone`, whose flags the filter can read.
    if let number = clone3.number(processor) {
      lines += [.equal(number, yes: 0, no: 1), .give(.error(ENOSYS))]
    }
    for rule in rules(network) {
      guard let number = rule.call.number(processor) else { continue }
      let body = rule.body
      lines.append(.equal(number, yes: 0, no: UInt8(body.count)))
      lines += body
    }
    lines.append(.give(.allow))
    return lines.reduce(into: Data()) { $0.append($1.bytes) }
  }

  // MARK: What is denied

  static let denied: [Call] = [
    // Shared by all processes of a user, sandboxed or not.
    Call("keyctl", 250, 219), Call("add_key", 248, 217), Call("request_key", 249, 218),
    Call("flock", 73, 32),
    Call("inotify_init", 253, nil), Call("inotify_init1", 294, 26),
    Call("inotify_add_watch", 254, 27),
    Call("fanotify_init", 300, 262), Call("fanotify_mark", 301, 263),
    // Memory that outlives a process or counts towards no limit.
    Call("shmget", 29, 194), Call("shmat", 30, 196), Call("shmctl", 31, 195),
    Call("msgget", 68, 186), Call("msgsnd", 69, 189), Call("msgrcv", 70, 188),
    Call("msgctl", 71, 187),
    Call("semget", 64, 190), Call("semop", 65, 193), Call("semctl", 66, 191),
    Call("semtimedop", 220, 192), Call("mq_open", 240, 180), Call("mq_unlink", 241, 181),
    Call("memfd_create", 319, 279), Call("memfd_secret", 447, 447),
    // Access to other processes.
    Call("ptrace", 101, 117), Call("process_vm_readv", 310, 270),
    Call("process_vm_writev", 311, 271), Call("process_madvise", 440, 440),
    Call("process_mrelease", 448, 448), Call("pidfd_open", 434, 434),
    Call("pidfd_getfd", 438, 438), Call("kcmp", 312, 272), Call("perf_event_open", 298, 241),
    Call("migrate_pages", 256, 238), Call("move_pages", 279, 239),
    // Reveals which parts of shared files are in memory.
    Call("mincore", 27, 232), Call("cachestat", 451, 451),
    // Large parts of the kernel with frequent holes.
    Call("bpf", 321, 280), Call("userfaultfd", 323, 282), Call("io_uring_setup", 425, 425),
    Call("io_uring_enter", 426, 426), Call("io_uring_register", 427, 427),
    Call("vmsplice", 278, 75), Call("modify_ldt", 154, nil),
    // Namespaces and mounts.
    Call("unshare", 272, 97), Call("setns", 308, 268), Call("mount", 165, 40),
    Call("umount2", 166, 39), Call("pivot_root", 155, 41), Call("chroot", 161, 51),
    Call("open_tree", 428, 428), Call("move_mount", 429, 429), Call("fsopen", 430, 430),
    Call("fsconfig", 431, 431), Call("fsmount", 432, 432), Call("fspick", 433, 433),
    Call("mount_setattr", 442, 442), Call("name_to_handle_at", 303, 264),
    Call("open_by_handle_at", 304, 265),
    // The machine as a whole.
    Call("syslog", 103, 116), Call("swapon", 167, 224), Call("swapoff", 168, 225),
    Call("reboot", 169, 142), Call("kexec_load", 246, 104), Call("kexec_file_load", 320, 294),
    Call("init_module", 175, 105), Call("finit_module", 313, 273),
    Call("delete_module", 176, 106), Call("quotactl", 179, 60), Call("quotactl_fd", 443, 443),
    Call("acct", 163, 89), Call("settimeofday", 164, 170), Call("clock_settime", 227, 112),
    Call("clock_adjtime", 305, 266), Call("adjtimex", 159, 171), Call("iopl", 172, nil),
    Call("ioperm", 173, nil), Call("sethostname", 170, 161), Call("setdomainname", 171, 162),
    Call("personality", 135, 92), Call("vhangup", 153, 58),
  ]

  private static let clone3 = Call("clone3", 435, 435)

  /// Calls whose verdict depends on an argument: the lines that decide, the last of which permits
  /// the call.
  private static func rules(_ network: Network) -> [(call: Call, body: [Line])] {
    // CLONE_NEWNS, -CGROUP, -UTS, -IPC, -USER, -PID and -NET of `linux/sched.h`.
    let namespaces: UInt32 = 0x7E02_0000
    // AF_UNIX, AF_INET and AF_INET6: others reach the kernel or the host of a virtual machine.
    let families: [UInt32] = network == .namespaces ? [1, 2, 10] : []
    // F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW, F_SETLEASE, F_NOTIFY of `fcntl.h`.
    let locks: [UInt32] = [6, 7, 37, 38, 1024, 1026]
    // TIOCSTI and TIOCLINUX of `asm/ioctls.h` inject input into a terminal.
    let typing: [UInt32] = [0x5412, 0x541C]
    return [
      (
        Call("clone", 56, 220),
        [
          .load(offset: Line.argument(0)), .anyBit(namespaces, yes: 0, no: 1),
          .give(.error(EPERM)), .give(.allow),
        ]
      ),
      (Call("socket", 41, 198), allowing(families, argument: 0, else: EAFNOSUPPORT)),
      (Call("socketpair", 53, 199), allowing([1], argument: 0, else: EAFNOSUPPORT)),
      (Call("fcntl", 72, 25), denying(locks, argument: 1)),
      (Call("ioctl", 16, 29), denying(typing, argument: 1)),
    ]
  }

  private static func allowing(
    _ values: [UInt32], argument: Int, else error: Int32
  ) -> [Line] {
    [.load(offset: Line.argument(argument))]
      + values.flatMap { [Line.equal($0, yes: 0, no: 1), .give(.allow)] } + [.give(.error(error))]
  }

  private static func denying(_ values: [UInt32], argument: Int) -> [Line] {
    [.load(offset: Line.argument(argument))]
      + values.flatMap { [Line.equal($0, yes: 0, no: 1), .give(.error(EPERM))] } + [.give(.allow)]
  }
}

/// One instruction of classic BPF: `struct sock_filter`.
private struct Line {
  enum Verdict {
    case allow, kill
    case error(Int32)

    /// `SECCOMP_RET_ALLOW`, `SECCOMP_RET_KILL_PROCESS`, `SECCOMP_RET_ERRNO`.
    var word: UInt32 {
      switch self {
      case .allow: 0x7fff_0000
      case .kill: 0x8000_0000
      case .error(let number): 0x0005_0000 | UInt32(number)
      }
    }
  }

  /// The offsets of fields in `struct seccomp_data`; of an argument only the lower half is checked,
  /// which is all that the kernel reads of these.
  static let number: UInt32 = 0
  static let architecture: UInt32 = 4
  static func argument(_ index: Int) -> UInt32 { UInt32(16 + 8 * index) }

  let code: UInt16
  let yes: UInt8
  let no: UInt8
  let word: UInt32

  static func load(offset: UInt32) -> Line { Line(code: 0x20, yes: 0, no: 0, word: offset) }
  static func equal(_ value: UInt32, yes: UInt8, no: UInt8) -> Line {
    Line(code: 0x15, yes: yes, no: no, word: value)
  }
  static func atLeast(_ value: UInt32, yes: UInt8, no: UInt8) -> Line {
    Line(code: 0x35, yes: yes, no: no, word: value)
  }
  static func anyBit(_ mask: UInt32, yes: UInt8, no: UInt8) -> Line {
    Line(code: 0x45, yes: yes, no: no, word: mask)
  }
  static func give(_ verdict: Verdict) -> Line {
    Line(code: 0x06, yes: 0, no: 0, word: verdict.word)
  }

  /// The instruction in native byte order, which is little-endian on both processors.
  var bytes: Data {
    var data = Data()
    withUnsafeBytes(of: code.littleEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: [yes, no])
    withUnsafeBytes(of: word.littleEndian) { data.append(contentsOf: $0) }
    return data
  }
}
