import Coursework

#if IN_PROCESS
  @testable import worker
#endif

/// The learner's functions inside the test bundle, for `COURSE_IN_PROCESS=1`, or nothing.
///
/// Package.swift links them only when that variable is set while the tests are built. Otherwise
/// nothing of what learners write is in the bundle, and an edit costs no linking of it.
var linkedFunctions: [Implementation]? {
  #if IN_PROCESS
    servedFunctions
  #else
    nil
  #endif
}
