import Foundation

// What a signal handler needs to give the terminal back. A handler may only touch plain memory
// and call functions such as write and tcsetattr, so this is plain memory.

// Proof of safety for the two pointers: they are allocated once, before any handler is installed,
// and never freed; only the one thread that runs the screen writes through them.
private nonisolated(unsafe) let savedAttributes = UnsafeMutablePointer<termios>.allocate(
  capacity: 1)
private nonisolated(unsafe) let rawInput: UnsafeMutablePointer<Int32> = {
  let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  pointer.initialize(to: -1)
  return pointer
}()

/// Leaves the styles, shows the cursor, leaves the alternate screen.
private let restoreSequence: StaticString = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

/// The terminal's mode, which is the process's and not an object's.
enum TerminalState {
  /// Goes to raw mode, and makes sure that every way out of the process leaves it again.
  ///
  /// - Returns: false when the descriptor is no terminal.
  static func enterRawMode(input: Int32) -> Bool {
    guard rawInput.pointee < 0, tcgetattr(input, savedAttributes) == 0 else { return false }
    var raw = savedAttributes.pointee
    cfmakeraw(&raw)
    guard tcsetattr(input, TCSAFLUSH, &raw) == 0 else { return false }
    rawInput.pointee = input
    installHandlers()
    return true
  }

  static func leaveRawMode() { restoreTerminal() }

  private static func installHandlers() {
    _ = atexitIsRegistered
    // What users send, what hangs up, and what a trap of our own raises.
    let signals = [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE,
    ]
    for number in signals { signal(number, restoreAndDie) }
    // Does nothing but end a wait, so that the screen is drawn in its new size at once.
    signal(SIGWINCH) { _ in }
  }

  private static let atexitIsRegistered = atexit { restoreTerminal() }
}

private func restoreTerminal() {
  let input = rawInput.pointee
  guard input >= 0 else { return }
  rawInput.pointee = -1
  _ = write(STDOUT_FILENO, restoreSequence.utf8Start, restoreSequence.utf8CodeUnitCount)
  tcsetattr(input, TCSAFLUSH, savedAttributes)
}

private func restoreAndDie(_ number: Int32) {
  restoreTerminal()
  signal(number, SIG_DFL)
  raise(number)
}
