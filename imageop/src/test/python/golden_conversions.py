#!/usr/bin/env python3
"""Writes what the rules of conversion make of noise, computed with NumPy in whole numbers, for every pair of the 13 modes.

    /usr/bin/python3 golden_conversions.py ../resources/golden

Needs NumPy (Debian: python3-numpy), and Pillow for golden.py. The format is that of golden.py; 16 and 32-bit samples are little-endian.
"""
import sys
from pathlib import Path

import numpy as np

from golden import line, noise, write

FAMILIES = {
    "L": ("GRAY", 8, 1), "L16": ("GRAY", 16, 1), "L32": ("GRAY", 32, 1), "LA": ("GRAY", 8, 2), "LA32": ("GRAY", 16, 2),
    "RGB": ("RGB", 8, 3), "RGB48": ("RGB", 16, 3), "RGBA": ("RGB", 8, 4), "RGBA64": ("RGB", 16, 4),
    "YV12": ("STUDIO", 8, 3), "JPEG_YV12": ("FULL", 8, 3), "CMYK": ("CMYK", 8, 4), "CMYK64": ("CMYK", 16, 4),
}
COLORS = {"GRAY": 1, "RGB": 3, "STUDIO": 3, "FULL": 3, "CMYK": 4}
PLANAR = ("STUDIO", "FULL")


def widen(v, bits, to):
    return v * {(8, 16): 257, (8, 32): 16843009, (16, 32): 65537}.get((bits, to), 1)


def narrow(v, bits, to):
    if (bits, to) == (16, 8):
        return (v * 255 + 32895) >> 16
    if (bits, to) == (32, 16):
        return (v + 32768) // 65537
    if (bits, to) == (32, 8):
        return (v + 8421504) // 16843009
    return v


def change_depth(v, bits, to):
    return widen(v, bits, to) if to > bits else narrow(v, bits, to)


def rounded(v, times, by):
    """v * times / by to the nearest, halves away from zero."""
    return np.sign(v) * ((2 * np.abs(v) * times + by) // (2 * by))


def luma(r, g, b):
    return (19595 * r + 38470 * g + 7471 * b + 32768) >> 16


def encode_full(r, g, b, level):
    center = 128 * level << 16
    cr = (32768 * r - 27439 * g - 5329 * b + center + 32767) >> 16
    cb = (-11059 * r - 21709 * g + 32768 * b + center + 32767) >> 16
    return luma(r, g, b), np.minimum(cr, 255 * level), np.minimum(cb, 255 * level)


def decode_full(y, cr, cb, level):
    cr, cb = cr - 128 * level, cb - 128 * level
    r = y + ((91881 * cr + 32768) >> 16)
    g = y + ((-22554 * cb - 46802 * cr + 32768) >> 16)
    b = y + ((116130 * cb + 32768) >> 16)
    return tuple(np.clip(v, 0, 255 * level) for v in (r, g, b))


def encode_studio(r, g, b, level):
    if level == 1:
        y = ((66 * r + 129 * g + 25 * b + 128) >> 8) + 16
        cr = ((112 * r - 94 * g - 18 * b + 128) >> 8) + 128
        cb = ((-38 * r - 74 * g + 112 * b + 128) >> 8) + 128
    else:
        y = ((16829 * r + 33039 * g + 6416 * b + 32768) >> 16) + 16 * level
        cr = ((28784 * r - 24103 * g - 4681 * b + 32768) >> 16) + 128 * level
        cb = ((-9714 * r - 19070 * g + 28784 * b + 32768) >> 16) + 128 * level
    return y, cr, cb


def decode_studio(y, cr, cb, level):
    c, d, e = y - 16 * level, cb - 128 * level, cr - 128 * level
    if level == 1:
        rgb = (298 * c + 409 * e + 128) >> 8, (298 * c - 100 * d - 208 * e + 128) >> 8, (298 * c + 516 * d + 128) >> 8
    else:
        rgb = ((76309 * c + 104597 * e + 32768) >> 16, (76309 * c - 25675 * d - 53279 * e + 32768) >> 16,
               (76309 * c + 132201 * d + 32768) >> 16)
    return tuple(np.clip(v, 0, 255 * level) for v in rgb)


def stretch(y, level):
    return np.clip(rounded(y - 16 * level, 255, 219), 0, 255 * level)


def squeeze(y, level):
    return 16 * level + rounded(y, 219, 255)


def full_to_studio(y, cr, cb):
    return squeeze(y, 1), 128 + rounded(cr - 128, 224, 255), 128 + rounded(cb - 128, 224, 255)


def studio_to_full(y, cr, cb):
    chroma = [np.clip(128 + rounded(c - 128, 255, 224), 0, 255) for c in (cr, cb)]
    return stretch(y, 1), *chroma


def light(ink, black, level):
    left = 255 * level - black
    return left - (2 * ink * left + 255 * level) // (510 * level)


def to_rgb(family, color, level):
    if family == "GRAY":
        return color * 3
    if family == "CMYK":
        return tuple(light(ink, color[3], level) for ink in color[:3])
    if family == "RGB":
        return color
    return (decode_studio if family == "STUDIO" else decode_full)(*color, level)


def to_gray(family, color, level):
    if family in ("GRAY", "FULL"):
        return color[:1]
    if family == "STUDIO":
        return (stretch(color[0], level),)
    return (luma(*to_rgb(family, color, level)),)


def to_cmyk(family, color, level):
    top = 255 * level
    if family == "GRAY":
        zero = np.zeros_like(color[0])
        return zero, zero, zero, top - color[0]
    rgb = to_rgb(family, color, level)
    return tuple(top - v for v in rgb) + (np.zeros_like(rgb[0]),)


def to_video(family, target, color, level):
    neutral = np.full_like(color[0], 128 * level)
    if family == "GRAY":
        return (squeeze(color[0], level) if target == "STUDIO" else color[0]), neutral, neutral
    if family in PLANAR:
        return (full_to_studio if target == "STUDIO" else studio_to_full)(*color)
    return (encode_studio if target == "STUDIO" else encode_full)(*to_rgb(family, color, level), level)


def convert_color(family, target, color, level):
    if family == target:
        return color
    if target == "GRAY":
        return to_gray(family, color, level)
    if target == "RGB":
        return to_rgb(family, color, level)
    if target == "CMYK":
        return to_cmyk(family, color, level)
    return to_video(family, target, color, level)


def read(mode, width, height, data):
    family, bits, components = FAMILIES[mode]
    if family in PLANAR:
        flat = np.frombuffer(data, np.uint8).astype(np.int64)
        y, rest = flat[:width * height].reshape(height, width), flat[width * height:]
        planes = [plane.reshape(height // 2, width // 2) for plane in np.split(rest, 2)]
        return y, *(plane.repeat(2, axis=0).repeat(2, axis=1) for plane in planes)
    samples = np.frombuffer(data, f"<u{bits // 8}").astype(np.int64).reshape(height, width, components)
    return tuple(samples[:, :, c] for c in range(components))


def mean(plane):
    return (plane[::2, ::2] + plane[::2, 1::2] + plane[1::2, ::2] + plane[1::2, 1::2] + 2) >> 2


def to_bytes(mode, samples, depth):
    family, bits, _ = FAMILIES[mode]
    if family in PLANAR:
        samples = samples[0], mean(samples[1]), mean(samples[2])
        return b"".join(change_depth(s, depth, 8).astype(np.uint8).tobytes() for s in samples)
    return np.stack([change_depth(s, depth, bits) for s in samples], axis=2).astype(f"<u{bits // 8}").tobytes()


def convert(mode, target, width, height, data):
    family, bits, components = FAMILIES[mode]
    to_family, to_bits, to_components = FAMILIES[target]
    depth = 8 if max(bits, to_bits) == 8 else 16
    level = 1 if depth == 8 else 257
    samples = tuple(change_depth(s, bits, depth) for s in read(mode, width, height, data))
    color = convert_color(family, to_family, samples[:COLORS[family]], level)
    if to_components > COLORS[to_family]:
        alpha = samples[-1] if components > COLORS[family] else np.full_like(color[0], 255 * level)
        color = *color, alpha
    return to_bytes(target, color, depth)


def length(mode, width, height):
    family, bits, components = FAMILIES[mode]
    return width * height * 3 // 2 if family in PLANAR else width * height * components * bits // 8


def conversions():
    seed = 90_000
    for mode in FAMILIES:
        for target in FAMILIES:
            if mode != target:
                for width, height in [(4, 2), (210, 98)]:
                    seed += 1
                    data = noise(seed, length(mode, width, height))
                    out = convert(mode, target, width, height, data)
                    yield line("convert", mode, (width, height), seed, [], target, (width, height), out)


if __name__ == "__main__":
    write(Path(sys.argv[1]), "convert-modes.txt", conversions())
