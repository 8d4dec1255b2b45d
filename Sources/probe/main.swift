import Foundation

// Tries, from inside the sandbox, what a submission must not be able to do, and prints a line for
// each attempt: `shut` or `open`, the attempt's name, and, as `port=4711`, each thing that was found
// open. The grader puts them into words.

switch CommandLine.arguments.dropFirst().first {
case "look"?:
  ProbeChecks(Array(CommandLine.arguments.dropFirst(2))).run()
case "memory"?:
  Exhaustion.memory(bytes: Int(CommandLine.arguments.last ?? "") ?? 1 << 33)
case "tasks"?:
  Exhaustion.tasks(count: Int(CommandLine.arguments.last ?? "") ?? 10_000)
default:
  print("This program tests the sandbox for `course grade`. Type: swift run course grade --help")
  exit(64)
}
