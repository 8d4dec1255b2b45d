// The Mersenne Twister MT19937: loops without branches, which the compiler turns into vectors.

enum { twister_size = 624, twister_ahead = 397 };

/// The twist of two neighbouring words; a mask instead of a jump on a random bit.
CK_INLINE uint32_t twisted(uint32_t a, uint32_t b) {
  const uint32_t y = (a & 0x80000000u) | (b & 0x7fffffffu);
  return (y >> 1) ^ ((0u - (y & 1u)) & 0x9908b0dfu);
}

static void twist(uint32_t *key) {
  const int behind = twister_size - twister_ahead, last = twister_size - 1;
  // No word is read within a vector of where it was written: the nearest lies `behind` words back.
#pragma clang loop vectorize(assume_safety)
  for (int i = 0; i < behind; ++i) {
    key[i] = key[i + twister_ahead] ^ twisted(key[i], key[i + 1]);
  }
#pragma clang loop vectorize(assume_safety)
  for (int i = behind; i < last; ++i) {
    key[i] = key[i - behind] ^ twisted(key[i], key[i + 1]);
  }
  key[last] = key[last - behind] ^ twisted(key[last], key[0]);
}

CK_INLINE uint32_t tempered(uint32_t y) {
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

static void uniform(const uint32_t *words, double *y, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    // Both parts are below 2^31, and signed numbers are converted faster.
    const int32_t high = (int32_t)(tempered(words[2 * i]) >> 5);
    const int32_t low = (int32_t)(tempered(words[2 * i + 1]) >> 6);
    // 2^26 high + low < 2^53: both steps are exact.
    y[i] = ((double)high * 0x1p26 + (double)low) * 0x1p-53;
  }
}
