// The hyperbolic tangent, for a = |x|:
//   a < 0.55:  tanh(a) = a + a z P(z) / Q(z),  z = a^2
//   else:      tanh(a) = 1 - t,  t = 2 / (exp(2 a) + 1)
// 0.55 is just beyond the point where t = 1/2, above which t's rounding error alone would be one unit
// in the last place of 1 - t. Both need one division, so they share it. The coefficients are printed
// by Tests/Peers/kernels_polynomials.py.

CK_INLINE vector tanh_of(vector x) {
  const vector a = magnitude(x);
  const lanes small = a < 0.55;
  const vector z = a * a;
  const vector P = z * (-0x1.5555555555555p-2 + z * (-0x1.4fe70efa414ddp-6 + z * -0x1.a1fddad3190a0p-13));
  const vector Q = 1 + z * (0x1.d894ec6885d71p-2 + z * (0x1.7dac11c7a820dp-6 + z * 0x1.b1701905d9691p-13));

  // tanh(22) rounds to 1.
  const exponential e = exponential_of(2 * (a > 22 ? (vector)22 : a));
  const vector scale = (vector)(e.exponent + 0x3ff0000000000000L);
  const vector high = e.high + e.low;
  const vector low = (e.high - high) + e.low;
  const vector E = high * scale;
  const vector D = E + 1;
  // What D lacks: the rounding error of the sum and the low part of the exponential.
  const vector lack = ((E - D) + 1) + low * scale;

  const vector quotient = (small ? P : (vector)2) / (small ? Q : D);
  const vector near = a + a * quotient;
  const vector far = 1 - (quotient - (0.5 * quotient) * (quotient * lack));
  const vector y = small ? near : far;
  return (vector)((lanes)y | ((lanes)x & (long)0x8000000000000000UL));
}
