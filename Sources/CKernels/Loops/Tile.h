// A tile of C: at most CK_TILE_ROWS rows by CK_TILE_VECTORS vectors, summed in registers.

enum { tile_columns = CK_TILE_VECTORS * CK_WIDTH };

/// How many rows of B are fetched before they are read. Nothing is lost where there are none: to
/// fetch an address never fails.
enum { rows_ahead = 16 };

/// The doubles in a line of the cache.
enum { line = 8 };

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
  /// What will be read of B after this panel: `laterStep` elements, a line of the cache or nothing,
  /// are fetched for each step of depth.
  const double *later;
  ptrdiff_t laterStep;
  /// Whether C is too large for the cache to hold it.
  int fetchesC;
  /// Whether the sums go on from what C holds; else from zero.
  int continues;
} tile_task;

/// Moves a tile that is transposed in C, or does not fill its vectors, between C and `sums`.
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
  if (task->cColumn != 1) {
    transpose_strided(sums, width, task->c, (size_t)task->cColumn, rows, task->columns);
    return;
  }
  for (size_t i = 0; i < rows; ++i) {
    memcpy(task->c + (ptrdiff_t)i * task->cRow, sums + i * width, task->columns * sizeof(double));
  }
}

/// `rows` and `vectors` are constants wherever this is used.
CK_INLINE void sum_tile(const int rows, const int vectors, const tile_task *task) {
  const size_t width = (size_t)vectors * CK_WIDTH;
  const int plain = task->cColumn == 1 && task->columns == width;
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
      __builtin_prefetch(below + vectors * CK_WIDTH - 1, 1);
    }
  }
  vector sums[CK_TILE_ROWS][CK_TILE_VECTORS];
  for (int i = 0; i < rows; ++i) {
    for (int v = 0; v < vectors; ++v) {
      sums[i][v] = task->continues ? load(c + i * cRow + v * CK_WIDTH) : (vector)0;
    }
  }
  const double *row[CK_TILE_ROWS];
  for (int i = 0; i < rows; ++i) row[i] = task->a + i * task->aRow;
  const double *b = task->b;
  const ptrdiff_t aColumn = task->aColumn, bRow = task->bRow;
  ptrdiff_t offset = 0;
  const double *next = task->next, *later = task->later;
  const ptrdiff_t laterStep = task->laterStep;
  for (size_t p = task->depth; p > 0; --p, next += CK_TILE_ROWS, later += laterStep) {
    __builtin_prefetch(next);
    __builtin_prefetch(later, 0, 2);
    vector across[CK_TILE_VECTORS];
    for (int v = 0; v < vectors; ++v) {
      __builtin_prefetch(b + rows_ahead * bRow + v * CK_WIDTH);
      across[v] = load(b + v * CK_WIDTH);
    }
    for (int i = 0; i < rows; ++i) {
      const vector element = row[i][offset];
      for (int v = 0; v < vectors; ++v) sums[i][v] = fused(element, across[v], sums[i][v]);
    }
    offset += aColumn;
    b += bRow;
  }
  for (int i = 0; i < rows; ++i) {
    for (int v = 0; v < vectors; ++v) store(c + i * cRow + v * CK_WIDTH, sums[i][v]);
  }
  if (!plain) write_tile((size_t)rows, width, task, buffer);
}

#define CK_TILE(rows, vectors)                                                                 \
  static __attribute__((noinline)) void tile_##rows##_##vectors(const tile_task *task) {       \
    sum_tile(rows, vectors, task);                                                             \
  }
#if CK_TILE_VECTORS == 3
#define CK_TILES(rows) CK_TILE(rows, 1) CK_TILE(rows, 2) CK_TILE(rows, 3)
#define CK_TILE_NAMES(rows) {tile_##rows##_1, tile_##rows##_2, tile_##rows##_3}
#else
#define CK_TILES(rows) CK_TILE(rows, 1) CK_TILE(rows, 2)
#define CK_TILE_NAMES(rows) {tile_##rows##_1, tile_##rows##_2}
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

/// By the number of rows and of vectors, each less one.
static tile_function *const tile_functions[CK_TILE_ROWS][CK_TILE_VECTORS] = {
  CK_TILE_NAMES(1), CK_TILE_NAMES(2), CK_TILE_NAMES(3), CK_TILE_NAMES(4),
#if CK_TILE_ROWS == 8
  CK_TILE_NAMES(5), CK_TILE_NAMES(6), CK_TILE_NAMES(7), CK_TILE_NAMES(8),
#endif
};
