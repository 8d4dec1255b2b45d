import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  for folder in [
    "/", "/usr", "/usr/lib", "/etc", "/var/tmp", "/dev", "/dev/shm", "/home", "/home/learner",
    "/root",
    "/proc", "/sys", "/work", "/run", "__PACKAGE__", "__PACKAGE__/.build",
  ] {
    let file = open("\(folder)/hostile-mark", O_WRONLY | O_CREAT, 0o666)
    if file >= 0 { print("written in", folder) }
    for link in [
      symlink("/tmp", "\(folder)/hostile-link"), mkdir("\(folder)/hostile-folder", 0o777),
    ]
    where link == 0 { print("made in", folder) }
  }
  return x * 0
}
