import Coursework
@testable import worker

/// The learner's functions inside the test bundle, for `COURSE_IN_PROCESS=1`. No other file of the
/// bundle imports what learners write, and nothing calls this unless that variable asks for it.
let linkedFunctions: [Implementation] = servedFunctions
