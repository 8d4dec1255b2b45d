import Commands
import Foundation
import Text

#if !RELEASE
  import Sandboxes
#endif

#if !RELEASE
  Sandbox.becomeConfinedIfAsked(CommandLine.arguments)
#endif
let words = Array(CommandLine.arguments.dropFirst())
if let language = Program.language(in: words) { Language.select(language) }
exit(CourseCommand.program.run(words, .current).rawValue)
