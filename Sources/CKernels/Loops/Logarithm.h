// The natural logarithm. With x = 2^k m, sqrt(1/2) <= m < sqrt(2), f = m - 1 and s = f / (2 + f),
//   log(x) = k log(2) + log((1 + s) / (1 - s)),  log((1 + s) / (1 - s)) = 2 s + s z R(z),  z = s^2.
// The sum is arranged as in FreeBSD's e_log.c: 2 s = f - s f, and s f = f^2 / 2 - s f^2 / 2, so
// that the largest term, f, is exact. The coefficients are printed by
// Tests/Peers/kernels_polynomials.py.

/// The bits of sqrt(1/2), and of 2 less those.
static const long log_root = 0x3fe6a09e667f3bcdL;
static const long log_offset = 0x4000000000000000L - 0x3fe6a09e667f3bcdL;

/// For the normal numbers up to sqrt(2) 2^1023. `shift` is added to the exponent k.
CK_INLINE large_group log_normal(large_group x, large_group shift) {
  // With sqrt(1/2) taken off and 1 put on, the exponent's bits are 1024 + k.
  const large_group_bits u = (large_group_bits)x + log_offset;
  const large_group m = (large_group)((u & 0x000fffffffffffffL) + log_root);
  // In the mantissa of 2^52 they make 2^52 + 1024 + k.
  const large_group_bits exponent = (large_group_bits)((unsigned_large_group_bits)u >> 52);
  const large_group_bits biased = exponent | 0x4330000000000000L;
  const large_group k = ((large_group)biased - (0x1p52 + 1024)) + shift;
  const large_group f = m - 1;
  const large_group s = f / (m + 1);
  const large_group z = s * s;
  const large_group w = z * z;
  const large_group low = 0x1.5555555555558p-1 + z * 0x1.99999999952d7p-2;
  const large_group middle = 0x1.2492492df281ap-2 + z * 0x1.c71c62e3f11e6p-3;
  const large_group high = 0x1.7462b51cb66b1p-3 + z * 0x1.39fe51a7c18f9p-3;
  const large_group R = z * (low + w * (middle + w * (high + w * 0x1.2b5900de53b32p-3)));
  const large_group half = 0.5 * (f * f);
  // log(2) in two parts; the first has 38 bits, so that its product with k is exact.
  return k * 0x1.62e42fefap-1 - ((half - (s * (half + R) + k * 0x1.cf79abc9e3b3ap-40)) - f);
}

/// log of any number.
static __attribute__((noinline)) void log_any(const large_group *at, large_group *result) {
  const large_group x = *at;
  const large_group_bits tiny = x < 0x1p-1022, large = x > 0x1p1023;
  const large_group scaled = tiny ? x * 0x1p54 : large ? x * 0x1p-54 : x;
  const large_group shift = tiny ? (large_group)-54 : large ? (large_group)54 : (large_group)0;
  large_group y = log_normal(scaled, shift);
  y = x == 0 ? (large_group)-HUGE_VAL : y;
  y = x < 0 ? (large_group)__builtin_nan("") : y;
  y = x == HUGE_VAL ? x : y;
  *result = x != x ? x + x : y;
}

CK_INLINE large_group log_of(large_group x) {
  // The first has its highest bit set for large, infinite and most negative numbers; the second for
  // subnormal numbers, zero and the remaining negative ones. A NaN sets one or the other.
  const large_group_bits bits = (large_group_bits)x;
  const large_group_bits outside = (bits + log_offset) | (bits - 0x0010000000000000L);
  if (__builtin_expect(__builtin_reduce_or(outside) < 0, 0)) {
    log_any(&x, &x);
    return x;
  }
  return log_normal(x, 0);
}
