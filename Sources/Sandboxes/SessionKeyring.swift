import Foundation

/// The kernel's keyring of a session, whose keys are available to everything started in it.
public enum SessionKeyring {
  #if os(Linux)
    /// The numbers of the system calls `keyctl` and `add_key`.
    private static var calls: (keyctl: Int, addKey: Int)? {
      SystemCallFilter.Processor.current.map { $0 == .x86 ? (250, 248) : (219, 217) }
    }

    private typealias Call = @convention(c) (Int, Int, Int, Int, Int, Int) -> Int

    private static let call: Call? = dlsym(nil, "syscall").map { unsafeBitCast($0, to: Call.self) }
  #endif

  /// Gives this process and its children an empty keyring in place of the user's.
  public static func renew() {
    #if os(Linux)
      // KEYCTL_JOIN_SESSION_KEYRING without a name.
      if let calls, let call { _ = call(calls.keyctl, 1, 0, 0, 0, 0) }
    #endif
  }

  /// Adds a key to the keyring, so that a probe can test whether it is visible.
  ///
  /// - Returns: false where there is no keyring.
  static func leave(_ name: String) -> Bool {
    #if os(Linux)
      guard let calls, let call else { return false }
      let (type, words) = (strdup("user"), strdup(name))
      defer {
        free(type)
        free(words)
      }
      // KEY_SPEC_SESSION_KEYRING is -3; what the key holds is its name.
      return call(
        calls.addKey, Int(bitPattern: type), Int(bitPattern: words), Int(bitPattern: words), 1, -3)
        > 0
    #else
      return false
    #endif
  }
}
