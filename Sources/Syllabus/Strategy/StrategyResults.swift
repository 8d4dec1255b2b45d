/// The numbers of examples in three sets.
public struct SplitSizes: Codable, Sendable, Equatable {
  /// The number of training examples.
  public var training: Int
  /// The number of examples for comparing models.
  public var dev: Int
  /// The number of examples for an unbiased figure at the end.
  public var test: Int

  /// Creates the sizes from their parts.
  public init(training: Int, dev: Int, test: Int) {
    self.training = training
    self.dev = dev
    self.test = test
  }
}

/// A source of the gap between two consecutive errors from human level to the test set.
public enum ErrorSource: String, Codable, Sendable, CaseIterable {
  /// The training set is not fitted as well as it could be.
  case avoidableBias
  /// New examples of the same kind are answered less well.
  case variance
  /// Examples of the target distribution are answered less well than those of the training
  /// distribution.
  case mismatch
  /// The dev set was used so often that its error is too optimistic.
  case overfittingToDev
}

/// The size of each source of an error.
public struct ErrorDiagnosis: Codable, Sendable, Equatable {
  /// The gap from human level to the training set.
  public var avoidableBias: Double
  /// The gap from the training set to the train-dev set.
  public var variance: Double
  /// The gap from the train-dev set to the dev set.
  public var mismatch: Double
  /// The gap from the dev set to the test set.
  public var overfittingToDev: Double
  /// The largest of the four gaps; nil if none is above 0.
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

/// The findings for each tag in a table of tagged mistakes.
public struct ErrorAnalysis: Codable, Sendable, Equatable {
  /// The fraction of the mistakes with each tag.
  public var shares: [Double]
  /// The largest possible reduction of the error if all mistakes with the tag are corrected.
  public var ceilings: [Double]

  /// Creates the analysis from its parts.
  public init(shares: [Double], ceilings: [Double]) {
    self.shares = shares
    self.ceilings = ceilings
  }
}

/// The accuracies of models before and after wrong labels are corrected.
public struct PatchedScores: Codable, Sendable, Equatable {
  /// The accuracy of each model with the original labels.
  public var before: [Double]
  /// The accuracy of each model with the corrected labels.
  public var after: [Double]

  /// Creates the scores from their parts.
  public init(before: [Double], after: [Double]) {
    self.before = before
    self.after = after
  }
}
