import Foundation
public import Sandboxes

extension SandboxProbe {
  /// A probe that looks for a judge's own files too.
  ///
  /// - Parameters:
  ///   - sandbox: the sandbox that is tried.
  ///   - judge: its package holds the program that tries.
  ///   - secrets: further files and folders that must not be seen from inside.
  public init(_ sandbox: Sandbox, judge: Judge, secrets: [String] = []) {
    let package = judge.package
    self.init(
      sandbox, program: judge.products.appending(path: "probe"),
      secrets: secrets + [
        package.path, package.appending(path: "Solutions").path, judge.products.path,
        judge.products.appending(path: "reference").path,
      ])
  }
}
