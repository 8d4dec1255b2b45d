import Files
import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

final class FileTests: FrameworkTestCase {
  func testAFolderIsEmptiedAndOneThatIsMissingMade() throws {
    let folder = try temporaryFolder().appending(path: "a/b")
    for _ in 0..<2 {
      try FileManager.default.makeEmptyFolder(folder)
      XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), [])
      try Data().write(to: folder.appending(path: "left"))
    }
  }

  func testALinkIsFollowedAndAPipeIsNotReplaced() throws {
    let folder = try temporaryFolder().path
    let files = FileManager.default
    try writeFile(Data("old".utf8), to: folder + "/file")
    try files.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: folder + "/file")
    try writeFile(Data("new".utf8), to: folder + "/link")
    XCTAssertEqual(try String(contentsOfFile: folder + "/file", encoding: .utf8), "new")
    let type = try files.attributesOfItem(atPath: folder + "/link")[.type]
    XCTAssertEqual(type as? FileAttributeType, .typeSymbolicLink)

    let pipe = folder + "/pipe"
    XCTAssertEqual(mkfifo(pipe, 0o600), 0)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try writeFile(Data("through".utf8), to: pipe)
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(reader, &bytes, bytes.count)
    XCTAssertEqual(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self), "through")
  }

  func testALockKeepsOthersOutUntilItIsReleased() throws {
    let path = try temporaryFolder().path + "/lock"
    let first = try XCTUnwrap(FileLock(path: path, waits: false), "nobody holds the lock yet")
    XCTAssertNil(FileLock(path: path, waits: false), "the lock is held")
    first.release()
    let second = try XCTUnwrap(FileLock(path: path, waits: false), "the lock was released")
    second.release()
    XCTAssertNil(FileLock(path: path + "/below-a-file", waits: true), "no such folder")
  }
}
