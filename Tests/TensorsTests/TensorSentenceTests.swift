import Files
import Foundation
import GradedTesting
import Tensors
import Text
import XCTest

/// The Chinese texts of the errors of operations and files.
final class TensorSentenceTests: FrameworkTestCase {
  func testShapeErrorsAreSaidInChinese() {
    let cases: [(ShapeError, String)] = [
      (
        .broadcast(operation: "+", [4, 3], [2, 3]),
        "+：(4, 3) 与 (2, 3) 无法配合：从右往左数，两条轴的长度必须相等，或者其中一个是 1，而这里是 4 对 2"
      ),
      (.growth(operation: "+=", [1, 3], [4, 3]), "+=：(1, 3) 容不下 (4, 3)：右边必须能广播成左边的形状"),
      (.dot([4, 3], [2, 5]), "dot：(4, 3) 乘 (2, 5)：前者的列数（3）必须等于后者的行数（2）"),
      (.dot([3], [4]), "dot：(3,) 乘 (4,)：前者的长度（3）必须等于后者的长度（4）"),
      (.dotRank([], [3]), "dot：() 乘 (3,)：两者都必须是矩阵或向量（2 条轴或 1 条轴）"),
      (.invalidShape([-1]), "(-1,) 不是形状：最多 64 个长度，都不能为负，乘积不能超出内存"),
      (.elementCount(shape: [2, 3], count: 1), "形状 (2, 3) 有 6 个元素，却给了 1 个"),
      (.reshape(from: [4, 3], to: [5, -1]), "reshaped：(4, 3) 有 12 个元素，不能变成 (5, -1)"),
      (.notOneElement([4, 3]), "scalar：张量必须恰好有一个元素，但它的形状是 (4, 3)"),
      (.notAMatrix(operation: "row", []), "row：需要矩阵，但形状是 ()"),
      (
        .axis(operation: "sum", axis: 2, shape: [4, 3]),
        "sum：(4, 3) 没有轴 2：轴的编号是 0 到 1，从末尾数是 -2 到 -1"
      ),
      (.axis(operation: "mean", axis: 0, shape: []), "mean：() 没有轴 0：单个数没有轴"),
      (.duplicateAxis(operation: "sum", axis: -1, shape: [4, 3]), "sum：(4, 3) 的轴 -1 写了两次"),
      (
        .axisOrder([0, 0], shape: [4, 3]),
        "transposed：[0, 0] 不是 (4, 3) 各轴的排列：0 到 1 的每条轴必须恰好出现一次"
      ),
      (
        .range(operation: "columns", 1..<4, axis: 1, shape: [4, 3]),
        "columns：1..<4 超出了 (4, 3) 的轴 1，该轴的下标是 0..<3"
      ),
      (
        .index(operation: "rows", 4, axis: 0, shape: [4, 3]),
        "rows：4 不在 (4, 3) 的轴 0 上，该轴的下标是 0..<4"
      ),
      (
        .nothingToReduce(operation: "max", axis: 0, shape: [0, 3]),
        "max：(0, 3) 的轴 0 是空的，没有数就谈不上 max"
      ),
      (
        .nothingToReduce(operation: "argmin", axis: nil, shape: [0, 3]),
        "argmin：(0, 3) 是空的，没有数就谈不上 argmin"
      ),
      (
        .join(operation: "concatenate", [4, 3], [4, 2], axis: 0),
        "concatenate：除轴 0 外，(4, 3) 与 (4, 2) 必须相同"
      ),
      (.join(operation: "stack", [4, 3], [3, 4], axis: 0), "stack：(4, 3) 与 (3, 4) 必须相同"),
      (.nothingToJoin(operation: "stack"), "stack：至少需要一个张量，但列表是空的"),
      (.window(given: [3], window: [2, 3]), "setSlice：窗口的形状是 (2, 3)，给出的张量却是 (3,)"),
    ]
    for (error, sentence) in cases { XCTAssertEqual(error.phrase(.chinese), sentence) }
  }

  func testFileErrorsAreSaidInChinese() {
    let cases: [(ArrayFileError, String)] = [
      (.notNPY, "这不是 .npy 文件：开头的字节不是 93 4E 55 4D 50 59"),
      (.unsupportedVersion(major: 4, minor: 0), "不支持 4.0 版的 .npy 格式：应为 1.0、2.0 或 3.0"),
      (.leftOver(bytes: 3), "最后一个元素之后还有 3 字节：应当只有一个数组"),
      (.unsupportedType("'<c16'"), "不支持 '<c16' 类型的元素：请把数组存为 float64、其他实数类型或 bool"),
      (.shape([-1]), "无法读取形状 (-1,)：最多 64 条轴，长度不能为负，乘积不能超出内存"),
      (
        .file(path: "a.npz", .array(name: "X", .archive(.checksum))),
        "a.npz：数组 X：无法读取 zip 文件：已损坏：内容与校验和不符"
      ),
      (
        .noSuchArray(name: "X", available: ["a", "b"]), "没有数组 X：文件里有 a、b"
      ),
      (.noSuchArray(name: "X", available: []), "没有数组 X：文件里没有数组"),
      (.duplicateName("X"), "有两个数组都叫 X：名称不能相同"),
      (.tooLarge, "文件会超过 4 GiB 或 65535 个数组：请分成几个文件"),
    ]
    for (error, sentence) in cases { XCTAssertEqual(error.phrase(.chinese), sentence) }
  }

  func testDamagedFilesNameTheirPartInChinese() {
    let magic: [UInt8] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]
    let cases: [(Data, String)] = [
      (Data(magic[..<6]), "数据不完整：版本号需要 8 字节，只有 6 字节"),
      (Data(magic + [2, 0]), "数据不完整：文件头需要 12 字节，只有 10 字节"),
      (Data(magic + [2, 0] + Array("{}".utf8)), ".npy 数据的文件头有误：缺少字符串 'descr'"),
      (Data(magic + [1, 0] + Array("{".utf8)), ".npy 数据的文件头有误：在键的中间结束了"),
    ]
    for (data, sentence) in cases {
      XCTAssertThrowsError(try Tensor(npy: data)) {
        XCTAssertEqual(($0 as? ArrayFileError)?.phrase(.chinese), sentence)
      }
    }
    XCTAssertThrowsError(try NPZArchive(data: Data())) {
      XCTAssertEqual(($0 as? ArrayFileError)?.phrase(.chinese), "这不是 .npz 文件：找不到 zip 目录")
    }
  }
}
