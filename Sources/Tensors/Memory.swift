import CKernels

extension Tensor {
  /// Keeps up to this many freed bytes in the process for reuse by later tensors.
  ///
  /// Fetching a large tensor's memory from the system page by page costs more than most loops that
  /// fill it. A program calls this once, at its start; it affects nothing but speed.
  public static func keepFreedMemory(_ bytes: Int) {
    ck_keep_freed_memory(bytes)
  }
}
