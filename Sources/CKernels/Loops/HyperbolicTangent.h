// The hyperbolic tangent, for a = |x|:
//   a < 0.6:  tanh(a) = a + a z P(z) / Q(z),  z = a^2
//   else:     tanh(a) = 1 - t,  t = 2 / (exp(2 a) + 1)
// At 0.6 both sums have a small second term, so that its rounding errors count little. Each needs
// one division, which they share. The coefficients are printed by
// Tests/Peers/kernels_polynomials.py.

CK_INLINE group tanh_of(group x) {
  const group a = magnitude(x);
  // tanh(22) rounds to 1. D is half of exp(2 a) + 1, and `lack` what its rounding left: the head is
  // larger than the other terms of D together.
  const exponential e = exponential_of(2 * (a > 22 ? (group)22 : a), -1);
  const group rest = fused(e.head, e.p, (group)0.5);
  const group D = e.head + rest;
  const group lack = (e.head - D) + rest;

  const group_bits small = a < 0.6;
  const group z = a * a;
  const group P = z * fused(z, z + 0x1.9b97a176ed03bp+6, (group)0x1.a249ac9126661p+10);
  const group cubic = fused(z, (group)-0x1.0974c9371ee13p+0, (group)-0x1.d3aad516ad58ep+6);
  const group quadratic = fused(z, cubic, (group)-0x1.218f38470a0d9p+11);
  const group Q = fused(z, quadratic, (group)-0x1.39b7416cdccc9p+12);
  const group t = (small ? P : (group)1) / (small ? Q : D);
  // 1 - t in two parts: rounded, and what the rounding left.
  const group rounded = 1 - t;
  const group left = fused(t, t * lack, (1 - rounded) - t);
  const group y = small ? fused(a, t, a) : rounded + left;
  return (group)((group_bits)y | ((group_bits)x & (long)0x8000000000000000UL));
}
