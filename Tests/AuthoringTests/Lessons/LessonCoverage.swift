/// The lesson that teaches each topic of the notes, and the questions that ask about it.
enum LessonCoverage {
  struct Topic {
    let name: String
    /// The week of the lesson, and the title of the section in English.
    let lesson, section: String
    /// The questions as `C1W1 why-now`, that is, the quiz and the question's id.
    let questions: [String]

    init(_ name: String, _ lesson: String, _ section: String, _ questions: String...) {
      self.name = name
      self.lesson = lesson
      self.section = section
      self.questions = questions
    }
  }

  static let topics =
    course1 + course2 + classes + course3 + course4 + classicNetworks + detection + facesAndStyle

  private static let course1 = [
    Topic(
      "what a neuron is: the price of a flat", "C1W1", "One neuron prices a flat",
      "C1W1 house-neuron", "C1W1 relu-plot"),
    Topic(
      "a network of neurons, hidden units read all inputs", "C1W1",
      "Several neurons make a network", "C1W3 hidden-shapes"),
    Topic("supervised learning", "C1W1", "Supervised learning", "C1W1 supervised"),
    Topic(
      "which network suits which task", "C1W1", "Supervised learning", "C1W1 network-for-task",
      "C1W1 rnn-translation"),
    Topic(
      "structured and unstructured data", "C1W1", "Supervised learning", "C1W1 cat-pictures",
      "C1W1 city-table"),
    Topic(
      "why now: data, computation, algorithms", "C1W1", "Why now?", "C1W1 why-now",
      "C1W1 new-electricity", "C1W1 relu-speed"),
    Topic(
      "performance over the amount of data", "C1W1", "Why now?", "C1W1 data-axes",
      "C1W1 more-is-better"),
    Topic("the cycle of ideas", "C1W1", "The cycle", "C1W1 faster-cycle", "C1W1 experience"),
    Topic(
      "a neuron: linear, then an activation", "C1W2", "From a neuron to a probability",
      "C1W2 neuron"),
    Topic(
      "examples as columns", "C1W2", "Many examples at once: shapes", "C1W2 x-shape",
      "C1W2 product-shape"),
    Topic(
      "broadcasting", "C1W2", "Many examples at once: shapes", "C1W2 add-column",
      "C1W2 multiply-column", "C1W2 elementwise-error", "C1W2 add-transposed"),
    Topic(
      "the logistic loss", "C1W2", "The cost", "C1W2 logistic-loss", "C1W2 loss-value",
      "C1W2 likelihood", "C1W2 likelihood-value"),
    Topic("derivatives and their meaning", "C1W2", "What a derivative is", "C1W2 graph-derivative"),
    Topic(
      "the computation graph, values forward, derivatives back", "C1W2",
      "A graph with numbers on its edges", "C1W2 graph-reading", "C1W2 graph-derivative"),
    Topic(
      "gradients of logistic regression, with loops and without", "C1W2", "Backward, step by step",
      "C1W2 bias-gradient", "C1W2 weight-gradient-shape"),
    Topic(
      "gradient descent and the learning rate", "C1W2", "Gradient descent", "C2W2 slow-descent"),
    Topic(
      "pictures as columns", "C1W2", "The array basics, one by one", "C1W2 flatten-image",
      "C1W2 batch-of-images"),
    Topic(
      "notation: layers, examples, units", "C1W3", "Shapes first", "C1W3 notation", "C2W2 notation"),
    Topic(
      "shapes of a network with one hidden layer", "C1W3", "Shapes first", "C1W3 parameter-shapes",
      "C1W3 hidden-shapes"),
    Topic(
      "sigmoid, tanh, ReLU, leaky ReLU, and a linear output", "C1W3",
      "Activations: `tanhActivation`, `relu`, `leakyReLU` and their slopes", "C1W3 tanh-centred",
      "C1W3 leaky-relu", "C1W3 output-sigmoid", "C1W3 tanh-from-sigmoid", "C1W3 linear-activation",
      "C1W3 linear-collapse", "C1W3 identity-activation"),
    Topic(
      "the derivative of tanh", "C1W3",
      "Activations: `tanhActivation`, `relu`, `leakyReLU` and their slopes", "C1W3 tanh-derivative"),
    Topic(
      "random initialization breaks the symmetry", "C1W3",
      "Beginning: `layerSizes`, `initializeParameters`", "C1W3 zero-weights", "C1W3 logistic-zeros",
      "C1W3 large-weights"),
    Topic(
      "the vectorized forward pass", "C1W3", "Forwards: `forwardPropagation`, `computeCost`",
      "C1W3 layer-forward"),
    Topic("sums that keep their axis", "C1W3", "Backwards: `backwardPropagation`", "C1W3 row-sum"),
    Topic(
      "why depth: features of features, circuits", "C1W4", "Why depth?", "C1W4 deeper-features",
      "C1W4 parity-circuit"),
    Topic(
      "counting layers and their shapes", "C1W4", "Shapes first", "C1W4 counting-layers",
      "C1W4 general-shape", "C1W4 four-layer-shapes", "C1W4 parameter-count"),
    Topic(
      "initializing L layers", "C1W4",
      "The start: `initializeParameters`, `initializeDeepParameters`", "C1W4 initialize-loop"),
    Topic(
      "the cache; a loop over layers stays", "C1W4",
      "Forwards: `linearForward`, `linearActivationForward`, `modelForward`, `computeCost`",
      "C1W4 cache", "C1W4 loop-over-layers",
      "C1W4 relu-runs"),
    Topic(
      "the backward pass through L layers", "C1W4",
      "Backwards: `linearBackward`, `linearActivationBackward`, `modelBackward`",
      "C1W4 backward-activation", "C1W4 relu-backward", "C1W4 output-gradient",
      "C1W4 gradient-to-the-left"),
    Topic(
      "parameters and hyperparameters", "C1W4", "Parameters and hyperparameters",
      "C1W4 hyperparameters"),
    Topic("networks and the brain", "C1W4", "Parameters and hyperparameters", "C1W4 nerve-cells"),
  ]

  private static let course2 = [
    Topic(
      "normalizing inputs by the training set", "C2W1a", "Inputs of one size",
      "C2W1 why-normalize", "C2W1 standard-deviation", "C2W1 test-statistics"),
    Topic(
      "large weights saturate, zeros stay equal", "C2W1a", "Zeros", "C1W3 zero-weights",
      "C1W3 large-weights"),
    Topic(
      "training, dev and test set; 98/1/1", "C2W1b", "Three sets", "C2W1 split",
      "C2W1 same-distribution", "C2W1 no-test-set"),
    Topic(
      "bias and variance, overfitting and underfitting", "C2W1b",
      "What is wrong with a perfect training set?", "C2W1 which-variance", "C2W1 train-dev-gap",
      "C2W1 high-variance-remedies"),
    Topic(
      "optimal error beside bias and variance", "C2W1b",
      "What is wrong with a perfect training set?", "C3W1 avoidable-bias"),
    Topic(
      "L2, weight decay, the size of λ, L1", "C2W1b", "L2: a penalty on weights",
      "C2W1 weight-decay-name", "C2W1 decay-factor", "C2W1 larger-lambda", "C2W1 frobenius-norm",
      "C2W1 sparse-weights"),
    Topic(
      "dropout: masks, division, prediction", "C2W1b", "Dropout: rely on no single unit",
      "C2W1 dropout-mask", "C2W1 dropout-test-time", "C2W1 raise-keep-prob",
      "C2W1 keep-prob-by-layer", "C2W1 dropout-and-the-cost"),
    Topic(
      "data augmentation", "C2W1b", "More data out of the data you have", "C2W1 variance-reducers"),
    Topic("early stopping, orthogonalization", "C2W1b", "Early stopping", "C3W1 early-stopping"),
    Topic(
      "mini-batches, SGD, noise", "C2W2", "Mini-batches", "C2W2 size-between", "C2W2 one-step",
      "C2W2 noisy-cost", "C2W2 last-batch", "C2W2 whole-set", "C2W2 small-training-set",
      "C2W2 powers-of-two", "C2W2 steps-of-training", "C2W2 all-at-once"),
    Topic(
      "exponentially weighted averages, bias correction", "C2W2", "Exponentially weighted averages",
      "C2W2 bias-correction", "C2W2 window", "C2W2 beta-effect"),
    Topic("momentum", "C2W2", "Momentum", "C2W2 momentum-curves"),
    Topic("Adam", "C2W2", "Adam", "C2W2 adam-update", "C2W2 adam-false"),
    Topic("learning-rate decay", "C2W2", "Learning rates that fall", "C2W2 decay-schemes"),
    Topic(
      "He's and Xavier's rules", "C2W1a", "As large as the inputs", "C2W1 he-deviation",
      "C2W1 xavier-or-he"),
    Topic(
      "vanishing and exploding gradients", "C2W1a", "Deep networks: vanishing and exploding",
      "C2W1 exploding-signal"),
    Topic("two-sided differences", "C2W1c", "Slopes from two costs", "C2W1 two-sided-difference"),
    Topic(
      "relative difference, 1e-7 and 1e-3", "C2W1c", "When are they equal?", "C2W1 check-verdict"),
    Topic(
      "rules of gradient checking", "C2W1c", "Rules", "C2W1 check-with-dropout",
      "C2W1 check-with-penalty"),
    Topic("RMSprop", "C2W2", "RMSprop", "C2W2 rmsprop-update", "C2W2 rmsprop-first-step"),
    Topic(
      "saddle points and plateaus", "C2W2", "Saddle points and plateaus", "C2W2 zero-gradient",
      "C2W2 minimum-by-chance", "C2W2 plateau"),
  ]

  private static let classes = [
    Topic(
      "softmax, scores to probabilities", "C2W3a", "From scores to probabilities",
      "C2W3 softmax-value", "C2W3 softmax-properties", "C2W3 hardmax", "C2W3 two-classes"),
    Topic("the loss of many classes", "C2W3a", "The cost", "C2W3 softmax-loss"),
    Topic(
      "the gradient of softmax with cross-entropy", "C2W3a", "Why the gradient is ŷ - y",
      "C2W3 softmax-gradient"),
    Topic(
      "which hyperparameters matter, and their scale", "C2W3a",
      "Which learning rate? The right scale", "C2W3 importance", "C2W3 sample-beta",
      "C2W3 sample-beta-value"),
    Topic(
      "grid and random search, coarse to fine, one model or many", "C2W3a", "Grid or random?",
      "C2W3 grid-values", "C2W3 random-search", "C2W3 coarse-to-fine", "C2W3 panda-or-caviar",
      "C2W3 tune-again"),
    Topic("what a framework does", "C2W3a", "What a framework does", "C2W3 framework"),
    Topic(
      "normalizing inputs, both sets by the training set", "C2W3b", "The inputs first",
      "C2W1 why-normalize", "C2W1 standard-deviation", "C2W1 test-statistics"),
    Topic(
      "batch normalization: statistics, ε, γ and β, no b", "C2W3b", "One layer, forwards",
      "C2W3 what-is-normalized", "C2W3 standard-deviation", "C2W3 epsilon", "C2W3 gamma-and-beta",
      "C2W3 superfluous-bias", "C2W3 back-to-z"),
    Topic("batch normalization at test time", "C2W3b", "At test time", "C2W3 single-photograph"),
    Topic(
      "why batch normalization helps", "C2W3b", "Why it helps, and what it does not",
      "C2W3 why-it-helps"),
    Topic(
      "a formula as a graph, its derivatives backwards", "C2W3c", "Backwards", "C1W2 graph-reading",
      "C1W2 graph-derivative"),
    Topic("how to choose a framework", "C2W3c", "What a framework does", "C2W3 framework"),
  ]

  private static let course4 = [
    Topic(
      "parameter sharing and sparse connections", "C4W1", "Why not a dense layer?",
      "C4W1 parameter-sharing", "C4W1 sparse-connections", "C4W1 dense-parameters",
      "C4W1 convolution-parameters"),
    Topic(
      "edge filters, Sobel and Scharr", "C4W1", "What a filter sees", "C4W1 sobel",
      "C4W1 one-window"),
    Topic(
      "three channels, two filters", "C4W1", "Three channels, two filters",
      "C4W1 convolution-parameters"),
    Topic(
      "output size, padding, stride, odd filters", "C4W1", "How large is the output?",
      "C4W1 output-shape", "C4W1 shrinking", "C4W1 zero-pad", "C4W1 same-padding",
      "C4W1 odd-filters"),
    Topic(
      "pooling, forward and backward", "C4W1", "Pooling", "C4W1 pool-shape", "C4W1 pool-parameters",
      "C4W1 zeros-and-maxima", "C4W1 max-pool-backward"),
    Topic(
      "windows as columns", "C4W1", "One matrix product", "C4W1 windows-as-columns"),
    Topic("a whole network, LeNet", "C4W1", "The network", "C4W2 lenet-flattened"),
  ]
}
