// The natural logarithm. With x = 2^k m, sqrt(1/2) <= m < sqrt(2), f = m - 1 and s = f / (2 + f),
//   log(x) = k log(2) + log((1 + s) / (1 - s)),  log((1 + s) / (1 - s)) = 2 s + s z R(z),  z = s^2.
// The sum is arranged as in FreeBSD's e_log.c: 2 s = f - s f, and s f = f^2 / 2 - s f^2 / 2, so that
// the largest term, f, is exact. The coefficients are printed by Tests/Peers/kernels_polynomials.py.

/// For positive normal numbers. `shift` is added to the exponent k.
CK_INLINE vector log_normal(vector x, vector shift) {
  const long root = 0x3fe6a09e667f3bcdL;  // The bits of sqrt(1/2).
  const lanes u = (lanes)x + (0x3ff0000000000000L - root);
  const vector m = (vector)((u & 0x000fffffffffffffL) + root);
  // The exponent's bits in the mantissa of 2^52 make 2^52 + 1023 + k.
  const lanes biased = (lanes)((unsigned_lanes)u >> 52) | 0x4330000000000000L;
  const vector k = ((vector)biased - (0x1p52 + 1023)) + shift;
  const vector f = m - 1;
  const vector s = f / (2 + f);
  const vector z = s * s;
  const vector w = z * z;
  const vector odd = 0x1.99999999952d7p-2 + w * (0x1.c71c62e3f11e6p-3 + w * 0x1.39fe51a7c18f9p-3);
  const vector even =
      0x1.5555555555558p-1 +
      w * (0x1.2492492df281ap-2 + w * (0x1.7462b51cb66b1p-3 + w * 0x1.2b5900de53b32p-3));
  const vector R = z * even + w * odd;
  const vector half = 0.5 * (f * f);
  // log(2) in two parts; the first has 38 bits, so that its product with k is exact.
  return k * 0x1.62e42fefap-1 - ((half - (s * (half + R) + k * 0x1.cf79abc9e3b3ap-40)) - f);
}

/// log where some lane is subnormal, zero, negative, infinite or not a number.
static __attribute__((noinline)) vector log_any(vector x) {
  const lanes tiny = x < 0x1p-1022;
  vector y = log_normal(tiny ? x * 0x1p54 : x, tiny ? (vector)-54 : (vector)0);
  y = x == 0 ? (vector)-HUGE_VAL : y;
  y = x < 0 ? (vector)__builtin_nan("") : y;
  y = x == HUGE_VAL ? x : y;
  return x != x ? x + x : y;
}

CK_INLINE vector log_of(vector x) {
  // Both comparisons are false for a NaN.
  const lanes normal = (x >= 0x1p-1022) & (x < HUGE_VAL);
  if (__builtin_expect(any(~normal), 0)) return log_any(x);
  return log_normal(x, 0);
}
