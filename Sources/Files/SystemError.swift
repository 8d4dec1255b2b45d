import Foundation

/// An error of a system call, by its code.
///
///     SystemError(code: ENOENT).description   // "No such file or directory"
public struct SystemError: Error, Equatable, CustomStringConvertible {
  /// The value of `errno`.
  public let code: Int32

  /// Creates the error of the last call that failed in this thread.
  public init() { code = errno }

  /// Creates the error of an `errno` code.
  public init(code: Int32) { self.code = code }

  /// The error in the system's words.
  public var description: String { String(cString: strerror(code)) }
}
