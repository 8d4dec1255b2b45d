import Coursework
import Foundation
import XCTest

/// The lines that XCTest prints of every test: of 350 tests that are not started yet, a thousand.
///
/// A learner's run shows its failures and the table instead. Editors that read the lines set
/// `COURSE_TEST_LINES=1`.
enum XCTestLines {
  /// Whether this run is one that a learner reads.
  static var areOff: Bool {
    let environment = RunEnvironment.current
    return environment.code == .exercises && !environment.inProcess && environment.launch == nil
      && environment.records == nil && environment.recording == nil
      && ProcessInfo.processInfo.environment["COURSE_TEST_LINES"] != "1"
  }

  /// Takes away the observer that prints them.
  ///
  /// XCTest has no setting for it and does not tell its observers, but a mirror sees them. Where it
  /// sees none, the lines stay, and nothing else is different.
  ///
  /// - Returns: whether nothing prints them now.
  static func takeAway() -> Bool {
    let center = XCTestObservationCenter.shared
    let printers = Mirror(reflecting: center).children.filter { $0.label == "observers" }
      .flatMap { Mirror(reflecting: $0.value).children.map(\.value) }
      .flatMap { Mirror(reflecting: $0).children.map(\.value) }
      .filter { String(describing: type(of: $0)) == "PrintObserver" }
      .compactMap { $0 as? any XCTestObservation }
    for printer in printers { center.removeTestObserver(printer) }
    return !printers.isEmpty
  }
}
