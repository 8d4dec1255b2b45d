// Sums of many numbers: 32 partial sums over a block, folded in halves, and a balanced tree over
// the blocks, so that the rounding error grows with the logarithm of the count.

enum { sum_lanes = 32, sum_block = 2048 };

/// The lanes of one block.
typedef struct {
  vector parts[sum_lanes / CK_WIDTH];
} block_lanes;

/// The sums of lanes l and l + 16, of those l and l + 8, and so on.
CK_INLINE double folded(block_lanes lanes) {
  for (int half = sum_lanes / CK_WIDTH / 2; half > 0; half /= 2) {
    for (int v = 0; v < half; ++v) lanes.parts[v] += lanes.parts[v + half];
  }
  double lane[CK_WIDTH];
  store(lane, lanes.parts[0]);
  for (int half = CK_WIDTH / 2; half > 0; half /= 2) {
    for (int l = 0; l < half; ++l) lane[l] += lane[l + half];
  }
  return lane[0];
}

/// Adds the products of at most `count` numbers to the first lanes. -0 is what changes no sum.
CK_INLINE void add_product(vector *sum, const double *x, const double *y, size_t count) {
  *sum = count < CK_WIDTH ? fused(load_some(x, count, 0), load_some(y, count, -0.0), *sum)
                          : fused(load(x), load(y), *sum);
}

/// The sum of x[i] y[i], or of x[i] if y is NULL, for at most sum_block elements. Lane l adds the
/// elements whose index is l modulo 32 in ascending order. Vectors of any width add these same
/// lanes.
CK_INLINE double block_sum(const double *x, const double *y, size_t n) {
  block_lanes sums;
  for (int v = 0; v < sum_lanes / CK_WIDTH; ++v) sums.parts[v] = 0;
  size_t i = 0;
  for (; i + sum_lanes <= n; i += sum_lanes) {
    for (int v = 0; v < sum_lanes / CK_WIDTH; ++v) {
      const size_t at = i + (size_t)v * CK_WIDTH;
      const vector term = load(x + at);
      sums.parts[v] = y ? fused(term, load(y + at), sums.parts[v]) : sums.parts[v] + term;
    }
  }
  for (int v = 0; v < sum_lanes / CK_WIDTH; ++v, i += CK_WIDTH) {
    if (i >= n) break;
    if (y) {
      add_product(&sums.parts[v], x + i, y + i, n - i);
    } else {
      sums.parts[v] += n - i < CK_WIDTH ? load_some(x + i, n - i, -0.0) : load(x + i);
    }
  }
  return folded(sums);
}

/// A binary counter: `waiting` holds one sum for each bit that is set in the number of blocks, and
/// two sums of equally many blocks are added at once.
typedef struct {
  double waiting[64];
  int depth;
  size_t blocks;
} tree;

CK_INLINE void add_block(tree *t, double s) {
  for (size_t bit = t->blocks++; bit & 1; bit >>= 1) s = t->waiting[--t->depth] + s;
  t->waiting[t->depth++] = s;
}

CK_INLINE double tree_total(const tree *t) {
  if (t->depth == 0) return 0;
  double s = t->waiting[t->depth - 1];
  for (int i = t->depth - 2; i >= 0; --i) s = t->waiting[i] + s;
  return s;
}

CK_INLINE double tree_sum(const double *x, const double *y, size_t n) {
  if (n <= sum_block) return block_sum(x, y, n);
  tree t;
  t.depth = 0;
  t.blocks = 0;
  for (size_t i = 0; i < n; i += sum_block) {
    add_block(&t, block_sum(x + i, y ? y + i : NULL, n - i < sum_block ? n - i : sum_block));
  }
  return tree_total(&t);
}

static double sum(const double *x, size_t n) { return tree_sum(x, NULL, n); }
static double dot(const double *x, const double *y, size_t n) { return tree_sum(x, y, n); }
