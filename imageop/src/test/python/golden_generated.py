#!/usr/bin/env python3
"""Writes digests of generated images, worked out with NumPy a pixel array at a time, for the tests of imageop.generated.

    /usr/bin/python3 golden_generated.py ../resources/golden/generated.txt

A line is: type width height SHA-256 of the RGBA bytes, top line first. Colour grids are so small that no label reaches into them.
"""
import hashlib
import sys

import numpy as np

F = np.float32


def from_hue(h, s, v):
    h6 = h * F(6)
    distances = np.abs(h6 - F(3)) - F(1), F(2) - np.abs(h6 - F(2)), F(2) - np.abs(h6 - F(4))
    return np.stack([((np.clip(d, F(0), F(1)) - F(1)) * s + F(1)) * v for d in distances], axis=-1)


def uv_grid(x, y):
    gray = np.where((x // 32 + y // 32) % 2 == 0, 150, 64)[..., None].repeat(3, axis=-1)
    right, up = np.abs(x % 32 - 16), np.abs(y % 32 - 16)
    cross = (right < 4) & (up < 4) & ((right == 0) | (up == 0))
    hue = np.mod(np.abs(F(0.125) * (x // 32).astype(F) - F(0.125) * (y // 32).astype(F)), F(1))
    color = np.trunc(from_hue(hue, F(0.9), F(0.9)) * F(255)).astype(int)
    return np.where(cross[..., None], color, gray)


def color_grid(x, y, width, height):
    step = 8
    while step < width // 8:
        step *= 2
    hue = (x // step * step / width).astype(F)
    value = (0.1 + 0.4 * y / height).astype(F)
    color = np.trunc(from_hue(hue, F(1), value) * F(255)).astype(int)
    for size, white in ((1, 0.03), (4, 0.05), (32, 0.07), (128, 0.15)):
        same = (x // size % 2 == y // size % 2)[..., None]
        color = np.minimum(255, color + np.where(same, int(255 * white), int(255 * white / 2)))
    lines = ((x % 32 == 0) | (y % 32 == 0))[..., None]
    return np.minimum(255, color + np.where(lines, 63, 0))


def digest(colors):
    height, width, _ = colors.shape
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[..., :3] = colors[::-1]
    return hashlib.sha256(pixels.tobytes()).hexdigest()


def lines():
    for name, sizes in (("UV_GRID", [(1, 1), (100, 70), (1024, 1024), (333, 5)]),
                        ("COLOR_GRID", [(1, 1), (32, 1024), (1024, 38), (301, 37), (4000, 20), (33, 300)])):
        for width, height in sizes:
            y, x = np.mgrid[0:height, 0:width]
            colors = uv_grid(x, y) if name == "UV_GRID" else color_grid(x, y, width, height)
            yield f"{name} {width} {height} {digest(colors)}"


if __name__ == "__main__":
    with open(sys.argv[1], "w") as file:
        file.writelines(line + "\n" for line in lines())
