import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  classesMistakes + costMistakes + networkMistakes + trainingMistakes + tuningMistakes
}
