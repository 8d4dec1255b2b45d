extension LessonCoverage {
  static let course3 = [
    Topic(
      "orthogonalization: one knob for one thing", "C3W1", "One knob for one thing",
      "C3W1 forklift-camera", "C3W1 dev-fine-test-bad", "C3W1 early-stopping"),
    Topic(
      "precision, recall, F1 and a single number", "C3W1",
      "One number: `confusionMatrix`, `precision`, `recall`, `f1Score`, `macroF1`",
      "C3W1 wolf-recall", "C3W1 f1-score", "C3W1 one-number"),
    Topic(
      "weighted errors, changing the metric", "C3W1",
      "When some mistakes are worse: `weightedError`", "C3W1 deadly-mushrooms",
      "C3W1 botanical-garden"),
    Topic(
      "optimizing and satisficing metrics", "C3W1", "Optimizing and satisficing: `chooseModel`",
      "C3W1 doorbell"),
    Topic(
      "dev and test set from one distribution", "C3W1", "Three sets, one target: `splitSizes`",
      "C3W1 wheat-leaves"),
    Topic(
      "human level and Bayes error", "C3W1", "Human level: `humanLevel`", "C3W1 bird-song",
      "C3W1 better-than-people"),
    Topic(
      "avoidable bias, variance, data mismatch", "C3W1",
      "Where the error comes from: `diagnose`", "C3W1 avoidable-bias", "C3W1 noisy-telephone",
      "C3W1 high-variance", "C3W2 mismatch-points"),
    Topic(
      "error analysis with a table; begin quickly", "C3W1",
      "Begin quickly, then look: `errorAnalysis`", "C3W2 blurred-frogs",
      "C3W2 sign-language-table", "C3W2 bees"),
    Topic(
      "wrong labels", "C3W1", "Wrong labels: `patchScores`", "C3W2 label-noise",
      "C3W2 when-to-correct", "C3W2 how-to-correct"),
    Topic(
      "training data of another distribution, synthetic data", "C3W1",
      "When the training data are of another kind", "C3W2 shoes", "C3W2 less-mismatch",
      "C3W2 motor-noise"),
    Topic(
      "transfer and multi-task learning", "C3W1", "Learning from other tasks",
      "C3W2 when-to-transfer", "C3W2 name-the-second-stage", "C3W2 several-things-at-once",
      "C3W2 missing-label"),
    Topic(
      "end-to-end learning", "C3W1", "End to end, or in steps?", "C3W2 sign-to-speech",
      "C3W2 end-to-end-data"),
  ]
}
