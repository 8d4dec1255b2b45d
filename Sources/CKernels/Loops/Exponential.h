// The exponential. With x = (16 e + j) log(2) / 16 + r, |r| <= log(2) / 32,
//   exp(x) = 2^e 2^(j/16) exp(r),  exp(r) = 1 + r + r^2 q(r).
// The tables and coefficients are printed by Tests/Peers/kernels_polynomials.py.

#include <math.h>

/// The bits of 2^(j/16) rounded to double, less j << 48: adding (16 e + j) << 48 makes 2^e
/// 2^(j/16).
static const long exp_heads[16] = {
  0x3ff0000000000000, 0x3fefb5586cf9890f, 0x3fef72b83c7d517b, 0x3fef387a6e756238,
  0x3fef06fe0a31b715, 0x3feedea64c123422, 0x3feebfdad5362a27, 0x3feeab07dd485429,
  0x3feea09e667f3bcd, 0x3feea11473eb0187, 0x3feeace5422aa0db, 0x3feec49182a3f090,
  0x3feee89f995ad3ad, 0x3fef199bdd85529c, 0x3fef5818dcfba487, 0x3fefa4afa2a490da,
};
/// What that rounding left, relative to the head.
static const double exp_tails[16] = {
  0,                      0x1.79aa65d837b6dp-54,  -0x1.01b15eaa59348p-55, 0x1.68efde3a8a894p-54,
  0x1.34d754db0abb6p-55,  0x1.59f48a72a4c6dp-55,  0x1.690cebb7aafb0p-56,  0x1.063e1e21c5409p-54,
  -0x1.3b3efbf5e2228p-54, -0x1.b32dcb94da51dp-56, 0x1.db72fc1f0eab4p-55,  0x1.1affc2b91ce27p-56,
  0x1.c1a7792cb3387p-55,  0x1.36eae30af0cb3p-56,  0x1.4a385a63d07a7p-56,  -0x1.ff7128fd391f0p-55,
};

/// exp(x) 2^scale = head (1 + p), |p| < 1/32.
typedef struct {
  group head, p;
} exponential;

/// n, the integer nearest to 16 x / log(2), and in the lowest bits of k, n + 16 scale.
typedef struct {
  group n;
  group_bits k;
} sixteenths;

CK_INLINE sixteenths sixteenths_of(group x, int scale) {
  // Adding 1.5 * 2^52 rounds to an integer and leaves it in the sum's lowest bits.
  const double integers = 0x1.8p52 + 16 * scale;
  const group shifted = fused(x, (group)0x1.71547652b82fep+4, (group)integers);
  return (sixteenths){shifted - integers, (group_bits)shifted};
}

/// The exponential at k log(2) / 16 + r, |r| <= log(2) / 32, by the tables of 2^(j/16).
CK_INLINE exponential exponential_near(group_bits k, group r, const long *heads,
                                       const double *tails) {
  const group r2 = r * r;
  const group low = fused(r, (group)0x1.5555555489e87p-3, (group)0.5);
  const group middle = fused(r, (group)0x1.11123daf45179p-7, (group)0x1.55555554ef9efp-5);
  const group q = fused(r2, fused(r2, (group)0x1.6c17ee0a2d363p-10, middle), low);
  const group_bits head = (group_bits)look_up((const double *)heads, k) + (k << 48);
  return (exponential){(group)head, fused(r2, q, r) + look_up(tails, k)};
}

/// For |x| < 800, where the head is a normal number; other arguments give arbitrary numbers.
CK_INLINE exponential exponential_of(group x, int scale) {
  const sixteenths s = sixteenths_of(x, scale);
  // log(2) / 16 in two parts; the first has 38 bits, so that its product with n is exact.
  const group near = fused(s.n, (group)-0x1.62e42fefap-5, x);
  return exponential_near(s.k, fused(s.n, (group)-0x1.cf79abc9e3b3ap-44, near), exp_heads,
                          exp_tails);
}

/// exp where the result may be subnormal, zero, infinite or not a number.
static __attribute__((noinline)) void exp_far(const group *at, group *result) {
  const group x = *at;
  group clamped = x < -746 ? (group)-746 : x;
  clamped = clamped > 710 ? (group)710 : clamped;
  // Scale in two steps, so that a subnormal or infinite result is rounded once, at the end.
  const exponential up = exponential_of(clamped, -128), down = exponential_of(clamped, 128);
  const group y = x > 0 ? fused(up.head, up.p, up.head) * 0x1p128
                        : fused(down.head, down.p, down.head) * 0x1p-128;
  *result = x != x ? x + x : y;
}

CK_INLINE group exp_of(group x) {
  // Beyond 700 the result or a term of it might not be normal. The comparison is false for a NaN
  // too.
  if (__builtin_expect(any(~(magnitude(x) <= 700)), 0)) {
    exp_far(&x, &x);
    return x;
  }
  const exponential e = exponential_of(x, 0);
  return fused(e.head, e.p, e.head);
}
