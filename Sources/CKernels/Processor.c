#include "Processor.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// The doubles in a vector of the loops in use; 0 before the first call. Two threads that find 0
/// both compute and store the same value, so relaxed order suffices.
static _Atomic int width = 0;

static int widest(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl")) {
    return 8;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 4;
#endif
  return 2;
}

int ck_width(void) {
  int current = atomic_load_explicit(&width, memory_order_relaxed);
  if (current == 0) {
    current = widest();
    atomic_store_explicit(&width, current, memory_order_relaxed);
  }
  return current;
}

int ck_use_width(int wanted) {
  const int most = widest();
  int chosen = most;
  if (wanted == 2 || (wanted == 4 && most >= 4)) chosen = wanted;
  atomic_store_explicit(&width, chosen, memory_order_relaxed);
  return chosen;
}

const ck_loops *ck_current_loops(void) {
#if defined(__x86_64__)
  switch (ck_width()) {
    case 8: return &ck_loops_8;
    case 4: return &ck_loops_4;
  }
#endif
  return &ck_loops_2;
}

void ck_keep_freed_memory(size_t bytes) {
#if defined(__GLIBC__)
  // The largest piece that glibc takes from its own heap.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, bytes > INT_MAX ? INT_MAX : (int)bytes);
#else
  (void)bytes;
#endif
}

void ck_prefer_huge_pages(void *memory, size_t bytes) {
#if defined(MADV_HUGEPAGE)
  const uintptr_t huge = 2 << 20, begin = (uintptr_t)memory;
  const uintptr_t first = (begin + huge - 1) / huge * huge;
  const uintptr_t last = (begin + bytes) / huge * huge;
  // Advice that the system does not take changes nothing.
  if (first < last) (void)madvise((void *)first, last - first, MADV_HUGEPAGE);
#else
  (void)memory, (void)bytes;
#endif
}
