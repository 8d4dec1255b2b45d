import Foundation
public import Sandboxes

extension SandboxProbe {
  /// Creates a probe that also tries to reach a judge's own files.
  ///
  /// - Parameters:
  ///   - sandbox: the sandbox under test.
  ///   - judge: the judge whose package contains the probing program.
  ///   - secrets: further files and folders that must be invisible from inside.
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
