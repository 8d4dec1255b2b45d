// The hyperbolic tangent, for a = |x|:
//   a < 0.55:  tanh(a) = a + a z P(z) / Q(z),  z = a^2
//   else:      tanh(a) = 1 - t,  t = 2 / (exp(2 a) + 1)
// 0.55 is just beyond the point where t = 1/2, above which t's rounding error alone would be one unit
// in the last place of 1 - t. Both need one division, so they share it. The coefficients are printed
// by Tests/Peers/kernels_polynomials.py.

CK_INLINE group tanh_of(group x) {
  const group a = magnitude(x);
  const group_bits small = a < 0.55;
  const group z = a * a;
  const group P = z * (-0x1.5555555555555p-2 + z * (-0x1.4fe70efa414ddp-6 + z * -0x1.a1fddad3190a0p-13));
  const group Q = 1 + z * (0x1.d894ec6885d71p-2 + z * (0x1.7dac11c7a820dp-6 + z * 0x1.b1701905d9691p-13));

  // tanh(22) rounds to 1. D is half of exp(2 a) + 1, and `lack` what its rounding left: the head is
  // larger than the other terms of D together.
  const exponential e = exponential_of(2 * (a > 22 ? (group)22 : a), -1);
  const group rest = e.head * e.p + 0.5;
  const group D = e.head + rest;
  const group lack = (e.head - D) + rest;

  const group t = (small ? P : (group)1) / (small ? Q : D);
  // 1 - t exactly, in two parts, by means of the leading bits of t.
  const group leading = (group)((group_bits)t & ~0xffffffffL);
  const group correction = (t * (t * lack)) - (t - leading);
  const group y = (small ? a : 1 - leading) + (small ? a * t : correction);
  return (group)((group_bits)y | ((group_bits)x & (long)0x8000000000000000UL));
}
