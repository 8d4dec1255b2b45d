import Foundation
import GradedTesting
import XCTest

@testable import Intake

/// Moments as platforms and people write them; what they are was found with `date -u -d`.
final class WrittenDateTests: FrameworkTestCase {
  private func seconds(_ text: String, _ zone: String = "Europe/Zurich") throws -> Int? {
    let zone = try XCTUnwrap(TimeZone(identifier: zone))
    return WrittenDate(text, in: zone).date.map { Int($0.timeIntervalSince1970) }
  }

  func testEveryFormOfAMomentIsRead() throws {
    // 2026-11-20 22:10 in Zurich is 21:10 UTC.
    for text in [
      "2026-11-20T22:10:00+01:00", "2026-11-20T21:10:00Z", "2026-11-20 21:10:00 UTC",
      "2026-11-20 22:10", "2026/11/20 22:10:00", "20.11.2026 22:10", "20.11.2026, 22:10:00",
      "20/11/2026 22:10", "11/20/2026 10:10 PM", "Friday, 20 November 2026, 10:10 PM",
      "Freitag, 20. November 2026, 22:10", "vendredi 20 novembre 2026, 22:10",
      "viernes, 20 de noviembre de 2026, 22:10", "пятница, 20 ноября 2026, 22:10",
      "sexta-feira, 20 de novembro de 2026, 22:10", "piątek, 20 listopada 2026, 22:10",
      "2026年11月20日 星期五 22:10", "2026年11月20日 下午10:10", "2026年 11月 20日(金曜日) 22:10",
      "Nov 20, 2026 1010 PM", "Nov 20, 2026 10:10 PM", "20 Nov 2026 2210",
      "2026-11-20 21:10:00.514087000 Z", "2026-11-20 22:10:00+01", "2026-11-21 05:10 UTC+8",
      "2026年11月21日 5时10分（UTC+8）", "22:10 20-11-2026", "11/20/2026 10:10 PM +0100",
      "Fri Nov 20 2026 22:10:00 GMT+0100 (Central European Standard Time)",
      "Fri, 20 Nov 2026 16:10:00 -0500", "2026-11-20 21:10 (UTC)", "22:10 20 NOV 2026",
      "Fri Nov 20 21:10:00 UTC 2026", "pátek, 20. listopadu 2026, 22.10",
      "perjantaina 20. marraskuuta 2026 klo 22.10", "2026년 11월 20일 금요일 오후 10:10",
    ] {
      XCTAssertEqual(try seconds(text), 1_795_209_000, text)
    }
  }

  func testTwelveOClockIsMidnightInTheMorningAndNoonInTheAfternoon() throws {
    XCTAssertEqual(try seconds("20 November 2026, 12:05 AM", "UTC"), 1_795_133_100)
    XCTAssertEqual(try seconds("20 November 2026, 12:05 PM", "UTC"), 1_795_176_300)
  }

  func testADateWithoutAClockAndNonsenseAreNoMoments() throws {
    for text in ["", "-", "2026-11-20", "soon", "2026-02-30 10:00", "25:00", "2026-11-20 25:00"] {
      XCTAssertNil(try seconds(text), text)
    }
  }

  func testAnAbbreviatedZoneIsNoMomentSinceItMayMeanSeveral() throws {
    for text in [
      "2026-11-20 22:10 EST", "Nov 20, 2026 10:10 PM CST", "2026-11-20 22:10:00 (IST)",
      "Fri Nov 20 22:10:00 CET 2026", "Nov 20, 2026 10:10PM EDT",
    ] {
      XCTAssertNil(try seconds(text), text)
    }
  }

  func testAZoneByNameIsNotTakenForTheClasss() throws {
    for text in [
      "November 20, 2026 at 10:10:00 PM Pacific Standard Time", "2026-11-20 22:10 America/New_York",
      "20.11.2026, 22:10:00 Mitteleuropäische Zeit", "2026年11月20日 中国标准时间 22:10 中国标准时间",
    ] {
      XCTAssertNil(try seconds(text), text)
    }
  }

  func testADayThatMayBeAMonthIsLeftOpen() {
    guard case .undecided = WrittenDate("03/04/2026 22:10", in: .gmt) else {
      return XCTFail("3 April and 4 March were told apart by nothing")
    }
  }
}
