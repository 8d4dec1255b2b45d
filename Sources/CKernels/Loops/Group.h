// Groups of several vectors, for the functions of one number. An operation on a group compiles to
// one instruction for each of its vectors, so that the long chains of dependent instructions in
// exp, log and tanh run side by side.

#define CK_GROUP (CK_WIDTH * CK_VECTORS_IN_GROUP)

typedef double group __attribute__((ext_vector_type(CK_GROUP)));
/// The bits of a group's elements, and the outcome of a comparison (-1 or 0 in each lane).
typedef long group_bits __attribute__((ext_vector_type(CK_GROUP)));
typedef unsigned long unsigned_group_bits __attribute__((ext_vector_type(CK_GROUP)));
typedef double unaligned_group
    __attribute__((ext_vector_type(CK_GROUP), aligned(8), may_alias));

CK_INLINE int any(group_bits mask) { return __builtin_reduce_or(mask) != 0; }

CK_INLINE group magnitude(group x) { return (group)((group_bits)x & 0x7fffffffffffffffL); }

/// table[index modulo 16] in each lane.
CK_INLINE group look_up(const double *table, group_bits index) {
  double elements[CK_GROUP];
#if CK_WIDTH == 8
  // The permutation looks at the lowest four bits of an index only.
  long indices[CK_GROUP];
  memcpy(indices, &index, sizeof indices);
  for (int i = 0; i < CK_GROUP; i += CK_WIDTH) {
    const __m512i at = _mm512_loadu_si512(indices + i);
    _mm512_storeu_pd(elements + i, _mm512_permutex2var_pd(_mm512_loadu_pd(table), at,
                                                          _mm512_loadu_pd(table + CK_WIDTH)));
  }
#else
  for (int i = 0; i < CK_GROUP; ++i) elements[i] = table[index[i] & 15];
#endif
  return *(const unaligned_group *)elements;
}
