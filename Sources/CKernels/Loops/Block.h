// The general matrix product, in blocks.

#include <stdatomic.h>
#include <stdlib.h>

/// Element (i, p) is elements[i row + p column].
typedef struct {
  const double *elements;
  ptrdiff_t row, column;
} matrix;

CK_INLINE size_t round_up(size_t x, size_t unit) { return (x + unit - 1) / unit * unit; }

/// The greatest depth of a block, its rows of A and its columns of B: a panel of B stays near the
/// first-level cache, a block of A in the second.
enum {
  block_depth = 320,
  block_rows = 16 * CK_TILE_ROWS,
  block_columns = 64 * tile_columns,
  /// The elements of a C that is written past the cache: 16 MiB.
  streamed_size = 1 << 21,
};

/// A block of A times a block of B.
typedef struct {
  /// The leftmost tiles.
  tile_task first;
  size_t rows, columns;
  /// From the rows of B that one panel of tiles reads to those of the next.
  size_t bStep;
  /// The depth of A's panels; 0 where A is read where it lies.
  size_t aPanel;
  const double *bEnd;
} block_task;

/// The panel of tiles from a column on. B's rows may end before the last vector does: reading on,
/// into the next row, fills lanes that nobody uses, except in the last rows, which are copied first.
static void sum_panel(const block_task *block, size_t column) {
  const size_t rows = block->rows, depth = block->first.depth;
  const size_t tilesHigh = (rows + CK_TILE_ROWS - 1) / CK_TILE_ROWS;
  tile_task task = block->first;
  task.b += column / tile_columns * block->bStep;
  task.c += (ptrdiff_t)column * task.cColumn;
  task.columns = least(block->columns - column, tile_columns);
  task.laterFrom = column / tile_columns * tilesHigh * depth;

  const size_t steps = (task.columns + column_step - 1) / column_step;
  const ptrdiff_t width = (ptrdiff_t)(steps * column_step);
  size_t readable = depth;
  while (readable > 0 && (ptrdiff_t)(readable - 1) * task.bRow + width > block->bEnd - task.b) {
    --readable;
  }
  double last[4 * tile_columns];
  if (readable < depth) memset(last, 0, sizeof last);
  for (size_t p = readable; p < depth; ++p) {
    memcpy(last + (p - readable) * tile_columns, task.b + (ptrdiff_t)p * task.bRow,
           task.columns * sizeof(double));
  }

  // After a tile's elements of A follow the next tile's or, where A lies column by column, those
  // of the next block.
  const ptrdiff_t tileStep = block->aPanel != 0 ? (ptrdiff_t)(CK_TILE_ROWS * block->aPanel)
                                                : CK_TILE_ROWS * task.aRow;
  const int byColumns = block->aPanel == 0 && task.aRow == 1;
  const ptrdiff_t nextStep = byColumns ? (ptrdiff_t)(CK_TILE_ROWS * depth) : tileStep;
  task.next = task.a + (byColumns ? (ptrdiff_t)depth * task.aColumn : tileStep);
  task.depth = readable;
  for (size_t i = 0; i < rows; i += CK_TILE_ROWS) {
    tile_function *const function =
        tile_functions[least(rows - i, CK_TILE_ROWS) - 1][steps - 1];
    if (readable > 0) function(&task);
    if (readable < depth) {
      tile_task end = task;
      end.a += (ptrdiff_t)readable * task.aColumn;
      end.b = last;
      end.bRow = tile_columns;
      end.depth = depth - readable;
      end.continues = task.continues || readable > 0;
      function(&end);
    }
    task.a += tileStep;
    task.c += CK_TILE_ROWS * task.cRow;
    task.next += nextStep;
    task.laterFrom += depth;
  }
}

static void sum_panels(const block_task *block) {
  for (size_t j = 0; j < block->columns; j += tile_columns) sum_panel(block, j);
}

/// Copies numbers past the cache, which keeps what it holds and need not fetch the lines that they
/// fill.
static void stream(double *to, const double *from, size_t n) {
  size_t i = least(elements_before_vector(to), n);
  memcpy(to, from, i * sizeof(double));
  for (; i + CK_WIDTH <= n; i += CK_WIDTH) {
    __builtin_nontemporal_store(load(from + i), (vector *)(to + i));
  }
  memcpy(to + i, from + i, (n - i) * sizeof(double));
}

/// The rows of C, which lie one behind the other, by strips as high as a tile.
static void stream_block(const block_task *block, double *strip) {
  double *c = block->first.c;
  for (size_t i = 0; i < block->rows; i += CK_TILE_ROWS) {
    block_task one = *block;
    one.rows = least(block->rows - i, CK_TILE_ROWS);
    one.first.a += block->aPanel != 0 ? (ptrdiff_t)(i * block->aPanel)
                                      : (ptrdiff_t)i * one.first.aRow;
    // As far into a line of the cache as the strip will be in C.
    one.first.c = strip + (uintptr_t)c / sizeof(double) % line;
    sum_panels(&one);
    stream(c, one.first.c, one.rows * block->columns);
    c += one.rows * block->columns;
  }
}

/// C = A B by tiles. C's element (i, j) is c[i cRow + j cColumn]; one of the two is 1. `size`
/// counts the elements of the whole product, of which this may be a part. Returns 0, with nothing
/// done, if there is no memory for packing.
static int blocked_product(matrix A, matrix B, double *c, ptrdiff_t cRow, ptrdiff_t cColumn,
                           size_t rows, size_t columns, size_t k, size_t size) {
  // A few tiles read a narrow B as fast where it lies as they would read its copy.
  const size_t tilesHigh = (rows + CK_TILE_ROWS - 1) / CK_TILE_ROWS;
  const int gainsByPacking = tilesHigh > 8 || (tilesHigh > 2 && columns > 512);
  const int packsB = B.column != 1 || B.row < 2 || (gainsByPacking && columns * k > 4096);
  const int packsA = columns > 2 * tile_columns && rows * k > 1024;
  // A product narrower than a tile needs no panels of a tile's width.
  const size_t panel = least(round_up(columns, column_step), tile_columns);
  // Slices of equal depth: each reads and writes all of C.
  const size_t slices = (k + block_depth - 1) / block_depth;
  const size_t deep = (k + slices - 1) / slices;
  const size_t wide = least(round_up(columns, panel), block_columns);
  const size_t high = least(round_up(rows, CK_TILE_ROWS), block_rows);
  // C is not read again soon if a cache would not hold it, nor added to if one slice is all.
  const int streams = slices == 1 && cColumn == 1 && cRow == (ptrdiff_t)columns &&
                      columns <= block_columns && size >= streamed_size;
  const size_t stripSize = streams ? round_up(CK_TILE_ROWS * columns, line) + line : 0;
  double *memory = NULL;
  const size_t need =
      (stripSize + deep * ((packsB ? wide : 0) + (packsA ? high : 0))) * sizeof(double);
  if (need > 0 && posix_memalign((void **)&memory, 64, need) != 0) return 0;
  double *const strip = memory;
  double *const panelsB = memory + stripSize;
  double *const panelsA = panelsB + (packsB ? deep * wide : 0);
  const double *const endB = B.elements + (ptrdiff_t)(k - 1) * B.row + (ptrdiff_t)columns;

  for (size_t p = 0; p < k; p += deep) {
    const size_t depth = least(k - p, deep);
    for (size_t j = 0; j < columns; j += block_columns) {
      const size_t width = least(columns - j, block_columns);
      const double *b = B.elements + (ptrdiff_t)p * B.row + (ptrdiff_t)j * B.column;
      if (packsB) pack(panelsB, panel, b, B.column, B.row, width, depth);
      // While the tiles read B where it lies, the rows of the next slice are fetched, one after the
      // other: row by row within a panel, as they will be read, takes twice as long.
      const int fetches = !packsB && p + depth < k;
      for (size_t i = 0; i < rows; i += block_rows) {
        const size_t height = least(rows - i, block_rows);
        const double *a = A.elements + (ptrdiff_t)i * A.row + (ptrdiff_t)p * A.column;
        if (packsA) pack(panelsA, CK_TILE_ROWS, a, A.row, A.column, height, depth);
        const block_task block = {
          .first = {
            .a = packsA ? panelsA : a,
            .aRow = packsA ? 1 : A.row,
            .aColumn = packsA ? CK_TILE_ROWS : A.column,
            .b = packsB ? panelsB : b,
            .bRow = packsB ? (ptrdiff_t)panel : B.row,
            .later = fetches ? b + (ptrdiff_t)depth * B.row : b,
            .laterLines = fetches ? width / line + 1 : 0,
            .depth = depth,
            .c = c + (ptrdiff_t)i * cRow + (ptrdiff_t)j * cColumn,
            .cRow = cRow,
            .cColumn = cColumn,
            .fetchesC = !streams && size > 16384,
            .continues = p > 0,
          },
          .rows = height,
          .columns = width,
          .bStep = packsB ? tile_columns * depth : tile_columns,
          .aPanel = packsA ? depth : 0,
          .bEnd = packsB ? panelsB + wide * depth : endB,
        };
        if (streams) {
          stream_block(&block, strip);
        } else {
          sum_panels(&block);
        }
      }
    }
  }
  // Another processor that reads C next must find it written.
  if (streams) atomic_thread_fence(memory_order_seq_cst);
  free(memory);
  return 1;
}
