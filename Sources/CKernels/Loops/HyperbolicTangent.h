// The hyperbolic tangent, for a = |x|:
//   a < 0.6:  tanh(a) = a + a z P(z) / Q(z),  z = a^2
//   else:     tanh(a) = 1 - t,  t = 2 / (exp(2 a) + 1)
// At 0.6 both sums have a small second term, so that its rounding errors count little. Each needs one
// division, which they share. The coefficients are printed by Tests/Peers/kernels_polynomials.py.

CK_INLINE group tanh_of(group x) {
  const group a = magnitude(x);
  const group_bits small = a < 0.6;
  const group z = a * a;
  const group P = z * (-0x1.5555555555555p-2 +
                       z * (-0x1.4fdea18496feap-6 + z * -0x1.a1ce0a9468a56p-13));
  const group Q = 1 + z * (0x1.d89357e275e6bp-2 +
                           z * (0x1.7da0d5f2996f7p-6 + z * 0x1.b13ce2b5278b0p-13));

  // tanh(22) rounds to 1. D is half of exp(2 a) + 1, and `lack` what its rounding left: the head is
  // larger than the other terms of D together.
  const exponential e = exponential_of(2 * (a > 22 ? (group)22 : a), -1);
  const group rest = e.head * e.p + 0.5;
  const group D = e.head + rest;
  const group lack = (e.head - D) + rest;

  const group t = (small ? P : (group)1) / (small ? Q : D);
  // 1 - t in two parts: rounded, and what the rounding left.
  const group rounded = 1 - t;
  const group left = ((1 - rounded) - t) + t * (t * lack);
  const group y = (small ? a : rounded) + (small ? a * t : left);
  return (group)((group_bits)y | ((group_bits)x & (long)0x8000000000000000UL));
}
