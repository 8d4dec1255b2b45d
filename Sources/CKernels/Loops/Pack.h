// Copies a block of a matrix into panels, so that a tile reads both factors in order of address.

/// Panel q holds the lines [q width, (q + 1) width) of the block, interleaved: element p of line l
/// is at panels[(q depth + p) width + l - q width]. Lines are rows of A or columns of B. Lines are
/// lineStride apart, elements of a line elementStride. The last panel is filled with zeros.
static void pack(double *panels, size_t width, const double *x, ptrdiff_t lineStride,
                 ptrdiff_t elementStride, size_t lines, size_t depth) {
  const size_t whole = lines / width, rest = lines % width;
  if (rest != 0) memset(panels + whole * width * depth, 0, width * depth * sizeof(double));
  if (lineStride == 1) {
    // Measured, as in Rows.h.
    const ptrdiff_t ahead = 1600;
    for (size_t p = 0; p < depth; ++p) {
      const double *from = x + (ptrdiff_t)p * elementStride;
      double *to = panels + p * width;
      for (size_t q = 0; q < whole; ++q, from += width, to += width * depth) {
        size_t l = 0;
        for (; l + CK_WIDTH <= width; l += CK_WIDTH) {
          __builtin_prefetch(from + l + ahead);
          store(to + l, load(from + l));
        }
        for (; l < width; ++l) to[l] = from[l];
      }
      for (size_t l = 0; l < rest; ++l) to[l] = from[l];
    }
    return;
  }
  for (size_t q = 0; q * width < lines; ++q) {
    const double *from = x + (ptrdiff_t)(q * width) * lineStride;
    double *to = panels + q * width * depth;
    const size_t count = q < whole ? width : rest;
    if (elementStride == 1) {
      transpose_strided(from, (size_t)lineStride, to, width, count, depth);
      continue;
    }
    for (size_t p = 0; p < depth; ++p) {
      for (size_t l = 0; l < count; ++l) {
        to[p * width + l] = from[(ptrdiff_t)l * lineStride + (ptrdiff_t)p * elementStride];
      }
    }
  }
}
