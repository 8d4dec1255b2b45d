/// How many examples each of three sets gets.
public struct SplitSizes: Codable, Sendable, Equatable {
  /// The examples to learn from.
  public var training: Int
  /// The examples on which models are compared.
  public var dev: Int
  /// The examples for an honest figure at the end.
  public var test: Int

  /// Creates the sizes from their parts.
  public init(training: Int, dev: Int, test: Int) {
    self.training = training
    self.dev = dev
    self.test = test
  }
}

/// What stands between two errors of a ladder from human level to the test set.
public enum ErrorSource: String, Codable, Sendable, CaseIterable {
  /// The training set is fitted worse than it could be.
  case avoidableBias
  /// New examples of the same kind are answered worse.
  case variance
  /// Examples of the kind that counts are answered worse than those of the kind that was trained on.
  case mismatch
  /// The dev set was looked at so often that it flatters.
  case overfittingToDev
}

/// How much of an error comes from where.
public struct ErrorDiagnosis: Codable, Sendable, Equatable {
  /// From human level to the training set.
  public var avoidableBias: Double
  /// From the training set to the train-dev set.
  public var variance: Double
  /// From the train-dev set to the dev set.
  public var mismatch: Double
  /// From the dev set to the test set.
  public var overfittingToDev: Double
  /// The largest of the four; nil if none is greater than 0.
  public var largest: ErrorSource?

  /// Creates the diagnosis from its parts.
  public init(
    avoidableBias: Double, variance: Double, mismatch: Double, overfittingToDev: Double,
    largest: ErrorSource?
  ) {
    self.avoidableBias = avoidableBias
    self.variance = variance
    self.mismatch = mismatch
    self.overfittingToDev = overfittingToDev
    self.largest = largest
  }
}

/// What a table of tagged mistakes says of each tag.
public struct ErrorAnalysis: Codable, Sendable, Equatable {
  /// The part of the mistakes that has the tag, from 0 to 1.
  public var shares: [Double]
  /// The most by which the error falls if all these mistakes are repaired.
  public var ceilings: [Double]

  /// Creates the analysis from its parts.
  public init(shares: [Double], ceilings: [Double]) {
    self.shares = shares
    self.ceilings = ceilings
  }
}

/// What models score before and after wrong labels are corrected.
public struct PatchedScores: Codable, Sendable, Equatable {
  /// The accuracy of each model by the labels as they were.
  public var before: [Double]
  /// The accuracy of each model by the corrected labels.
  public var after: [Double]

  /// Creates the scores from their parts.
  public init(before: [Double], after: [Double]) {
    self.before = before
    self.after = after
  }
}
