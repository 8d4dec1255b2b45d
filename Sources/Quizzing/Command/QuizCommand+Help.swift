import Files
import Text

extension QuizCommand {
  static func helpText(_ language: Language) -> String {
    switch language {
    case .english:
      """
      course quiz                     list the quizzes and your progress
      course quiz ID                  practise: every answer is explained at once
      course quiz ID --exam           exam: no feedback, writes a file to hand in
      course quiz --review [ID]       repeat what you missed and is due again

        --time-limit 30               minutes; 90s and 1h work too
        --seed N                      the same numbers and order again
        --questions N                 a random choice of N questions
        --scoring SCHEME              per-option (default), all-or-nothing or
                                      right-minus-wrong
        --answers FILE, --name NAME   where an exam's answers go, and whose they are
        --restart                     begin anew instead of going on
        --plain                       line by line, without the full screen
        --lang en|zh                  the language, by default that of the locale
        --banks FOLDER                where the quizzes are; by default Quizzes, here or
                                      in a folder above

      For authors and instructors:
      course quiz check [FILES]       every fault of the banks, with file and line
      course quiz grade ANSWERS… [--out CSV] [--items CSV] [--scoring SCHEME]
      course quiz export ID|FILE --format gift|moodle-xml|qti12|text2qti|json|markdown
                                      [--out FILE] [--seed N] [--without-answers]
                                      (qti12 into a FILE.zip: a package for Canvas)

      Several right options: Space marks, Enter confirms. Small b, n and q are
      commands; a capital B, N or Q chooses the option. Exit codes: 64 command line,
      65 faulty data, 66 missing file, 73 cannot write.

      """
    case .chinese:
      """
      course quiz                     列出测验和学习进度
      course quiz 编号                练习：每次作答后立即讲解
      course quiz 编号 --exam         考试：不给反馈，生成可提交的答卷文件
      course quiz --review [编号]     复习答错且已到期的题目

        --time-limit 30               时限，单位为分钟；也可写 90s、1h
        --seed N                      重现同样的数值和顺序
        --questions N                 随机抽取 N 道题
        --scoring 方式                per-option（默认，按选项给分）、
                                      all-or-nothing（全对才得分）或
                                      right-minus-wrong（选错扣分）
        --answers 文件, --name 姓名   答卷写到哪里、是谁的
        --restart                     重新开始，不接着上次
        --plain                       逐行问答，不用全屏界面
        --lang en|zh                  语言，默认取自系统区域设置
        --banks 目录                  题库目录，默认是当前或上级目录中的 Quizzes

      出题人和教师：
      course quiz check [文件]        检查题库，报告每处错误的文件和行号
      course quiz grade 答卷… [--out CSV] [--items CSV] [--scoring 方式]
      course quiz export 编号|文件
                                      --format gift|moodle-xml|qti12|text2qti|json|markdown
                                      [--out 文件] [--seed N] [--without-answers]
                                      （qti12 写入 .zip 文件即为 Canvas 可导入的包）

      多选题：空格选中，回车确认。小写 b、n、q 是命令，大写 B、N、Q 选择相应选项。
      退出码：64 命令行有误，65 数据有误，66 缺少文件，73 无法写入。

      """
    }
  }
}
