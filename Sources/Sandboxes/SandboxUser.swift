import Foundation
import Processes
import Synchronization

/// The user's id under which a submission runs where no namespace can be made, another for each.
///
/// Nobody else may have processes or files of these ids.
final class SandboxUser: Sendable {
  /// The program that becomes another, confined: the grader itself.
  let helper: String
  /// Whether the kernel closes to it all files that are not its own business; else their modes do.
  let hasLandlock: Bool
  /// Kept for what is prepared for all submissions.
  private static let first: UInt32 = 61_200
  private static let count: UInt32 = 200
  private let number = Atomic<UInt32>(0)

  init(helper: String, hasLandlock: Bool = kernelHasLandlock) {
    self.helper = helper
    self.hasLandlock = hasLandlock
  }

  #if os(Linux)
    static let kernelHasLandlock = Landlock.version > 0
  #else
    static let kernelHasLandlock = false
  #endif

  /// The id of the submission that is graded now.
  var id: UInt32 { Self.first + number.load(ordering: .relaxed) }

  /// Goes on to the id of the next submission.
  func renew() {
    let next = number.load(ordering: .relaxed) % (Self.count - 1) + 1
    number.store(next, ordering: .relaxed)
  }

  /// Ends all processes of the id, and takes away what they have left in the folders of everybody.
  ///
  /// - Throws: `SandboxError.processesLeft` if that cannot be done.
  func end() throws {
    let outcome = try? Subprocess(
      [helper, Confinement.end, "\(id)"], timeLimit: 30
    ).run()
    guard outcome?.succeeded ?? false else { throw SandboxError.processesLeft(user: Int(id)) }
    for folder in Self.folders {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        let path = "\(folder)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0, status.st_uid == id else { continue }
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// Where everybody may write.
  static let folders = ["/tmp", "/var/tmp", "/dev/shm", "/run/lock"]

  /// Gives a folder to the id.
  func take(_ folder: String) {
    lchown(folder, id, id)
    chmod(folder, 0o700)
  }

  /// Gives a folder and all below it to root again, so that a later submission can read all and change
  /// none of it.
  func giveBack(_ folder: String) {
    let below = FileManager.default.subpaths(atPath: folder) ?? []
    for path in [folder] + below.map({ "\(folder)/\($0)" }) {
      var status = stat()
      guard lstat(path, &status) == 0, lchown(path, 0, 0) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: chmod(path, 0o755)
      case S_IFREG: chmod(path, 0o644)
      default: unlink(path)
      }
    }
  }
}
