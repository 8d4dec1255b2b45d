import Foundation
import Processes
public import XCTest

/// The POSIX functions for pseudo-terminals, looked up by name because glibc's module map hides
/// them.
private struct PseudoTerminalLibrary {
  typealias OnDescriptor = @convention(c) (Int32) -> Int32
  typealias Name = @convention(c) (Int32) -> UnsafePointer<CChar>?

  let open, grant, unlock: OnDescriptor
  let name: Name

  init?() {
    guard let handle = dlopen(nil, RTLD_NOW), let open = dlsym(handle, "posix_openpt"),
      let grant = dlsym(handle, "grantpt"), let unlock = dlsym(handle, "unlockpt"),
      let name = dlsym(handle, "ptsname")
    else { return nil }
    self.open = unsafeBitCast(open, to: OnDescriptor.self)
    self.grant = unsafeBitCast(grant, to: OnDescriptor.self)
    self.unlock = unsafeBitCast(unlock, to: OnDescriptor.self)
    self.name = unsafeBitCast(name, to: Name.self)
  }
}

/// A program with a pseudo-terminal as its controlling terminal.
public final class PseudoTerminal {
  /// The program.
  public let process: pid_t
  private let master: Int32
  private let slave: Int32
  /// Everything that the program has written.
  public private(set) var output: [UInt8] = []
  private var status: Int32?

  /// A reason why there is no pseudo-terminal.
  public struct Failure: Error {
    let reason: String
  }

  /// Starts a program in a window of the given size.
  public init(
    _ executable: String, _ arguments: [String], environment: [String: String],
    columns: UInt16 = 80,
    rows: UInt16 = 24
  ) throws {
    guard let library = PseudoTerminalLibrary() else {
      throw Failure(reason: "the C library has no pseudo-terminals")
    }
    master = library.open(O_RDWR | O_NOCTTY)
    guard master >= 0, library.grant(master) == 0, library.unlock(master) == 0,
      let name = library.name(master)
    else { throw Failure(reason: "no pseudo-terminal") }
    let path = String(cString: name)
    // Stays open, so that the terminal's modes can be examined after the program has ended.
    slave = open(path, O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)

    // A session leader's first terminal becomes its controlling terminal.
    process = try Spawning.start(
      [executable] + arguments, environment: environment, input: path,
      descriptors: [1: slave, 2: slave], leadsSession: true)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
    close(slave)
  }

  /// Types a text.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Changes the size of the window, as if a user dragged its corner.
  public func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Whether the terminal is as a shell left it: it echoes, reads lines and generates signals.
  public var isCooked: Bool {
    var modes = termios()
    guard tcgetattr(slave, &modes) == 0 else { return false }
    let wanted = tcflag_t(ECHO) | tcflag_t(ICANON) | tcflag_t(ISIG)
    return modes.c_lflag & wanted == wanted
  }

  /// Sets the terminal like a shell that takes it back from a stopped program.
  public func makeCooked() {
    var modes = termios()
    guard tcgetattr(slave, &modes) == 0 else { return }
    modes.c_lflag |= tcflag_t(ECHO) | tcflag_t(ICANON) | tcflag_t(ISIG)
    tcsetattr(slave, TCSANOW, &modes)
  }

  /// Reads what the program has written, waiting for a while if it is nothing.
  ///
  /// - Returns: whether there was anything.
  @discardableResult
  private func readSome(milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0, descriptor.revents & Int16(POLLIN) != 0 else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &bytes, bytes.count)
    if count > 0 { output += bytes.prefix(count) }
    return count > 0
  }

  /// Waits until the screen shows a text; otherwise fails and prints the screen.
  ///
  /// With `acrossLines` the text may be broken across lines anywhere, for example in a long path.
  /// The first `start` bytes of the output, which stood there before a signal or a key, do not count.
  public func expect(
    _ text: String, acrossLines: Bool = false, after start: Int = 0, seconds: Double = 60,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      let screen = screen(after: start)
      if acrossLines {
        let screen = screen.filter { !$0.isWhitespace }
        if screen.contains(text.filter { !$0.isWhitespace }) { return }
      }
      if screen.contains(text) { return }
      readSome(milliseconds: 20)
    }
    XCTFail(
      "the screen should show “\(text)”:\n\(screen(after: start))", file: file, line: line)
  }

  /// Waits for the program to end.
  ///
  /// - Returns: the exit code, or 128 and the signal's number.
  public func exitCode(seconds: Double = 60) -> Int32? {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      readSome(milliseconds: 10)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        self.status = status
        while readSome(milliseconds: 10) {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
      }
    }
    return nil
  }

  /// Whether the program has switched to the alternate screen.
  public var usesAlternateScreen: Bool { text.contains("\u{1B}[?1049h") }
  /// Whether the program has left the alternate screen.
  public var leftAlternateScreen: Bool { text.contains("\u{1B}[?1049l") }

  private var text: String { String(decoding: output, as: UTF8.self) }

  /// The contents of the screen: the frame after the last “cursor home”, without escape sequences,
  /// or all output of a program that prints lines.
  public var screen: String { screen(after: 0) }

  private func screen(after start: Int) -> String {
    let text = String(decoding: output.dropFirst(start), as: UTF8.self)
    let frames = text.components(separatedBy: "\u{1B}[H")
    let frame = frames.last ?? ""
    return frame.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").replacing("\r\n", with: "\n")
  }

  /// The rows of the last frame.
  public var rows: [Substring] { screen.split(separator: "\n", omittingEmptySubsequences: false) }
}
