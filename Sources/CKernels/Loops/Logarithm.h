// The natural logarithm. With x = 2^k m, sqrt(1/2) <= m < sqrt(2), f = m - 1 and s = f / (2 + f),
//   log(x) = k log(2) + log((1 + s) / (1 - s)),  log((1 + s) / (1 - s)) = 2 s + s z R(z),  z = s^2.
// Since 2 s = f - s f, the last sum is f - s (f - z R), as in FreeBSD's e_log.c: its largest term
// is exact, and fused its error stays below 0.86 units in the last place. The coefficients are
// printed by Tests/Peers/kernels_polynomials.py.

/// The bits of sqrt(1/2), and of 2 less those.
static const long log_root = 0x3fe6a09e667f3bcdL;
static const long log_offset = 0x4000000000000000L - 0x3fe6a09e667f3bcdL;

/// For the normal numbers up to sqrt(2) 2^1023. `shift` is added to the exponent k.
CK_INLINE group log_normal(group x, group shift) {
  // With sqrt(1/2) taken off and 1 put on, the exponent's bits are 1024 + k.
  const group_bits u = (group_bits)x + log_offset;
  const group m = (group)((u & 0x000fffffffffffffL) + log_root);
  // In the mantissa of 2^52 they make 2^52 + 1024 + k.
  const group_bits exponent = (group_bits)((unsigned_group_bits)u >> 52);
  const group_bits biased = exponent | 0x4330000000000000L;
  const group k = ((group)biased - (0x1p52 + 1024)) + shift;
  const group f = m - 1;
  const group s = f / (m + 1);
  const group z = s * s;
  const group w = z * z;
  const group low = fused(z, (group)0x1.99999999952d7p-2, (group)0x1.5555555555558p-1);
  const group middle = fused(z, (group)0x1.c71c62e3f11e6p-3, (group)0x1.2492492df281ap-2);
  const group high = fused(z, (group)0x1.39fe51a7c18f9p-3, (group)0x1.7462b51cb66b1p-3);
  const group R = fused(w, fused(w, fused(w, (group)0x1.2b5900de53b32p-3, high), middle), low);
  const group e = fused(s, fused(-z, R, f), k * -0x1.cf79abc9e3b3ap-40);
  return fused(k, (group)0x1.62e42fefap-1, f - e);
}

/// log of any number.
static __attribute__((noinline)) void log_any(const group *at, group *result) {
  const group x = *at;
  const group_bits tiny = x < 0x1p-1022, large = x > 0x1p1023;
  const group scaled = tiny ? x * 0x1p54 : large ? x * 0x1p-54 : x;
  const group shift = tiny ? (group)-54 : large ? (group)54 : (group)0;
  group y = log_normal(scaled, shift);
  y = x == 0 ? (group)-HUGE_VAL : y;
  y = x < 0 ? (group)__builtin_nan("") : y;
  y = x == HUGE_VAL ? x : y;
  *result = x != x ? x + x : y;
}

CK_INLINE group log_of(group x) {
  // The first has its highest bit set for large, infinite and most negative numbers; the second for
  // subnormal numbers, zero and the remaining negative ones. A NaN sets one or the other.
  const group_bits bits = (group_bits)x;
  const group_bits outside = (bits + log_offset) | (bits - 0x0010000000000000L);
  if (__builtin_expect(__builtin_reduce_or(outside) < 0, 0)) {
    log_any(&x, &x);
    return x;
  }
  return log_normal(x, 0);
}

