import Foundation

/// Writes to standard output, ignoring a reader that has gone away.
func writeOut(_ text: String) {
  try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
}

/// Writes to standard error.
func writeError(_ text: String) {
  try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}
