import Dispatch

/// Keeps XCTest from sleeping for a tenth of a second after a test has ended.
///
/// XCTest awaits an asynchronous `setUp` and `tearDown` of every test, even if there are none, by
/// running the main thread's run loop. If they complete just before the loop runs, nothing wakes it
/// and it sleeps for 0.1 s, which happens in about one test in a hundred
/// (https://github.com/swiftlang/swift-corelibs-xctest/issues/469). Any work on the main queue ends
/// the sleep. Therefore the ticker adds some every few milliseconds, but never while a test runs.
enum RunLoopTicker {
  /// Starts the ticker once, no matter how often it is called.
  static func begin() { _ = begun }

  private static let begun: Void = wakeAgain()

  private static func wakeAgain() {
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(5)) { wakeAgain() }
  }
}
