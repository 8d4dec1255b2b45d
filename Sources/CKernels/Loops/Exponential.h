// The exponential. With x = (16 e + j) log(2) / 16 + r, |r| <= log(2) / 32,
//   exp(x) = 2^e 2^(j/16) exp(r),  exp(r) = 1 + r + r^2 q(r).
// The table and the coefficients are printed by Tests/Peers/kernels_polynomials.py.

#include <math.h>

/// 2^(j/16) rounded to double, and what the rounding left.
static const double exp_heads[16] = {
  0x1p+0,                0x1.0b5586cf9890fp+0, 0x1.172b83c7d517bp+0, 0x1.2387a6e756238p+0,
  0x1.306fe0a31b715p+0,  0x1.3dea64c123422p+0, 0x1.4bfdad5362a27p+0, 0x1.5ab07dd485429p+0,
  0x1.6a09e667f3bcdp+0,  0x1.7a11473eb0187p+0, 0x1.8ace5422aa0dbp+0, 0x1.9c49182a3f090p+0,
  0x1.ae89f995ad3adp+0,  0x1.c199bdd85529cp+0, 0x1.d5818dcfba487p+0, 0x1.ea4afa2a490dap+0,
};
static const double exp_tails[16] = {
  0,                      0x1.8a62e4adc610bp-54, -0x1.19041b9d78a76p-55, 0x1.9b07eb6c70573p-54,
  0x1.6f46ad23182e4p-55,  0x1.ada0911f09ebcp-55, 0x1.d4397afec42e2p-56,  0x1.6324c054647adp-54,
  -0x1.bdd3413b26456p-54, -0x1.41577ee04992fp-55, 0x1.6e9f156864b27p-54, 0x1.c7c46b071f2bep-56,
  0x1.7a1cd345dcc81p-54,  0x1.11065895048ddp-55, 0x1.2ed02d75b3707p-55,  -0x1.e9c23179c2893p-54,
};

/// exp(x) = (high + low) 2^e, where |low| < high / 32 and `exponent` is e in a double's bits 52...62.
typedef struct {
  vector high, low;
  lanes exponent;
} exponential;

/// For |x| < 800; other arguments give arbitrary numbers.
CK_INLINE exponential exponential_of(vector x) {
  // Adding 1.5 * 2^52 rounds to an integer and leaves it in the sum's lowest bits.
  const vector shifted = x * 0x1.71547652b82fep+4 + 0x1.8p52;
  const lanes k = (lanes)shifted;
  const vector n = shifted - 0x1.8p52;
  // log(2) / 16 in two parts; the first has 38 bits, so that its product with n is exact.
  const vector r = (x - n * 0x1.62e42fefap-5) - n * 0x1.cf79abc9e3b3ap-44;
  const vector r2 = r * r;
  const vector q = (0.5 + 0x1.5555555555556p-3 * r) +
                   r2 * ((0x1.55555554e93b7p-5 + 0x1.11111110e1059p-7 * r) +
                         r2 * (0x1.6c17ed5c1f49ep-10 + 0x1.a01b0c3c80bbcp-13 * r));
  const lanes j = k & 15;
  const vector head = look_up(exp_heads, j);
  const vector tail = look_up(exp_tails, j);
  return (exponential){head, tail + head * (r + r2 * q), (k & ~15L) << 48};
}

/// exp where the result may be subnormal, zero, infinite or not a number.
static __attribute__((noinline)) vector exp_far(vector x) {
  const lanes up = x > 0;
  vector clamped = x < -746 ? (vector)-746 : x;
  clamped = clamped > 710 ? (vector)710 : clamped;
  const exponential e = exponential_of(clamped);
  // Scale in two steps, so that a subnormal or infinite result is rounded once, at the end.
  const lanes half = up ? (lanes)(-(128L << 52)) : (lanes)(128L << 52);
  const vector rest = up ? (vector)0x1p128 : (vector)0x1p-128;
  const vector y = (vector)((lanes)(e.high + e.low) + e.exponent + half) * rest;
  return x != x ? x + x : y;
}

CK_INLINE vector exp_of(vector x) {
  // Beyond 708 the scaled result might not be normal. The comparison is false for a NaN too.
  if (__builtin_expect(any(~(magnitude(x) <= 708)), 0)) return exp_far(x);
  const exponential e = exponential_of(x);
  return (vector)((lanes)(e.high + e.low) + e.exponent);
}
