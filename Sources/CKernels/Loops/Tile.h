// A tile of C: at most CK_TILE_ROWS rows by CK_TILE_VECTORS vectors, summed in registers.

enum { tile_columns = CK_TILE_VECTORS * CK_WIDTH };

/// How many rows of B are fetched before they are read. Nothing is lost where there are none: to
/// fetch an address never fails.
enum { rows_ahead = 16 };

/// The doubles in a line of the cache.
enum { line = 8 };

CK_INLINE size_t least(size_t x, size_t y) { return x < y ? x : y; }

typedef struct {
  /// Element (i, p) of A is a[i aRow + p aColumn].
  const double *a;
  ptrdiff_t aRow, aColumn;
  /// Row p of B begins at b + p bRow and can be read over whole vectors.
  const double *b;
  ptrdiff_t bRow;
  size_t depth;
  /// Element (i, j) of C is c[i cRow + j cColumn]; one of the two strides is 1.
  double *c;
  ptrdiff_t cRow, cColumn;
  /// The columns of the tile that C has.
  size_t columns;
  /// What will be read of A next, CK_TILE_ROWS elements for each step of depth; fetched ahead.
  const double *next;
  /// What will be read of B after this panel, where B lies in rows: a line of the cache is fetched
  /// for each step of depth, row after row, `laterLines` of each row, the first `laterFrom` lines
  /// having been fetched before. With no lines, nothing is.
  const double *later;
  size_t laterLines, laterFrom;
  /// Whether C is too large for the cache to hold it.
  int fetchesC;
  /// Whether the sums go on from what C holds; else from zero.
  int continues;
} tile_task;

/// Moves a tile that is transposed in C between C and `sums`.
static __attribute__((noinline)) void read_tile(size_t rows, size_t width, const tile_task *task,
                                                double *sums) {
  memset(sums, 0, rows * width * sizeof(double));
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < task->columns; ++j) {
      sums[i * width + j] = task->c[(ptrdiff_t)i * task->cRow + (ptrdiff_t)j * task->cColumn];
    }
  }
}

static __attribute__((noinline)) void write_tile(size_t rows, size_t width, const tile_task *task,
                                                 const double *sums) {
  transpose_strided(sums, width, task->c, (size_t)task->cColumn, rows, task->columns);
}

/// A tile's last vector may have fewer than CK_WIDTH columns of C.
CK_INLINE vector load_sums(const double *c, int isLast, size_t count) {
  return isLast && count < CK_WIDTH ? load_some(c, count, 0) : load(c);
}

CK_INLINE void store_sums(double *c, vector sums, int isLast, size_t count) {
  if (isLast && count < CK_WIDTH) {
    store_some(c, sums, count);
  } else {
    store(c, sums);
  }
}

/// A tile of so many vectors and, if `half` is 1, half a vector. All three are constants wherever
/// this is used.
CK_INLINE void sum_tile(const int rows, const int vectors, const int half,
                        const tile_task *task) {
  const size_t halfAt = (size_t)vectors * CK_WIDTH;
  const size_t lastWidth = half ? CK_WIDTH / 2 : CK_WIDTH;
  const size_t width = halfAt + (half ? lastWidth : 0);
  const int plain = task->cColumn == 1;
  const size_t inLast = plain ? task->columns - (width - lastWidth) : lastWidth;
  double buffer[CK_TILE_ROWS * tile_columns];
  double *c = task->c;
  ptrdiff_t cRow = task->cRow;
  if (!plain) {
    c = buffer;
    cRow = (ptrdiff_t)width;
    if (task->continues) read_tile((size_t)rows, width, task, buffer);
  }

  if (plain && task->fetchesC) {
    // The tile below is the next.
    for (int i = 0; i < rows; ++i) {
      const double *const below = c + (rows + i) * cRow;
      for (int v = 0; v < vectors; ++v) __builtin_prefetch(below + v * CK_WIDTH, 1);
      __builtin_prefetch(below + width - 1, 1);
    }
  }
  vector sums[CK_TILE_ROWS][CK_TILE_VECTORS];
  half_vector halves[CK_TILE_ROWS];
  for (int i = 0; i < rows; ++i) {
    const double *const from = c + i * cRow;
    for (int v = 0; v < vectors; ++v) {
      sums[i][v] = task->continues
                       ? load_sums(from + v * CK_WIDTH, !half && v == vectors - 1, inLast)
                       : (vector)0;
    }
    if (half) halves[i] = task->continues ? load_half(from + halfAt, inLast) : (half_vector)0;
  }
  const double *row[CK_TILE_ROWS];
  for (int i = 0; i < rows; ++i) row[i] = task->a + i * task->aRow;
  const double *b = task->b;
  const ptrdiff_t aColumn = task->aColumn, bRow = task->bRow;
  ptrdiff_t offset = 0;
  const double *next = task->next, *later = task->later;
  const size_t lines = task->laterLines;
  const ptrdiff_t step = lines > 0 ? line : 0;
  size_t toRowEnd = task->depth;
  if (lines > 0) {
    const size_t fetched = task->laterFrom % lines;
    later += (ptrdiff_t)(task->laterFrom / lines) * bRow + (ptrdiff_t)fetched * line;
    toRowEnd = lines - fetched;
  }
  for (size_t left = task->depth; left > 0;) {
    const size_t steps = least(left, toRowEnd);
    for (size_t p = steps; p > 0; --p, next += CK_TILE_ROWS, later += step) {
      __builtin_prefetch(next);
      __builtin_prefetch(later, 0, 2);
      vector across[CK_TILE_VECTORS];
      for (int v = 0; v < vectors; ++v) {
        __builtin_prefetch(b + rows_ahead * bRow + v * CK_WIDTH);
        across[v] = load(b + v * CK_WIDTH);
      }
      half_vector halfAcross = 0;
      if (half) {
        __builtin_prefetch(b + rows_ahead * bRow + halfAt);
        halfAcross = load_half(b + halfAt, lastWidth);
      }
      for (int i = 0; i < rows; ++i) {
        const double element = row[i][offset];
        for (int v = 0; v < vectors; ++v) {
          sums[i][v] = fused((vector)element, across[v], sums[i][v]);
        }
        if (half) halves[i] = fused((half_vector)element, halfAcross, halves[i]);
      }
      offset += aColumn;
      b += bRow;
    }
    left -= steps;
    toRowEnd = lines;
    later += bRow - (ptrdiff_t)lines * line;
  }
  for (int i = 0; i < rows; ++i) {
    double *const to = c + i * cRow;
    for (int v = 0; v < vectors; ++v) {
      store_sums(to + v * CK_WIDTH, sums[i][v], !half && v == vectors - 1, inLast);
    }
    if (half) store_half(to + halfAt, halves[i], inLast);
  }
  if (!plain) write_tile((size_t)rows, width, task, buffer);
}

#define CK_TILE(rows, vectors, half)                                                           \
  static __attribute__((noinline)) void tile_##rows##_##vectors##_##half(const tile_task *task) { \
    sum_tile(rows, vectors, half, task);                                                       \
  }
#if CK_WIDTH == 8
/// What the width of a tile is a multiple of.
enum { column_step = CK_WIDTH / 2 };
#define CK_TILES(rows)                                        \
  CK_TILE(rows, 0, 1) CK_TILE(rows, 1, 0) CK_TILE(rows, 1, 1) \
  CK_TILE(rows, 2, 0) CK_TILE(rows, 2, 1) CK_TILE(rows, 3, 0)
#define CK_TILE_NAMES(rows)                                  \
  {                                                          \
    tile_##rows##_0_1, tile_##rows##_1_0, tile_##rows##_1_1, \
    tile_##rows##_2_0, tile_##rows##_2_1, tile_##rows##_3_0, \
  }
#else
enum { column_step = CK_WIDTH };
#if CK_TILE_VECTORS == 3
#define CK_TILES(rows) CK_TILE(rows, 1, 0) CK_TILE(rows, 2, 0) CK_TILE(rows, 3, 0)
#define CK_TILE_NAMES(rows) {tile_##rows##_1_0, tile_##rows##_2_0, tile_##rows##_3_0}
#else
#define CK_TILES(rows) CK_TILE(rows, 1, 0) CK_TILE(rows, 2, 0)
#define CK_TILE_NAMES(rows) {tile_##rows##_1_0, tile_##rows##_2_0}
#endif
#endif

CK_TILES(1)
CK_TILES(2)
CK_TILES(3)
CK_TILES(4)
#if CK_TILE_ROWS == 8
CK_TILES(5)
CK_TILES(6)
CK_TILES(7)
CK_TILES(8)
#endif

typedef void tile_function(const tile_task *task);

/// By the number of rows and of steps of columns, each less one.
static tile_function *const tile_functions[CK_TILE_ROWS][tile_columns / column_step] = {
  CK_TILE_NAMES(1), CK_TILE_NAMES(2), CK_TILE_NAMES(3), CK_TILE_NAMES(4),
#if CK_TILE_ROWS == 8
  CK_TILE_NAMES(5), CK_TILE_NAMES(6), CK_TILE_NAMES(7), CK_TILE_NAMES(8),
#endif
};
