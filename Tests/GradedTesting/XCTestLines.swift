import Coursework
import Foundation
import XCTest

/// Suppresses the lines that XCTest prints for every test, a thousand lines for 350 tests that are
/// not started.
///
/// A learner's run shows its failures and the table instead. Editors that read the lines set
/// `COURSE_TEST_LINES=1`.
enum XCTestLines {
  /// Whether a learner reads the output of this run.
  static var areOff: Bool {
    let environment = RunEnvironment.current
    return environment.code == .exercises && !environment.inProcess && environment.launch == nil
      && environment.records == nil && environment.recording == nil
      && ProcessInfo.processInfo.environment["COURSE_TEST_LINES"] != "1"
  }

  /// Removes the observer that prints the lines.
  ///
  /// XCTest neither has a setting for this nor exposes its observers, but a mirror can see them. If
  /// it sees none, the lines stay and nothing else changes.
  ///
  /// - Returns: whether the observer was removed.
  static func takeAway() -> Bool {
    let center = XCTestObservationCenter.shared
    let lists = Mirror(reflecting: center).children.filter { $0.label == "observers" }
    let observers = lists.flatMap { Mirror(reflecting: $0.value).children.map(\.value) }
    let printers = observers.flatMap { Mirror(reflecting: $0).children.map(\.value) }
      .filter { String(describing: type(of: $0)) == "PrintObserver" }
      .compactMap { $0 as? any XCTestObservation }
    for printer in printers { center.removeTestObserver(printer) }
    return !printers.isEmpty
  }
}
