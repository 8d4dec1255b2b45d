#!/usr/bin/env python3
"""Prints the PNG files that Tests/PlottingTests/PNGTests.swift expects, made with Python's own zlib.

    python3 Tests/Peers/plotting_png.py
"""

import base64
import struct
import zlib


def chunk(name, content):
    body = name + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def png(rows, columns, channels, data):
    header = struct.pack(">IIBBBBB", columns, rows, 8, 0 if channels == 1 else 2, 0, 0, 0)
    width = columns * channels
    lines = b"".join(b"\0" + data[r * width : (r + 1) * width] for r in range(rows))
    # Stored blocks of at most 65535 bytes, as RFC 1951 allows; zlib checks the stream.
    stream = b"\x78\x01"
    for start in range(0, len(lines), 65535):
        block = lines[start : start + 65535]
        last = start + 65535 >= len(lines)
        stream += bytes([last]) + struct.pack("<HH", len(block), len(block) ^ 0xFFFF) + block
    stream += struct.pack(">I", zlib.adler32(lines))
    assert zlib.decompress(stream) == lines
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", stream) + chunk(b"IEND", b"")
    )


print("gray  ", base64.b64encode(png(2, 3, 1, bytes([0, 51, 102, 153, 204, 255]))).decode())
print("colour", base64.b64encode(png(1, 2, 3, bytes([255, 0, 0, 0, 0, 255]))).decode())
large = png(300, 300, 1, bytes(i * 7 % 256 for i in range(90000)))
print("large ", len(large), "bytes, crc32", zlib.crc32(large))
