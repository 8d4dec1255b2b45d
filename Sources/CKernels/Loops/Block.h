// The general matrix product, in blocks.

#include <stdlib.h>

/// Element (i, p) is elements[i row + p column].
typedef struct {
  const double *elements;
  ptrdiff_t row, column;
} matrix;

CK_INLINE size_t least(size_t x, size_t y) { return x < y ? x : y; }
CK_INLINE size_t round_up(size_t x, size_t unit) { return (x + unit - 1) / unit * unit; }

/// The greatest depth of a block, its rows of A and its columns of B: a panel of B stays near the
/// first-level cache, a block of A in the second.
enum {
  block_depth = 320,
  block_rows = 16 * CK_TILE_ROWS,
  block_columns = 64 * tile_columns,
};

/// One panel of tiles. B's rows may end before the last vector does: reading on, into the next row,
/// fills lanes that nobody uses, except in the last rows, which are copied first.
static void sum_tiles(tile_task task, size_t rows, size_t aPanel, const double *bEnd) {
  const size_t vectors = (task.columns + CK_WIDTH - 1) / CK_WIDTH;
  const ptrdiff_t width = (ptrdiff_t)(vectors * CK_WIDTH);
  const size_t depth = task.depth;
  size_t readable = depth;
  while (readable > 0 && (ptrdiff_t)(readable - 1) * task.bRow + width > bEnd - task.b) --readable;
  double last[4 * tile_columns];
  if (readable < depth) memset(last, 0, sizeof last);
  for (size_t p = readable; p < depth; ++p) {
    memcpy(last + (p - readable) * tile_columns, task.b + (ptrdiff_t)p * task.bRow,
           task.columns * sizeof(double));
  }
  // After a tile's elements of A follow the next tile's or, where A lies column by column, those
  // of the next block.
  const ptrdiff_t tileStep =
      aPanel != 0 ? (ptrdiff_t)(CK_TILE_ROWS * aPanel) : CK_TILE_ROWS * task.aRow;
  const int byColumns = aPanel == 0 && task.aRow == 1;
  task.next = task.a + (byColumns ? (ptrdiff_t)depth * task.aColumn : tileStep);
  const ptrdiff_t nextStep = byColumns ? (ptrdiff_t)(CK_TILE_ROWS * depth) : tileStep;
  for (size_t i = 0; i < rows; i += CK_TILE_ROWS) {
    tile_function *const function =
        tile_functions[least(rows - i, CK_TILE_ROWS) - 1][vectors - 1];
    tile_task one = task;
    one.a += (ptrdiff_t)(i / CK_TILE_ROWS) * tileStep;
    one.c += (ptrdiff_t)i * task.cRow;
    one.next += (ptrdiff_t)(i / CK_TILE_ROWS) * nextStep;
    one.later += (ptrdiff_t)(i / CK_TILE_ROWS) * (ptrdiff_t)depth * task.laterStep;
    one.depth = readable;
    if (readable > 0) function(&one);
    if (readable == depth) continue;
    one.a += (ptrdiff_t)readable * task.aColumn;
    one.b = last;
    one.bRow = tile_columns;
    one.depth = depth - readable;
    one.continues = task.continues || readable > 0;
    function(&one);
  }
}

/// C = A B by tiles. C's element (i, j) is c[i cRow + j cColumn]; one of the two is 1. Returns 0,
/// with nothing done, if there is no memory for packing.
static int blocked_product(matrix A, matrix B, double *c, ptrdiff_t cRow, ptrdiff_t cColumn,
                           size_t rows, size_t columns, size_t k) {
  // A few tiles read a narrow B as fast where it lies as they would read its copy.
  const size_t tilesHigh = (rows + CK_TILE_ROWS - 1) / CK_TILE_ROWS;
  const int gainsByPacking = tilesHigh > 4 || (tilesHigh > 2 && columns > 512);
  const int packsB = B.column != 1 || B.row < 2 || (gainsByPacking && columns * k > 4096);
  const int packsA = columns > 2 * tile_columns && rows * k > 1024;
  // A product narrower than a tile needs no panels of a tile's width.
  const size_t panel = least(round_up(columns, CK_WIDTH), tile_columns);
  // Slices of equal depth: each reads and writes all of C.
  const size_t slices = (k + block_depth - 1) / block_depth;
  const size_t deep = (k + slices - 1) / slices;
  const size_t wide = least(round_up(columns, panel), block_columns);
  const size_t high = least(round_up(rows, CK_TILE_ROWS), block_rows);
  double *memory = NULL;
  const size_t need = deep * ((packsB ? wide : 0) + (packsA ? high : 0)) * sizeof(double);
  if (need > 0 && posix_memalign((void **)&memory, 64, need) != 0) return 0;
  double *const panelsB = memory;
  double *const panelsA = memory + (packsB ? deep * wide : 0);
  const double *const endB = B.elements + (ptrdiff_t)(k - 1) * B.row + (ptrdiff_t)columns;

  for (size_t p = 0; p < k; p += deep) {
    const size_t depth = least(k - p, deep);
    for (size_t j = 0; j < columns; j += block_columns) {
      const size_t width = least(columns - j, block_columns);
      const double *b = B.elements + (ptrdiff_t)p * B.row + (ptrdiff_t)j * B.column;
      if (packsB) pack(panelsB, panel, b, B.column, B.row, width, depth);
      for (size_t i = 0; i < rows; i += block_rows) {
        const size_t height = least(rows - i, block_rows);
        const double *a = A.elements + (ptrdiff_t)i * A.row + (ptrdiff_t)p * A.column;
        if (packsA) pack(panelsA, CK_TILE_ROWS, a, A.row, A.column, height, depth);
        // While the tiles read B where it lies, the rows of the next slice are fetched, one after
        // the other: row by row within a panel, as they will be read, takes twice as long.
        const ptrdiff_t laterStep = packsB || B.row > (ptrdiff_t)(2 * columns) ? 0 : line;
        const double *const later =
            laterStep == 0 ? panelsA : b + (ptrdiff_t)depth * B.row + (ptrdiff_t)(i * width);
        for (size_t q = 0; q < width; q += tile_columns) {
          const tile_task task = {
            .a = packsA ? panelsA : a,
            .aRow = packsA ? 1 : A.row,
            .aColumn = packsA ? CK_TILE_ROWS : A.column,
            .b = packsB ? panelsB + q * depth : b + q,
            .bRow = packsB ? (ptrdiff_t)panel : B.row,
            .later = later + (ptrdiff_t)(q / tile_columns * tilesHigh * depth) * laterStep,
            .laterStep = laterStep,
            .depth = depth,
            .c = c + (ptrdiff_t)i * cRow + (ptrdiff_t)(j + q) * cColumn,
            .cRow = cRow,
            .cColumn = cColumn,
            .columns = least(width - q, tile_columns),
            .fetchesC = rows * columns > 16384,
            .continues = p > 0,
          };
          sum_tiles(task, height, packsA ? depth : 0,
                    packsB ? panelsB + wide * depth : endB);
        }
      }
    }
  }
  free(memory);
  return 1;
}
