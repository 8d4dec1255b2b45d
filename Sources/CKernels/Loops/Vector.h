// Vectors of CK_WIDTH doubles, by the compiler's vector extension: one text for every processor.

#include <string.h>

typedef double vector __attribute__((ext_vector_type(CK_WIDTH)));
/// The bits of a vector's elements, and the outcome of a comparison (-1 or 0 in each lane).
typedef long lanes __attribute__((ext_vector_type(CK_WIDTH)));
/// A vector at an address that is aligned for its elements only.
typedef double unaligned_vector
    __attribute__((ext_vector_type(CK_WIDTH), aligned(8), may_alias));

#define CK_INLINE static inline __attribute__((always_inline, unused))
/// Several functions of this name, each for its own type of argument.
#define CK_OVERLOADABLE __attribute__((overloadable))

CK_INLINE vector load(const double *p) { return *(const unaligned_vector *)p; }
CK_INLINE void store(double *p, vector v) { *(unaligned_vector *)p = v; }

/// The first `count` < CK_WIDTH doubles at p, with `fill` in the other lanes.
CK_INLINE vector load_some(const double *p, size_t count, double fill) {
  vector v = fill;
#if CK_WIDTH == 8
  return (vector)_mm512_mask_loadu_pd((__m512d)v, (__mmask8)((1u << count) - 1), p);
#else
  for (size_t i = 0; i + 1 < CK_WIDTH; ++i) {
    if (i < count) v[i] = p[i];
  }
  return v;
#endif
}

CK_INLINE void store_some(double *p, vector v, size_t count) {
#if CK_WIDTH == 8
  _mm512_mask_storeu_pd(p, (__mmask8)((1u << count) - 1), (__m512d)v);
#else
  for (size_t i = 0; i + 1 < CK_WIDTH; ++i) {
    if (i < count) p[i] = v[i];
  }
#endif
}

/// How many numbers lie before the first that is aligned as a vector.
CK_INLINE size_t elements_before_vector(const double *p) {
  return (size_t)(-(uintptr_t)p / sizeof(double)) % CK_WIDTH;
}

#if CK_WIDTH == 8
/// Half a vector: some processors multiply two in the time of one.
typedef double half_vector __attribute__((ext_vector_type(CK_WIDTH / 2)));

CK_INLINE half_vector load_half(const double *p, size_t count) {
  return (half_vector)_mm256_maskz_loadu_pd((__mmask8)((1u << count) - 1), p);
}

CK_INLINE void store_half(double *p, half_vector v, size_t count) {
  _mm256_mask_storeu_pd(p, (__mmask8)((1u << count) - 1), (__m256d)v);
}
#else
typedef vector half_vector;
CK_INLINE half_vector load_half(const double *p, size_t count) { return load_some(p, count, 0); }
CK_INLINE void store_half(double *p, half_vector v, size_t count) { store_some(p, v, count); }
#endif
