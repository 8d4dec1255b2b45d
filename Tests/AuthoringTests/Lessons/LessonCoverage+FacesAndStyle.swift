extension LessonCoverage {
  static let facesAndStyle = [
    Topic(
      "verification and recognition, liveness, one shot", "C4W4", "Is it you, or who is it?",
      "C4W4 verification-or-recognition", "C4W4 held-up-photograph", "C4W4 many-comparisons",
      "C4W4 softmax-over-people", "C4W4 one-picture"),
    Topic(
      "Siamese networks and the distance of encodings", "C4W4",
      "A number for how different: `squaredDistance`, `verify`, `identify`",
      "C4W4 two-branches", "C4W4 encoding-distance"),
    Topic(
      "the triplet loss, its margin, hard triplets", "C4W4",
      "Learning the encoding: `tripletLoss`, `tripletLossBackward`, `hardestNegatives`",
      "C4W4 triplet-loss", "C4W4 why-a-margin", "C4W4 hard-triplets", "C4W4 one-picture-each"),
    Topic("what deep layers see", "C4W4", "What layers see", "C4W4 deep-units"),
    Topic(
      "the content cost and its layer", "C4W4", "Content: `contentCost`, `contentCostBackward`",
      "C4W4 what-is-changed", "C4W4 content-layer"),
    Topic(
      "the Gram matrix and the style cost", "C4W4",
      "Style: `unrollChannels`, `gramMatrix`, `layerStyleCost`, `styleCost`", "C4W4 gram-shape",
      "C4W4 gram-entry"),
    Topic(
      "content against style", "C4W4",
      "All together: `totalCost`, `totalCostBackward`, `generate`",
      "C4W4 content-against-style"),
  ]
}
