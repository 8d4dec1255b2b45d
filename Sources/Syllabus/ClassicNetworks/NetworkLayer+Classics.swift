/// The layers of historic networks.
extension NetworkLayer {
  /// LeNet-5 for pictures of 32 × 32 × 1, with every filter on every channel and ten outputs.
  ///
  /// Source: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-Based Learning Applied to
  /// Document Recognition, 1998. In the paper the second convolution sees only some of the
  /// channels, and a pooling layer has two parameters for each channel; neither is in use any more.
  public static let leNet5: [NetworkLayer] = [
    .convolution(f: 5, filters: 6), .pooling(f: 2, stride: 2),
    .convolution(f: 5, filters: 16), .pooling(f: 2, stride: 2),
    .dense(units: 120), .dense(units: 84), .dense(units: 10),
  ]

  /// AlexNet for pictures of 227 × 227 × 3 on a single processor, where every filter sees every
  /// channel.
  ///
  /// Source: A. Krizhevsky, I. Sutskever, G. Hinton: ImageNet Classification with Deep
  /// Convolutional Neural Networks, 2012.
  public static let alexNet: [NetworkLayer] = [
    .convolution(f: 11, filters: 96, stride: 4), .pooling(f: 3, stride: 2),
    .convolution(f: 5, filters: 256, pad: 2), .pooling(f: 3, stride: 2),
    .convolution(f: 3, filters: 384, pad: 1), .convolution(f: 3, filters: 384, pad: 1),
    .convolution(f: 3, filters: 256, pad: 1), .pooling(f: 3, stride: 2),
    .dense(units: 4096), .dense(units: 4096), .dense(units: 1000),
  ]

  /// VGG-16 for pictures of 224 × 224 × 3.
  ///
  /// Source: K. Simonyan, A. Zisserman: Very Deep Convolutional Networks for Large-Scale Image
  /// Recognition, 2014.
  public static let vgg16: [NetworkLayer] =
    [(2, 64), (2, 128), (3, 256), (3, 512), (3, 512)].flatMap { count, filters in
      Array(repeating: .convolution(f: 3, filters: filters, pad: 1), count: count)
        + [.pooling(f: 2, stride: 2)]
    } + [.dense(units: 4096), .dense(units: 4096), .dense(units: 1000)]
}
