import Text

extension Bank {
  /// The reference of a bank without keys to the bank from which it was written.
  ///
  ///     ```keyless
  ///     seed: 7
  ///     bank: 9f86d081884c7d65
  ///     ```
  public struct Keyless: Equatable, Sendable {
    /// The seed whose values are filled in, and with which the questions are asked.
    public let seed: Int
    /// The hash of what the bank shows; see ``Bank/shownFingerprint(seed:)``.
    public let fingerprint: String

    /// Creates the reference of a bank without keys.
    public init(seed: Int, fingerprint: String) {
      self.seed = seed
      self.fingerprint = fingerprint
    }

    /// Parses the lines of the block, without its fences.
    init?(_ lines: some Sequence<Substring>) {
      var fields: [String: String] = [:]
      for line in lines {
        if let (name, value) = halves(line, at: ":") { fields[trimmed(name)] = trimmed(value) }
      }
      guard let seed = fields["seed"].flatMap({ Int($0) }), let bank = fields["bank"],
        !bank.isEmpty, bank.utf8.allSatisfy({ $0 < 0x80 })
      else { return nil }
      self.init(seed: seed, fingerprint: bank)
    }
  }
}

extension BankFault.Reason {
  /// Whether the fault is inherent in a bank without keys.
  var isAboutKeys: Bool {
    switch self {
    case .noOptions, .noExplanation, .noRightOption, .badTrueFalse: true
    default: false
    }
  }
}
