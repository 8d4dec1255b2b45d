import CKernels

extension Tensor {
  /// Keeps so many freed bytes in this process for the tensors that are made next.
  ///
  /// To fetch a large tensor's memory anew from the system, page by page, costs more than most loops
  /// that fill it. A program calls this once, at its start; without it nothing changes but speed.
  public static func keepFreedMemory(_ bytes: Int) {
    ck_keep_freed_memory(bytes)
  }
}
