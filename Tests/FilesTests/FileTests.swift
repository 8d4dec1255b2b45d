import Files
import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

final class FileTests: FrameworkTestCase {
  func testAFolderIsEmptiedOrCreated() throws {
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
    let first = try XCTUnwrap(FileLock(path: path, waits: false), "a free lock should be acquired")
    XCTAssertNil(FileLock(path: path, waits: false), "a held lock should not be acquired again")
    first.release()
    let second = try XCTUnwrap(
      FileLock(path: path, waits: false), "a released lock should be acquired again")
    second.release()
    XCTAssertNil(
      FileLock(path: path + "/below-a-file", waits: true),
      "a lock in a missing folder should not be acquired")
  }
}
