#if os(Linux)
  import Foundation

  /// A restriction of the files that a process may open, by the kernel's Landlock.
  ///
  /// Everything not listed is closed to the process and its children, whatever the files' modes
  /// say. It requires no privilege and exists since Linux 5.13 unless it is turned off (`man 7
  /// landlock`, `linux/landlock.h`).
  struct Landlock {
    private let rules: Int32

    /// The version of the kernel's interface; 0 where there is none.
    static let version = max(0, Kernel.call(444, 0, 0, 1))

    /// The `LANDLOCK_ACCESS_FS_` flags: EXECUTE, READ_FILE and READ_DIR; those for writing; and the
    /// later REFER, TRUNCATE and IOCTL_DEV.
    private static let reading: UInt64 = 0b1101
    private static let all: UInt64 =
      switch version {
      case 1: 0x1FFF
      case 2: 0x3FFF
      case 3, 4: 0x7FFF
      default: 0xFFFF
      }
    /// The flags that apply to a file that is not a folder: EXECUTE, WRITE_FILE, READ_FILE,
    /// TRUNCATE, IOCTL_DEV.
    private static let ofFiles: UInt64 = 0b1100_0000_0000_0111

    /// Prepares rules; nil where the kernel supports none.
    init?(readable: [String], writable: [String]) {
      guard Self.version > 0 else { return nil }
      // Only the first field of the struct, which is that of the first version.
      let handled = Self.all
      let made = withUnsafeBytes(of: handled) {
        Kernel.call(444, Int(bitPattern: $0.baseAddress), 8)
      }
      guard made >= 0 else { return nil }
      rules = Int32(made)
      for path in readable { add(path, Self.reading) }
      for path in writable { add(path, Self.all) }
    }

    private func add(_ path: String, _ access: UInt64) {
      // O_PATH of `fcntl.h`.
      let place = open(path, 0x20_0000 | O_CLOEXEC)
      guard place >= 0 else { return }
      defer { close(place) }
      var status = stat()
      guard fstat(place, &status) == 0 else { return }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      var allowed = (isFolder ? access : access & Self.ofFiles) & Self.all
      // `struct landlock_path_beneath_attr` is packed: 64 bits of access and 32 of a descriptor.
      var rule = Data()
      withUnsafeBytes(of: &allowed) { rule.append(contentsOf: $0) }
      withUnsafeBytes(of: place) { rule.append(contentsOf: $0) }
      _ = rule.withUnsafeBytes {
        Kernel.call(445, Int(rules), 1, Int(bitPattern: $0.baseAddress))
      }
    }

    /// Enforces the rules for this process, which must have set no_new_privs.
    func enforce() -> Bool { Kernel.call(446, Int(rules)) == 0 }
  }
#endif
