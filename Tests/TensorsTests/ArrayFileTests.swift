import Foundation
import GradedTesting
import Tensors
import XCTest

final class ArrayFileTests: FrameworkTestCase {
  private struct Files: Decodable {
    struct Stored: Decodable {
      var name: String
      var base64: String?
      var shape: [Int]
      var elements: String
    }

    struct Archive: Decodable {
      var name: String
      var base64: String
      var arrays: [Stored]
    }

    var arrays: [Stored]
    var archives: [Archive]
  }

  private func files() throws -> Files { try peerValues("tensors-files.json") }

  private func data(_ base64: String?) throws -> Data {
    try XCTUnwrap(base64.flatMap { Data(base64Encoded: $0) })
  }

  private func archive(_ name: String) throws -> Data {
    try data(files().archives.first { $0.name == name }?.base64)
  }

  // MARK: Arrays

  func testArraysOfNumPyAreRead() throws {
    let arrays = try files().arrays
    XCTAssertGreaterThan(arrays.count, 30)
    for stored in arrays {
      let tensor = try Tensor(npy: data(stored.base64))
      XCTAssertEqual(tensor.shape, stored.shape, stored.name)
      assertSameBits(tensor.elements, try numbers(stored.elements), stored.name)
    }
  }

  func testDataThatBeginsInTheMiddleOfABufferIsRead() throws {
    let stored = try XCTUnwrap(try files().arrays.first { $0.name == ">i4" })
    let whole = try Data([1, 2, 3]) + data(stored.base64)
    let tensor = try Tensor(npy: whole[3...])
    assertSameBits(tensor.elements, try numbers(stored.elements))
  }

  func testWrittenBytesEqualNumPys() throws {
    let arrays = try files().arrays.filter { $0.name.hasPrefix("written") }
    XCTAssertEqual(arrays.count, 5)
    for stored in arrays {
      let tensor = try Tensor(shape: stored.shape, elements: numbers(stored.elements))
      XCTAssertEqual(tensor.npy, try data(stored.base64), stored.name)
    }
  }

  func testFileGivesBackWhatWasWritten() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).npy")
    defer { try? FileManager.default.removeItem(at: url) }
    let tensor = Tensor([[1, .infinity, -0.0], [.pi, 1e-300, -2]]).T
    try tensor.write(to: url)
    XCTAssertEqual(try Tensor(contentsOf: url), tensor)
  }

  // MARK: Archives

  func testArchivesOfNumPyAreRead() throws {
    let archives = try files().archives
    XCTAssert(archives.contains { $0.name == "savez_compressed" })
    for archive in archives {
      let read = try NPZArchive(data: data(archive.base64))
      XCTAssertEqual(read.names, archive.arrays.map(\.name), archive.name)
      for stored in archive.arrays {
        let tensor = try read.tensor(stored.name)
        XCTAssertEqual(tensor.shape, stored.shape, archive.name)
        assertSameBits(tensor.elements, try numbers(stored.elements), archive.name)
      }
    }
  }

  func testWrittenArchiveEqualsThatOfPythonsZipfile() throws {
    let stored = try XCTUnwrap(try files().archives.first { $0.name == "plain zip" })
    let tensors = try stored.arrays.map {
      (name: $0.name, tensor: try Tensor(shape: $0.shape, elements: numbers($0.elements)))
    }
    XCTAssertEqual(try NPZArchive.data(of: tensors), try data(stored.base64))
  }

  // MARK: Errors

  private func assertError(
    _ expected: String, file: StaticString = #filePath, line: UInt = #line,
    _ body: () throws -> some Any
  ) {
    XCTAssertThrowsError(try body(), file: file, line: line) { error in
      XCTAssert(error is ArrayFileError, "\(error)", file: file, line: line)
      XCTAssertEqual("\(error)", expected, file: file, line: line)
    }
  }

  private func npy(_ header: String, _ body: [UInt8] = [], version: UInt8 = 1) -> Data {
    Data([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0])
      + Data([UInt8(header.utf8.count & 0xff), UInt8(header.utf8.count >> 8)]) + Data(header.utf8)
      + Data(body)
  }

  private func header(_ shape: String) -> String { header("'<f8'", "False", shape) }

  private func header(_ descr: String, _ order: String, _ shape: String) -> String {
    "{'descr': \(descr), 'fortran_order': \(order), 'shape': \(shape), }"
  }

  func testMalformedArraysAreRefused() {
    let malformed = "the header of the .npy data is malformed: "
    let expected: [(Data, String)] = [
      (Data(), "this is no .npy file: it does not begin with the bytes 93 4E 55 4D 50 59"),
      (Data("PK".utf8), "this is no .npy file: it does not begin with the bytes 93 4E 55 4D 50 59"),
      (npy("")[..<7], "the data ends too early: the version needs 8 bytes, but 7 are there"),
      (
        npy("", version: 9),
        "version 9.0 of the .npy format is not supported: expected 1.0, 2.0 or 3.0"
      ),
      (
        npy("")[..<9],
        "the data ends too early: the length of the header needs 10 bytes, but 9 are there"
      ),
      (
        npy("{}", version: 1)[..<11],
        "the data ends too early: the header needs 12 bytes, but 11 are there"
      ),
      (npy(""), malformed + "'{' is missing at byte 0"),
      (npy("{}"), malformed + "it has no string 'descr'"),
      (npy("{'descr': '<f8'}"), malformed + "it has no truth value 'fortran_order'"),
      (
        npy("{'descr': '<f8', 'fortran_order': True}"),
        malformed + "it has no tuple of integers 'shape'"
      ),
      (npy("{'descr': '<f8', 'descr': '<f8'}"), malformed + "the key 'descr' occurs twice"),
      (npy("{'descr"), malformed + "a string has no end"),
      (npy("{descr: 1}"), malformed + "a key is not a string"),
      (npy("{"), malformed + "it ends within a key"),
      (npy("{'descr':"), malformed + "it ends within a value"),
      (npy("{'descr' 1"), malformed + "':' is missing at byte 9"),
      (
        npy("{'descr': None}"),
        malformed + "a value is neither a string, a truth value nor a tuple"
      ),
      (npy("{} x"), malformed + "something follows the dictionary"),
      (npy(header("(2, x)")), malformed + "'' in the shape is not a valid integer"),
      (
        npy(header("(99999999999999999999,)")),
        malformed + "'99999999999999999999' in the shape is not a valid integer"
      ),
      (
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (), 'more': ()}"),
        malformed + "it has keys other than 'descr', 'fortran_order' and 'shape'"
      ),
      (
        npy(header("'<c16'", "False", "()")),
        "elements of type '<c16' are not supported: save the array as float64, or as another real "
          + "number type or bool"
      ),
      (
        npy(header("(-1, 2)")),
        "(-1, 2) is not a valid shape: expected at most 64 axes, no negative length, and a "
          + "product that fits in memory"
      ),
      (
        npy(header("(4294967296, 4294967296)")),
        "(4294967296, 4294967296) is not a valid shape: expected at most 64 axes, no "
          + "negative length, and a product that fits in memory"
      ),
      (
        npy(header("(2,)"), [0, 0, 0]),
        "the data ends too early: the data of shape (2,) needs 16 bytes, but 3 are there"
      ),
      (
        npy(header("'|u1'", "False", "(2,)"), [0, 0, 0]),
        "1 bytes follow the last element: expected exactly one array"
      ),
    ]
    for (data, text) in expected { assertError(text) { try Tensor(npy: data) } }
  }

  func testStructuredElementsAreRefused() {
    assertError(
      "elements of type [('a', '<f8')], 'fortran_order': False, … are not supported: save the array "
        + "as float64, or as another real number type or bool"
    ) { try Tensor(npy: npy(header("[('a', '<f8')]", "False", "()"))) }
  }

  func testMissingArrayIsNamed() throws {
    let archive = try NPZArchive(data: archive("savez"))
    assertError("there is no array test_x: the archive holds train_x, labels") {
      try archive.tensor("test_x")
    }
  }

  func testDamagedArrayIsRefused() throws {
    var bytes = try archive("plain zip")
    bytes[100] ^= 1
    let archive = try NPZArchive(data: bytes)
    assertError(
      "array W1: the zip archive cannot be read: damaged: the content does not have its checksum"
    ) { try archive.tensor("W1") }
  }

  func testDataWithoutDirectoryIsRefused() {
    assertError("this is no .npz file: it has no zip directory") { try NPZArchive(data: Data()) }
  }

  func testCutArchiveIsRefused() throws {
    // The last record stays, but the directory is 30 bytes further to the front than it says.
    let bytes = try archive("plain zip")
    assertError("the zip archive cannot be read: damaged: the directory ends too early") {
      try NPZArchive(data: bytes.prefix(4) + bytes.dropFirst(34))
    }
  }

  func testTwoArraysOfOneNameAreNotWritten() {
    assertError("two arrays are named X: names must differ") {
      try NPZArchive.data(of: [("X", Tensor(1)), ("X", Tensor(2))])
    }
  }

  func testErrorOfAFileNamesIt() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).npz")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data("nothing".utf8).write(to: url)
    assertError("\(url.path): this is no .npz file: it has no zip directory") {
      try NPZArchive(contentsOf: url)
    }
    assertError(
      "\(url.path): this is no .npy file: it does not begin with the bytes 93 4E 55 4D 50 59"
    ) { try Tensor(contentsOf: url) }
    try archive("savez").write(to: url)
    assertError("\(url.path): there is no array y: the archive holds train_x, labels") {
      try NPZArchive(contentsOf: url).tensor("y")
    }
  }

  /// A trap would end the test process.
  func testDamagedFilesNeverTrap() throws {
    let files = try files()
    var random = RandomState(seed: 1)
    var refused = 0
    for round in 0..<20_000 {
      let isArchive = round % 2 == 1
      let source =
        isArchive
        ? files.archives[random.randint(files.archives.count)].base64
        : files.arrays[random.randint(files.arrays.count)].base64
      var bytes = try data(source)
      for _ in 0..<random.randint(1, 6) {
        let place = random.randint(bytes.count)
        switch random.randint(5) {
        case 0: bytes[place] = UInt8(random.randint(256))
        case 1: bytes[place] ^= 1 << UInt8(random.randint(8))
        case 2 where bytes.count > 1: bytes.removeLast(random.randint(1, bytes.count))
        case 3: bytes.insert(UInt8(ascii: "9"), at: place)
        default: bytes[place] = [0, 0xff, 0x7f, 0x80][random.randint(4)]
        }
      }
      do {
        if isArchive {
          let archive = try NPZArchive(data: bytes)
          for name in archive.names { _ = try archive.tensor(name) }
        } else {
          _ = try Tensor(npy: bytes)
        }
      } catch {
        XCTAssert(error is ArrayFileError, "\(error)")
        XCTAssertFalse("\(error)".isEmpty)
        refused += 1
      }
    }
    XCTAssertGreaterThan(refused, 5_000)
  }
}
