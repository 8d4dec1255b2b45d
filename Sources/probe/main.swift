import Foundation

// Tries, from inside the sandbox, what a submission must not be able to do, and prints a line for
// each attempt: `shut` or `open`, the attempt's name, and, as `port=4711`, each thing that was found
// open. The grader puts them into words. What it is to try stands in a file, a word a line.

let words =
  CommandLine.arguments.dropFirst().first.flatMap { FileManager.default.contents(atPath: $0) }
  .map { String(decoding: $0, as: UTF8.self).components(separatedBy: "\n") } ?? []

switch words.first {
case "look"?:
  ProbeChecks(Array(words.dropFirst())).run()
case "memory"?:
  Exhaustion.memory(bytes: Int(words.last ?? "") ?? 1 << 33)
case "tasks"?:
  Exhaustion.tasks(count: Int(words.last ?? "") ?? 10_000)
default:
  print("This program tests the sandbox for `course grade`. Type: swift run course grade --help")
  exit(64)
}
