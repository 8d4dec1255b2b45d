import Foundation

// The state that a signal handler needs to restore the terminal. A handler may only access plain
// memory and call functions such as write and tcsetattr, hence the plain memory below.

// Proof of safety for the pointers: they are allocated once, before any handler is installed, and
// never freed. Only the handlers and the one thread that runs the screen write through them, and a
// handler writes only a single aligned word.
private nonisolated(unsafe) let savedAttributes = UnsafeMutablePointer<termios>.allocate(
  capacity: 1)
private nonisolated(unsafe) let rawInput: UnsafeMutablePointer<Int32> = word(-1)
private nonisolated(unsafe) let savesBeforeEnding: UnsafeMutablePointer<Int32> = word(0)
private nonisolated(unsafe) let endingSignal: UnsafeMutablePointer<Int32> = word(0)
private nonisolated(unsafe) let isToStop: UnsafeMutablePointer<Int32> = word(0)
private nonisolated(unsafe) let wasContinued: UnsafeMutablePointer<Int32> = word(0)

private func word(_ value: Int32) -> UnsafeMutablePointer<Int32> {
  let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  pointer.initialize(to: value)
  return pointer
}

/// Switches to the alternate screen, which preserves the window's contents, and enables bracketed
/// paste.
private let enterSequence: StaticString = "\u{1B}[?1049h\u{1B}[2J\u{1B}[?2004h"
/// Resets the styles, shows the cursor, and leaves the alternate screen.
private let restoreSequence: StaticString = "\u{1B}[?2004l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

/// The terminal's mode, which belongs to the process rather than to an object.
enum TerminalState {
  /// Enters raw mode, and ensures that every exit from the process leaves it again.
  ///
  /// - Parameters:
  ///   - input: the terminal's descriptor.
  ///   - saves: whether the first signal that would end the process is only reported by
  ///     ``signal()``.
  /// - Returns: false if the descriptor is not a terminal.
  static func enterRawMode(input: Int32, savesBeforeEnding saves: Bool = false) -> Bool {
    guard rawInput.pointee < 0, setRawMode(input) else { return false }
    savesBeforeEnding.pointee = saves ? 1 : 0
    endingSignal.pointee = 0
    installHandlers()
    return true
  }

  static func leaveRawMode() { restoreTerminal() }

  private static func setRawMode(_ input: Int32) -> Bool {
    guard tcgetattr(input, savedAttributes) == 0 else { return false }
    var raw = savedAttributes.pointee
    cfmakeraw(&raw)
    guard tcsetattr(input, TCSAFLUSH, &raw) == 0 else { return false }
    rawInput.pointee = input
    _ = write(STDOUT_FILENO, enterSequence.utf8Start, enterSequence.utf8CodeUnitCount)
    return true
  }

  // MARK: Signals

  enum Signal: Equatable {
    /// The process should end by this signal.
    case ending(Int32)
    case stop, continued
  }

  /// The signal that arrived since the last call and has not been handled.
  static func signal() -> Signal? {
    if endingSignal.pointee != 0 { return .ending(endingSignal.pointee) }
    if isToStop.pointee != 0 {
      isToStop.pointee = 0
      return .stop
    }
    if wasContinued.pointee != 0 {
      wasContinued.pointee = 0
      return .continued
    }
    return nil
  }

  /// Records when a stopped process resumes, even if no screen is shown.
  static func noticeContinuing() {
    wasContinued.pointee = 0
    Foundation.signal(SIGCONT) { _ in wasContinued.pointee = 1 }
  }

  /// Restores the terminal and stops the process as a shell job; returns once the terminal is taken
  /// over again.
  static func stop(input: Int32) {
    restoreTerminal()
    // The default action does nothing if no shell could resume the process.
    Foundation.signal(SIGTSTP, SIG_DFL)
    raise(SIGTSTP)
    Foundation.signal(SIGTSTP) { _ in isToStop.pointee = 1 }
    takeAgain(input: input)
  }

  /// Takes over the terminal again after the process was stopped and resumed.
  static func takeAgain(input: Int32) {
    wasContinued.pointee = 0
    _ = setRawMode(input)
  }

  /// Ends the process by a signal, as if it had not been caught.
  static func die(by number: Int32) { restoreAndDie(number) }

  private static func installHandlers() {
    _ = atexitIsRegistered
    // Signals from users and hang-ups, and those raised by a trap in this process.
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { Foundation.signal(number, noteEnding) }
    for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE] {
      Foundation.signal(number, restoreAndDie)
    }
    Foundation.signal(SIGTSTP) { _ in isToStop.pointee = 1 }
    Foundation.signal(SIGCONT) { _ in wasContinued.pointee = 1 }
    // Only interrupts a wait, so that the screen is redrawn in its new size at once.
    Foundation.signal(SIGWINCH) { _ in }
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

/// Lets the screen save and end the process; a second signal ends it immediately.
private func noteEnding(_ number: Int32) {
  guard savesBeforeEnding.pointee != 0, rawInput.pointee >= 0, endingSignal.pointee == 0 else {
    restoreAndDie(number)
    return
  }
  endingSignal.pointee = number
}

private func restoreAndDie(_ number: Int32) {
  restoreTerminal()
  signal(number, SIG_DFL)
  raise(number)
}
