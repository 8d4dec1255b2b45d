import Coursework

/// The functions of every week that the package has, of Exercises/ or of Solutions/ as the program is
/// built.
let servedFunctions: [Implementation] = {
  var functions: [Implementation] = []
  #if LogisticRegression
    functions += logisticRegression
  #endif
  #if ShallowNetwork
    functions += shallowNetwork
  #endif
  #if DeepNetwork
    functions += deepNetwork
  #endif
  #if Initialization
    functions += initialization
  #endif
  #if Regularization
    functions += regularization
  #endif
  #if GradientChecking
    functions += gradientChecking
  #endif
  #if Optimization
    functions += optimization
  #endif
  #if ConvolutionalNetwork
    functions += convolutionalNetwork
  #endif
  return functions
}()
