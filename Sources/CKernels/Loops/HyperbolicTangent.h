// The hyperbolic tangent, for a = |x|:
//   a < 0.84:  tanh(a) = a + a t,  t = z P(z) / Q(z),  z = a^2
//   else:      tanh(a) = 1 + t,    t = -1 / D,         D = (exp(2 a) + 1) / 2
// At 0.84 both sums have a small second term, so that its rounding errors count little. Each needs
// one division, which they share. The coefficients are printed by
// Tests/Peers/kernels_polynomials.py.

/// As exp_heads, with 52 bits: adding 1/2 to a head is then exact.
static const long tanh_heads[16] = {
  0x3ff0000000000000, 0x3fefb5586cf98910, 0x3fef72b83c7d517a, 0x3fef387a6e756238,
  0x3fef06fe0a31b716, 0x3feedea64c123422, 0x3feebfdad5362a28, 0x3feeab07dd48542a,
  0x3feea09e667f3bcc, 0x3feea11473eb0186, 0x3feeace5422aa0dc, 0x3feec49182a3f090,
  0x3feee89f995ad3ae, 0x3fef199bdd85529c, 0x3fef5818dcfba488, 0x3fefa4afa2a490da,
};
/// What that rounding left, less what n log(2) / 16 with one rounded constant leaves for
/// n = 32 + j: where 1 / D is greatest, and for other n it counts for little.
static const double tanh_tails[16] = {
  -0x1.abc9e3b39803fp-55, -0x1.9bbfd3f27a633p-53, 0x1.237395a96f9a6p-53,  0x1.fbf5d6d14d9c5p-56,
  -0x1.d9a4ec696d4d1p-53, -0x1.2959c9aa05fb9p-56, -0x1.dcaca64505cf7p-53, -0x1.7949bb8e85c95p-53,
  0x1.1aed45138ca93p-55,  0x1.368832e4c68e4p-54,  -0x1.617f2d028cd8ep-53, -0x1.b157689cc5d41p-55,
  -0x1.5313689daae49p-53, -0x1.be1e76af155ffp-55, -0x1.87a1064fe5a9cp-53, -0x1.1cf06bdb40193p-53,
};

CK_INLINE group tanh_of(group x) {
  const group a = magnitude(x);
  // tanh(22) rounds to 1.
  const group two_a = 2 * (a > 22 ? (group)22 : a);
  const sixteenths s = sixteenths_of(two_a, -1);
  const group r = fused(s.n, (group)-0x1.62e42fefa39efp-5, two_a);
  const exponential half = exponential_near(s.k, r, tanh_heads, tanh_tails);
  const group D = fused(half.head, half.p, half.head + 0.5);

  const group_bits small = a < 0.84;
  const group z = a * a;
  const group P = fused(z, z + 0x1.61e35b22d2d57p+6, (group)0x1.58c1d33d16b2cp+10);
  const group linear = fused(z, (group)0x1.38160a0c4151dp-14, (group)-0x1.0b6fd28208cb7p+0);
  const group quadratic = fused(z, linear, (group)-0x1.952523ec9d77dp+6);
  const group cubic = fused(z, quadratic, (group)-0x1.e01004f96f919p+10);
  const group Q = fused(z, cubic, (group)-0x1.02915e6dd1061p+12);
  const group t = (small ? z * P : (group)-1) / (small ? Q : D);
  const group first = small ? a : (group)1;
  const group y = fused(first, t, first);
  return (group)((group_bits)y | ((group_bits)x & (long)0x8000000000000000UL));
}
