import Text

/// The outcome of one attempt to break out of the sandbox.
struct SandboxFinding: Equatable {
  /// The name of the attempt in `SandboxMeasure`.
  let name: String
  let isOpen: Bool
  let facts: [SandboxFact]

  init(name: String, isOpen: Bool, facts: [SandboxFact] = []) {
    self.name = name
    self.isOpen = isOpen
    self.facts = facts
  }

  /// Parses a line of the probe, such as `open`, `network` and `port=4711` separated by tabs; nil
  /// for any other line.
  init?(line: Substring) {
    let words = line.split(separator: "\t").map(String.init)
    guard words.count >= 2, ["open", "shut"].contains(words[0]) else { return nil }
    self.init(
      name: words[1], isOpen: words[0] == "open", facts: words.dropFirst(2).map(SandboxFact.init))
  }

  /// Describes the hole: what the sandbox should have prevented, and what was found instead.
  func hole(hasGroup: Bool) -> Phrase {
    let name = SandboxMeasure.all(hasGroup: hasGroup)[name]?.name ?? Phrase(name, zh: name)
    let found = facts.map(\.phrase)
    guard !found.isEmpty else { return name }
    return Phrase(
      name.english + ": " + found.map(\.english).joined(separator: ", "),
      zh: name.chinese + "：" + found.map(\.chinese).joined(separator: "、"))
  }
}

/// A fact about something that was found open.
enum SandboxFact: Equatable {
  case port(String)
  case socket(String)
  case interface(String)
  case place(String)
  case processes(String)
  case variable(String)
  case descriptor(String)
  case root
  /// The capabilities as in `/proc/self/status`: `CapEff:0000000000000400`.
  case capabilities(String)
  case newPrivileges
  case userNamespace
  case megabytes(String)
  case threads(String)
  /// A system call that was permitted.
  case call(String)
  /// A key of the grader's that was visible.
  case key(String)
  /// The probe ended before this attempt, with this last output.
  case endedEarly(output: String)
  case other(String)

  /// Parses `port=4711`.
  init(_ word: String) {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    let value = parts.count > 1 ? parts[1] : ""
    switch parts.first {
    case "port": self = .port(value)
    case "socket": self = .socket(value)
    case "interface": self = .interface(value)
    case "place": self = .place(value)
    case "processes": self = .processes(value)
    case "variable": self = .variable(value)
    case "descriptor": self = .descriptor(value)
    case "root": self = .root
    case "capabilities": self = .capabilities(value)
    case "newPrivileges": self = .newPrivileges
    case "userNamespace": self = .userNamespace
    case "megabytes": self = .megabytes(value)
    case "threads": self = .threads(value)
    case "call": self = .call(value)
    case "key": self = .key(value)
    default: self = .other(word)
    }
  }

  var phrase: Phrase {
    switch self {
    case .port(let number): Phrase("port \(number) of the grader", zh: "评分程序的端口 \(number)")
    case .socket(let name): Phrase("socket \(name)", zh: "套接字 \(name)")
    case .interface(let name): Phrase("interface \(name)", zh: "网络接口 \(name)")
    case .place(let text), .variable(let text), .descriptor(let text), .other(let text):
      Phrase(text, zh: text)
    case .processes(let count): Phrase("\(count) processes", zh: "\(count) 个进程")
    case .root: Phrase("the rights of root", zh: "root 权限")
    case .capabilities(let set): Phrase("capabilities \(set)", zh: "特权 \(set)")
    case .newPrivileges: Phrase("new privileges", zh: "可以提权")
    case .userNamespace: Phrase("a user namespace of its own", zh: "可以新建用户命名空间")
    case .megabytes(let count): Phrase("\(count) MB", zh: "\(count) MB")
    case .call(let name): Phrase(name, zh: name)
    case .key(let name): Phrase("the grader's key \(name)", zh: "评分程序的密钥 \(name)")
    case .threads(let count): Phrase("\(count) threads", zh: "\(count) 个线程")
    case .endedEarly(let output):
      Phrase("the attempt ended early: \(output)", zh: "检验中途结束：\(output)")
    }
  }
}
