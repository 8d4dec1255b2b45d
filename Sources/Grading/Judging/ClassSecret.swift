import Files
public import Foundation
public import Intake

/// The secret from which the fresh inputs of a class are derived.
///
/// It is created once, beside the journal, readable only by the grader. Together with the student
/// and the attempt it gives the seed of a submission: no two students or attempts share inputs, and
/// every mark can be reproduced. The journal holds the seeds; the secret is stored nowhere else.
public struct ClassSecret: Sendable {
  private let bytes: Data

  /// Reads the secret of a class, or creates it.
  ///
  /// - Parameter folder: the folder of the results.
  /// - Throws: `GradingError.cannotRead`, `cannotWrite`.
  public init(in folder: URL) throws {
    let file = folder.appending(path: "secret")
    if let kept = try Self.kept(file) {
      bytes = kept
      return
    }
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let made = Data((0..<32).map { _ in UInt8.random(in: .min ... .max) })
    // The file appears whole or not at all; among graders that start at once, the first one's is
    // kept.
    let draft = folder.appending(path: "secret-\(UUID().uuidString)")
    func failure() -> GradingError {
      .cannotWrite(file: file.path, reason: SystemError().description)
    }
    let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    defer { unlink(draft.path) }
    let count = made.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    let isKept = fsync(descriptor) == 0
    close(descriptor)
    guard count == made.count, isKept else { throw failure() }
    guard link(draft.path, file.path) == 0 || errno == EEXIST else { throw failure() }
    guard let kept = try Self.kept(file) else { throw failure() }
    bytes = kept
  }

  /// Creates a known secret, for tests that expect the same inputs every time.
  package init(known text: String) {
    bytes = Data(text.utf8)
  }

  private static func kept(_ file: URL) throws -> Data? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    // A copy of the folder may have lost the file's mode.
    chmod(file.path, 0o600)
    guard let data = try? Data(contentsOf: file), data.count >= 16 else {
      throw GradingError.cannotRead(file: file.path, reason: SystemError().description)
    }
    return data
  }

  /// Returns the seed of a submission's fresh inputs.
  public func seed(of student: Student, attempt: Int) -> UInt32 {
    number("\(attempt)\n\(student.id)")
  }

  /// A number that depends on the secret without revealing it.
  public var fingerprint: UInt32 { number("fingerprint") }

  private func number(_ purpose: String) -> UInt32 {
    var hash = SHA256()
    hash.update(bytes)
    hash.update(Data(purpose.utf8))
    return UInt32(hash.hex().prefix(8), radix: 16) ?? 0
  }
}
