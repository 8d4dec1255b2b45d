import Coursework

#if IN_PROCESS
  @testable import worker
#endif

/// The learner's functions linked into the test bundle for `COURSE_IN_PROCESS=1`, or nil.
///
/// Package.swift links them only if that variable is set when the tests are built. Otherwise the
/// bundle contains nothing that learners write, and an edit does not relink it.
var linkedFunctions: [ServedWeek]? {
  #if IN_PROCESS
    servedFunctions
  #else
    nil
  #endif
}
