import Foundation

// Tries, from inside the sandbox, what a submission must not be able to do, and prints a line for
// each attempt: `shut` or `open`, the attempt's name, and each thing that was found open, such as
// `port=4711`. The grader turns these lines into sentences. The file named by the argument lists
// what to try, one word on each line.

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
