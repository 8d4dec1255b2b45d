import Files
import GradedTesting
import Text
import XCTest

@testable import Grading
@testable import Intake

/// Every sentence of the intake, in both languages.
final class IntakeTextTests: FrameworkTestCase {
  func testEveryRefusalIsSaidInBothLanguages() {
    let cases: [(RefusalReason, String, String)] = [
      (.symbolicLink, "a symbolic link; hand in the file itself", "这是符号链接；请直接提交文件本身"),
      (.hardLink, "a hard link; hand in the file itself", "这是硬链接；请直接提交文件本身"),
      (.special, "a device, pipe or socket, and no file", "这是设备、管道或套接字，不是普通文件"),
      (
        .absolutePath, "an absolute path; pack the folder so that names begin with its own",
        "这是绝对路径；打包时请让路径从作业文件夹开始"
      ),
      (.climbingPath, "a path with “..”, which leads out of the archive", "路径里有“..”，指向压缩包之外"),
      (.controlCharacters, "control characters in the name", "文件名里有控制字符"),
      (
        .sourceTooLarge(bytes: 9, limit: 5), "9 bytes; a source may have 5",
        "9 字节；源文件最多 5 字节"
      ),
      (
        .archiveTooLarge(bytes: 9, limit: 5), "9 bytes; an archive may have 5. Leave out .build",
        "9 字节；压缩包最多 5 字节。请不要包含 .build"
      ),
      (.tooManyEntries(limit: 5), "more than 5 entries. Leave out .build", "条目超过 5 个。请不要包含 .build"),
      (.unpacksTooLarge(limit: 5), "unpacks to more than 5 bytes", "解压后超过 5 字节"),
      (.bomb(ratio: 5), "unpacks to more than 5 times its size", "解压后超过自身大小的 5 倍"),
      (.archive(.encrypted), "encrypted; pack it without a password", "已加密；打包时请不要设密码"),
      (
        .archive(.unknownCompression(method: 14)),
        "compressed by method 14; pack it with an ordinary zip program",
        "用了第 14 号压缩方法；请用普通的 zip 程序打包"
      ),
      (
        .archive(.notAnArchive(format: "zip")), "not a zip archive, whatever its name says",
        "名字像 zip，内容却不是 zip 压缩包"
      ),
      (
        .unreadFormat(format: "RAR"), "a RAR archive; zip, tar and tar.gz are read",
        "这是 RAR 压缩包；只接受 zip、tar 和 tar.gz"
      ),
      (.archive(.truncated), "ends too early; it was cut off on its way", "内容不完整，可能上传时被截断"),
      (.archive(.corrupt(.entryHeader)), "damaged: the header of an entry", "已损坏：条目的头部不对"),
      (
        .archive(.corrupt(.nameLength(bytes: 999))), "damaged: a name of 999 bytes",
        "已损坏：名称有 999 字节"
      ),
      (.archive(.corrupt(.severalParts)), "damaged: one of several parts", "已损坏：这只是分卷压缩包的一卷"),
      (.archive(.corrupt(.directory64)), "damaged: the 64-bit directory", "已损坏：64 位目录不对"),
      (.archive(.corrupt(.directoryEnd)), "damaged: the directory ends too early", "已损坏：目录不完整"),
      (.archive(.corrupt(.placeBeyondEnd)), "damaged: a place beyond the end", "已损坏：位置超出了文件末尾"),
      (.archive(.corrupt(.twoSizes)), "damaged: two sizes", "已损坏：两处写的大小不一致"),
      (
        .archive(.corrupt(.otherBeginning)),
        "damaged: an entry does not begin where the directory says",
        "已损坏：条目的起点与目录所写的不符"
      ),
      (.archive(.corrupt(.tooManyCodes)), "damaged: a code of too many symbols", "已损坏：编码的符号太多"),
      (.archive(.corrupt(.noCode)), "damaged: bits that match no code", "已损坏：有些比特不是任何编码"),
      (.archive(.corrupt(.blockLength)), "damaged: the length of a block", "已损坏：数据块的长度不对"),
      (.archive(.corrupt(.blockKind)), "damaged: a block of no known kind", "已损坏：数据块的类型未知"),
      (.archive(.corrupt(.repeatedNothing)), "damaged: a repeated nothing", "已损坏：要重复的内容不存在"),
      (
        .archive(.corrupt(.codeLengths)), "damaged: more code lengths than symbols", "已损坏：编码长度比符号还多"
      ),
      (.archive(.corrupt(.length)), "damaged: a length", "已损坏：长度不对"),
      (.archive(.corrupt(.distance)), "damaged: a distance", "已损坏：距离不对"),
      (
        .archive(.corrupt(.copyFromBefore)), "damaged: a copy from before the beginning",
        "已损坏：要复制的内容在开头之前"
      ),
      (.archive(.corrupt(.headerNumber)), "damaged: a number in a header", "已损坏：头部里的数不对"),
      (.archive(.checksum), "damaged: the content does not have its checksum", "已损坏：内容与校验和不符"),
      (
        .nestedArchive,
        "an archive within an archive within an archive; pack the files themselves",
        "压缩包层层嵌套；请直接打包文件"
      ),
      (
        .holdsNUL(line: 3), "line 3 holds a NUL byte, which no source does",
        "第 3 行有 NUL 字节，源文件里不该有"
      ),
      (
        .severalCandidates(["a/F.swift", "b/F.swift"]),
        "handed in 2 times with different content: a/F.swift, b/F.swift; hand in one",
        "交了 2 份，内容不同：a/F.swift、b/F.swift；请只交一份"
      ),
      (
        .tooManyHelpers(limit: 5), "one of more than 5 files beside the week's own",
        "作业文件旁的其他文件超过 5 个"
      ),
      (
        .helpersTooLarge(limit: 5),
        "the files beside the week's own have more than 5 bytes together",
        "作业文件旁的其他文件合计超过 5 字节"
      ),
      (.furtherRefusals(7), "7 further parts were refused", "另有 7 处未收"),
    ]
    for (reason, english, chinese) in cases {
      XCTAssertEqual(reason.phrase(.english), english)
      XCTAssertEqual(reason.phrase(.chinese), chinese)
    }
  }

  func testErrorsAndRemarksAreSaidInBothLanguages() {
    let errors: [(IntakeError, String, String)] = [
      (.notFound("x"), "there is no x", "找不到 x"),
      (.unreadable("x", reason: Phrase("r", zh: "r")), "x cannot be read: r", "无法读取 x：r"),
      (
        .noArchive("x"), "x is neither a folder nor a zip, tar or tar.gz archive",
        "x 既不是文件夹，也不是 zip、tar 或 tar.gz 压缩包"
      ),
      (.archive("x", reason: Phrase("e", zh: "c")), "x: e", "x：c"),
      (.empty("x"), "x contains no submission", "x 里没有提交"),
      (
        .noTemporaryFile("x", reason: Phrase("r", zh: "r")),
        "no temporary file can be written in x: r",
        "无法在 x 写临时文件：r"
      ),
    ]
    for (error, english, chinese) in errors {
      XCTAssertEqual(error.phrase(.english), english)
      XCTAssertEqual(error.phrase(.chinese), chinese)
    }
    let remarks: [(IntakeRemark, String, String)] = [
      (.stray("x"), "x: no student's submission; left out", "x：不是学生的提交；略过"),
      (.refused("x", reason: "r"), "x: refused: r", "x：未收：r"),
    ]
    for (remark, english, chinese) in remarks {
      XCTAssertEqual(remark.phrase(.english), english)
      XCTAssertEqual(remark.phrase(.chinese), chinese)
    }
  }
}
