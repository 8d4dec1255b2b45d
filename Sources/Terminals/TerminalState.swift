import Foundation

// What a signal handler needs to give the terminal back. A handler may only touch plain memory
// and call functions such as write and tcsetattr, so this is plain memory.

// Proof of safety for the pointers: they are allocated once, before any handler is installed, and
// never freed; only the one thread that runs the screen and the handlers write through them, and
// what a handler writes is one aligned word.
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

/// Goes to the alternate screen, which keeps what stood in the window before, and asks for pasted
/// text to be marked.
private let enterSequence: StaticString = "\u{1B}[?1049h\u{1B}[2J\u{1B}[?2004h"
/// Leaves the styles, shows the cursor, leaves the alternate screen.
private let restoreSequence: StaticString = "\u{1B}[?2004l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

/// The terminal's mode, which is the process's and not an object's.
enum TerminalState {
  /// Goes to raw mode, and makes sure that every way out of the process leaves it again.
  ///
  /// - Parameters:
  ///   - input: the terminal's descriptor.
  ///   - saves: whether the first signal that would end the process only says so, in
  ///     ``signal()``.
  /// - Returns: false when the descriptor is no terminal.
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
    /// The process is to end by this signal.
    case ending(Int32)
    case stop, continued
  }

  /// The signal that came since the last call and waits to be dealt with.
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

  /// Takes note when a stopped process goes on, also where no screen is drawn.
  static func noticeContinuing() {
    wasContinued.pointee = 0
    Foundation.signal(SIGCONT) { _ in wasContinued.pointee = 1 }
  }

  /// Gives the terminal back and stops, as a shell's job does; returns with the terminal taken again.
  static func stop(input: Int32) {
    restoreTerminal()
    // The default action: it does nothing where no shell could let the process go on.
    Foundation.signal(SIGTSTP, SIG_DFL)
    raise(SIGTSTP)
    Foundation.signal(SIGTSTP) { _ in isToStop.pointee = 1 }
    takeAgain(input: input)
  }

  /// Takes the terminal again after the process was stopped and goes on.
  static func takeAgain(input: Int32) {
    wasContinued.pointee = 0
    _ = setRawMode(input)
  }

  /// Ends the process by a signal, as if nothing had caught it.
  static func die(by number: Int32) { restoreAndDie(number) }

  private static func installHandlers() {
    _ = atexitIsRegistered
    // What users send and what hangs up; what a trap of our own raises.
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { Foundation.signal(number, noteEnding) }
    for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE] {
      Foundation.signal(number, restoreAndDie)
    }
    Foundation.signal(SIGTSTP) { _ in isToStop.pointee = 1 }
    Foundation.signal(SIGCONT) { _ in wasContinued.pointee = 1 }
    // Does nothing but end a wait, so that the screen is drawn in its new size at once.
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

/// Leaves it to the screen to save and end; the second signal does not wait for that.
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
