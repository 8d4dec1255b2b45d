import Coursework
import Text

/// The README of a release: what a learner needs, without anything for authors.
struct ReleaseGuide {
  let release: Release
  let weeks: [Week]

  var text: String { english + "\n" + chinese }

  private func list(_ language: Language) -> String {
    weeks.map { week in
      let lesson = language == .english ? "README.md" : "README.zh.md"
      return "- **\(week.id)** \(week.title(language)): "
        + "[`Exercises/\(week.folder)`](Exercises/\(week.folder)/\(lesson))"
    }.joined(separator: "\n")
  }

  /// The version in the first line of the first week's file.
  private var marked: String { release.versions[week] ?? release.version }
  private var first: String { weeks.first.map(\.folder) ?? "" }
  private var module: String { weeks.first.map(\.module) ?? "" }
  private var week: String { weeks.first.map(\.id) ?? "" }
  private var exercise: String {
    weeks.first?.exercises.first.map { $0.info.name } ?? ""
  }

  private var english: String {
    """
    # Learn deep learning by building it

    You fill in functions, and `swift test` tells you within a second or two what is wrong and why. There is
    nothing to install but a Swift 6.3 toolchain, on Linux or macOS. [中文说明](#中文)

    \(list(.english))

    ## How to work

    1. Read the lesson, `Exercises/\(first)/README.md`.
    2. Open `\(module).swift` beside it. Replace the two lines of a stub,

           // YOUR CODE HERE
           throw NotImplemented()

       with the function, and run `swift test`. In a fresh copy everything is *not started* and nothing is red.
    3. Read the verdict: the input, what was expected, what came and, when it can be told, why.

    | Command | What it does |
    |---|---|
    | `swift run course` | where you are: points per week, and the next exercise |
    | `swift run course watch \(week)` | checks the function that you change, each time you save |
    | `swift run course check \(week)` | grades a week, or one exercise, in words |
    | `swift run course try \(exercise)` | calls your function with your own input |
    | `swift run course hint \(exercise)` | the next of three hints: a nudge, the formula, nearly the code |
    | `swift run course demo \(week)` | trains something real with *your* functions and draws the result |
    | `swift run course reset \(exercise)` | puts a stub back; what you wrote is kept in `.course/backup` |
    | `swift run course quiz` | lists the quizzes; with a name it asks one |

    **Verdicts.** *passed*; *wrong*; *not started*; *crashed*: a trap or an endless recursion; *timed out*: after 10 seconds, unless
    the exercise allows more; *blocked*: it calls another exercise that fails, so begin there; *does not compile*.

    **Breakpoints.** Your functions run in a process of their own, and a crash costs one test. With
    `COURSE_IN_PROCESS=1 swift test` they run inside the test process, where a debugger stops.

    **Fresh inputs.** Part of every suite draws other inputs on each run. The seed is printed with the results; `COURSE_SEED=N`
    repeats it. This release knows the seeds \(seeds).

    **Shapes.** Examples are columns. `*` multiplies element by element, `dot` multiplies matrices, a shape that does not fit throws an
    error that names both shapes; hence the `try`.

    ## Handing in

    Hand in the Swift files of `Exercises/`. Each begins with a line such as `// Release \(marked)`; leave it there, it says
    which release you worked with. Your work is graded with the same suites, on other fresh inputs.

    """
  }

  private var seeds: String { release.seeds.map(String.init).joined(separator: ", ") }

  private var chinese: String {
    """
    ## 中文

    每周补全几个函数，`swift test` 会在一两秒内告诉你哪里不对、为什么不对。除了 Swift 6.3 工具链，什么都不用装。

    \(list(.chinese))

    先读 `Exercises/\(first)/README.zh.md`，再打开旁边的 `\(module).swift`，把 `// YOUR CODE HERE` 和
    `throw NotImplemented()` 换成你的代码，然后运行 `swift test`。还没动过的练习显示“尚未开始”，不会报红。

    | 命令 | 作用 |
    |---|---|
    | `swift run course` | 当前进度：每周得分和下一个练习 |
    | `swift run course watch \(week)` | 每次保存，检查你改过的函数 |
    | `swift run course check \(week)` | 评一周或一个练习，并用文字说明 |
    | `swift run course try \(exercise)` | 用你自己的输入调用你写的函数 |
    | `swift run course hint \(exercise)` | 下一条提示：先点拨，再公式，最后接近代码 |
    | `swift run course demo \(week)` | 用你写的函数训练真实数据，并画出结果 |
    | `swift run course reset \(exercise)` | 恢复空函数；你写的内容保存在 `.course/backup` |
    | `swift run course quiz` | 列出全部测验；加上名字就开始做 |

    你的函数在单独的进程里运行，崩溃只影响一个测试。要用断点调试，请运行 `COURSE_IN_PROCESS=1 swift test`。
    一部分测试每次都会换输入；结果里会打印种子，用 `COURSE_SEED=N` 可以重现。这个版本支持的种子是 \(seeds)。
    语言随系统区域设置而定，也可以用 `COURSE_LANG=zh` 或 `COURSE_LANG=en` 指定。

    提交时交 `Exercises/` 里的 Swift 文件。每个文件第一行形如 `// Release \(marked)`，写明了版本，请不要删掉。
    教师会用同样的测试、另外的随机输入来评分。

    ## Licences

    The course is under the MIT licence (`LICENSE`). The pictures of Fashion-MNIST are © 2017 Zalando SE, under the MIT (Expat)
    licence beside them in `Sources/Datasets/FashionMNIST/`.

    """
  }
}
