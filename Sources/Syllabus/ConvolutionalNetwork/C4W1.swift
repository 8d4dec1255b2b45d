public import Coursework
import Text

/// Course 4, week 1: convolution and pooling, forward and backward, then as one matrix product.
public enum C4W1 {
  public static let week = Week(
    "C4W1", module: "ConvolutionalNetwork",
    title: Phrase("Convolutional network", zh: "卷积神经网络"),
    exercises: [
      outputSize, samePadding, zeroPad,
      convolveSingleStep, convolveForward, poolForward,
      convolveBackward, maskFromWindow, distributeValue, poolBackward,
      imageToColumns, columnsToImage, convolveForwardByProduct, convolveBackwardByProduct,
      leNetForward, leNetBackward,
    ])
}
