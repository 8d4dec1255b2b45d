import Dispatch

/// Keeps XCTest from sleeping a tenth of a second beside what is done.
///
/// XCTest awaits an asynchronous `setUp` and `tearDown` of every test, also where there are none, by
/// running the loop of the main thread. What ends in the moment before the loop runs does not wake
/// it, and it sleeps for its 0.1 s: about one test in a hundred
/// (https://github.com/swiftlang/swift-corelibs-xctest/issues/469). Whatever the main queue does
/// ends that sleep; so it has something to do every few milliseconds, though never while a test runs.
enum RunLoopTicker {
  /// Begins once, however often it is asked for.
  static func begin() { _ = begun }

  private static let begun: Void = wakeAgain()

  private static func wakeAgain() {
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(5)) { wakeAgain() }
  }
}
