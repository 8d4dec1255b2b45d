extension LessonCoverage {
  static let classicNetworks = [
    Topic(
      "the layers of LeNet-5, counted", "C4W2",
      "A network as a list: `layerShapes`, `parameterCounts`, `multiplications`",
      "C4W2 lenet-flattened", "C4W1 pool-parameters"),
    Topic(
      "LeNet-5, AlexNet and VGG-16: patterns and sizes", "C4W2", "Three networks, one pattern",
      "C4W2 shape-with-depth", "C4W2 alexnet-begins", "C4W2 vgg-ends", "C4W2 whose-pattern",
      "C4W2 sizes", "C4W2 where-the-parameters-are"),
    Topic(
      "why residual networks train", "C4W2",
      "Deeper is not better: `residualForward`, `residualBackward`", "C4W2 identity-is-easy",
      "C4W2 residual-line"),
    Topic(
      "residual blocks with a projection", "C4W2",
      "Two blocks of ResNet: `identityBlock`, `convolutionalBlock`", "C4W2 shortcut-filter"),
    Topic(
      "1×1 convolutions", "C4W2", "One by one: `pointwiseConvolution`", "C4W2 one-by-one"),
    Topic(
      "Inception and bottlenecks", "C4W2", "Bottlenecks and Inception: `inceptionConcatenate`",
      "C4W2 bottleneck", "C4W2 inception-output"),
    Topic(
      "data augmentation, PCA of colours", "C4W2",
      "More pictures from the ones you have: `mirror`, `randomCrop`, `shiftColours`, `colourPCA`",
      "C4W2 house-numbers", "C4W2 colour-components"),
    Topic(
      "transfer learning by the amount of data", "C4W2", "A network of others: `freeze`",
      "C4W2 few-pictures", "C4W2 many-pictures"),
  ]
}
