// x y + z, rounded once: one instruction, or the same bits without it.

#if CK_SOFTWARE_FUSED

#include <math.h>

/// x + y = sum + error, exactly (Knuth).
typedef struct {
  vector sum, error;
} two_sum;

CK_INLINE two_sum two_sum_of(vector x, vector y) {
  const vector sum = x + y, of_y = sum - x;
  return (two_sum){sum, (x - (sum - of_y)) + (y - of_y)};
}

/// x in two parts of 26 bits (Veltkamp).
typedef struct {
  vector high, low;
} halves;

CK_INLINE halves halves_of(vector x) {
  const vector scaled = x * 0x8000001p0, high = scaled - (scaled - x);
  return (halves){high, x - high};
}

CK_INLINE vector size_of(vector x) { return (vector)((lanes)x & 0x7fffffffffffffffL); }

/// x y = product + error exactly (Dekker), and the three numbers are added with the last of two
/// additions rounded to odd, after which rounding to nearest is right (Boldo and Melquiond,
/// "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to odd", 2008).
static __attribute__((noinline)) vector fused_vector(vector x, vector y, vector z) {
  const vector product = x * y;
  const halves a = halves_of(x), b = halves_of(y);
  const vector error =
      (((a.high * b.high - product) + a.high * b.low) + a.low * b.high) + a.low * b.low;
  const two_sum low = two_sum_of(z, error);
  const two_sum high = two_sum_of(product, low.sum);
  const two_sum rest = two_sum_of(low.error, high.error);
  // An inexact sum with an even last bit steps by one unit towards what its rounding left.
  const lanes bits = (lanes)rest.sum;
  const lanes is_inexact_and_even = (rest.error != 0) & ((bits & 1) - 1);
  const lanes step = ((rest.error > 0) ^ (rest.sum < 0)) ? (lanes)1 : (lanes)-1;
  vector result = high.sum + (vector)(bits + (is_inexact_and_even & step));
  const lanes has_zero = (x == 0) | (y == 0);
  result = has_zero ? product + z : result;
  // Far from the ends of the exponents' range no step above overflows or loses a bit.
  const lanes is_safe = (size_of(x) <= 0x1p500) & (size_of(y) <= 0x1p500) &
                        (size_of(z) <= 0x1p1000) & (has_zero | (size_of(product) >= 0x1p-960));
  for (int i = 0; i < CK_WIDTH; ++i) {
    if (!is_safe[i]) result[i] = fma(x[i], y[i], z[i]);
  }
  return result;
}

CK_INLINE CK_OVERLOADABLE vector fused(vector x, vector y, vector z) {
  return fused_vector(x, y, z);
}

CK_INLINE CK_OVERLOADABLE double fused(double x, double y, double z) {
  return fused_vector(x, y, z)[0];
}

CK_INLINE CK_OVERLOADABLE group fused(group x, group y, group z) {
  for (int i = 0; i < CK_GROUP; i += CK_WIDTH) {
    const double *const zs = (const double *)&z + i;
    store((double *)&z + i, fused_vector(load((const double *)&x + i),
                                         load((const double *)&y + i), load(zs)));
  }
  return z;
}

#else

#define CK_FUSED(type)                                             \
  CK_INLINE CK_OVERLOADABLE type fused(type x, type y, type z) {   \
    return __builtin_elementwise_fma(x, y, z);                     \
  }
CK_FUSED(double)
CK_FUSED(vector)
CK_FUSED(group)
#if CK_WIDTH == 8
CK_FUSED(half_vector)
#endif

#endif
