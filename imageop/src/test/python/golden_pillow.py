#!/usr/bin/env python3
"""Writes what Pillow makes of its own further modes, as vectors that the tests of imageop's package `pillow` are held against.

    /usr/bin/python3 golden_pillow.py ../resources/golden

Needs Pillow with Little CMS (Debian: python3-pil). Every line is one case, its fields separated by blanks:

    operation mode width height seed mask  argument...  result

The source is `source(mode, size, seed, mask)`: the noise of golden.py with every byte masked, which the tests make again by themselves. Size
`4096 4096` with mode, seed and mask `-` is every colour of 24 bits once. The result is `hex:` and its bytes, or for longer ones `sha256:` and
their digest; numbers are little-endian, mode 1 has a byte for a pixel, and the a and b of LAB are unsigned. LAB is always `hex:`, since it is
compared with a tolerance.

Pillow 9.4 is what these were made with. Where Pillow 12.3 differs:

- 12 converts any mode to LAB, over RGBA; 9.4 refuses all but RGB and RGBA. The script takes the two steps, as 12 does.
- 12 knows how many colours a palette has after quantize(); 9.4 takes them for 256, the rest black. The script stores 256 for either.
- 12 has black for indexes beyond a palette's colours; 9.4 has greys. The script gives every palette 256 colours.
- 12 looks a transparent colour up in the web palette; 9.4 looks it up among greys, so gives a wrong index. The script leaves the case out.
- 12 converts RGB with a transparent colour to LA; 9.4 does not heed it. The script leaves the case out.
- sorting: quantize() with FASTOCTREE leaves the order of equally full cells to the C library's qsort, which is stable in Debian's.
"""
import struct
import sys
from pathlib import Path

from PIL import Image

from golden import noise, result, write

BYTES = {"1": 1, "L": 1, "P": 1, "LA": 2, "RGB": 3, "YCbCr": 3, "LAB": 3, "HSV": 3, "RGBA": 4, "CMYK": 4, "I": 4, "F": 4}
SHARED = ("L", "LA", "RGB", "RGBA", "CMYK")
WIDER = ("1", "P", "YCbCr", "LAB", "HSV", "I", "F")
DITHERS = {"NONE": Image.Dither.NONE, "FLOYD_STEINBERG": Image.Dither.FLOYDSTEINBERG}
METHODS = {
    "MEDIAN_CUT": Image.Quantize.MEDIANCUT,
    "MAX_COVERAGE": Image.Quantize.MAXCOVERAGE,
    "FAST_OCTREE": Image.Quantize.FASTOCTREE,
}
PALETTE_SEED = 7


def masked(seed, length, mask):
    return bytes(b & mask for b in noise(seed, length))


def numbers(data):
    """Signed 32-bit numbers of all magnitudes: every next one loses eight more bits, up to 24."""
    return [n >> i % 4 * 8 for i, n in enumerate(struct.unpack("<%di" % (len(data) // 4), data))]


def source(mode, size, seed, mask=255):
    data = masked(seed, size[0] * size[1] * BYTES[mode], mask)
    if mode == "1":
        return Image.frombytes("L", size, bytes(255 if b > 127 else 0 for b in data)).convert("1", dither=Image.Dither.NONE)
    if mode == "LAB":
        return Image.frombytes("LAB", size, flip(data))
    if mode in ("I", "F"):
        image = Image.new(mode, size)
        image.putdata([n if mode == "I" else n / 16 for n in numbers(data)])
        return image
    image = Image.frombytes(mode, size, data)
    if mode == "P":
        image.putpalette(noise(PALETTE_SEED, 768))
    return image


def flip(data):
    """Outside of Pillow's memory the a and b of LAB are signed."""
    return bytes(b if i % 3 == 0 else b ^ 128 for i, b in enumerate(data))


def data(image):
    if image.mode == "1":
        return image.convert("L").tobytes()
    return flip(image.tobytes()) if image.mode == "LAB" else image.tobytes()


def with_palette(image):
    """Indexes, then all colours, with alpha if they have it."""
    mode = image.palette.mode
    colors = bytes(image.im.getpalette(mode, mode))
    return image.tobytes() + colors.ljust(256 * len(mode), b"\0")


def line(operation, mode, size, seed, mask, arguments, answer):
    return " ".join(str(field) for field in (operation, mode, *size, seed, mask, *arguments, answer))


def to_lab(image):
    return (image if image.mode in ("RGB", "RGBA") else image.convert("RGBA")).convert("LAB")


def pairs():
    seed = 1000
    for mode in SHARED + WIDER:
        for target in SHARED + WIDER:
            if mode == target or (mode in SHARED and target in SHARED) or (mode == "LAB" and target not in ("RGB", "RGBA")):
                continue
            for size in [(4, 3), (23, 17) if "LAB" in (mode, target) else (61, 37), (1, 5), (2, 2), (5, 1)]:
                seed += 1
                image = source(mode, size, seed)
                if target == "LAB":
                    yield line("convert", mode, size, seed, 255, [target, "-"], "hex:" + data(to_lab(image)).hex())
                elif mode == "LAB":
                    yield line("convert", mode, size, seed, 255, [target, "-"], "hex:" + data(image.convert(target)).hex())
                elif target in ("1", "P"):
                    for name, dither in DITHERS.items():
                        out = image.convert(target, dither=dither)
                        answer = with_palette(out) if mode == "RGBA" and target == "P" else data(out)
                        yield line("convert", mode, size, seed, 255, [target, name], result(answer))
                else:
                    yield line("convert", mode, size, seed, 255, [target, "-"], result(data(image.convert(target))))


def cubes():
    """Every colour there is, both ways; and dithered, which has long runs of nearly the same colour."""
    size = (4096, 4096)
    blue = bytes(range(256)) * 65536
    green = b"".join(bytes([v]) * 256 for v in range(256)) * 256
    red = b"".join(bytes([v]) * 65536 for v in range(256))
    everything = [Image.frombytes("L", size, band) for band in (red, green, blue)]
    rgb = Image.merge("RGB", everything)
    for target in ("YCbCr", "HSV", "I", "F"):
        yield line("convert", "RGB", size, "-", "-", [target, "-"], result(rgb.convert(target).tobytes()))
    for target in ("1", "P"):
        for name, dither in DITHERS.items():
            yield line("convert", "RGB", size, "-", "-", [target, name], result(data(rgb.convert(target, dither=dither))))
    for mode in ("YCbCr", "HSV"):
        yield line("convert", mode, size, "-", "-", ["RGB", "-"], result(Image.merge(mode, everything).convert("RGB").tobytes()))


def quantizations():
    seed = 2000
    every, few = (1, 2, 3, 16, 100, 256), (2, 256)
    cases = [("RGB", (61, 37), 255, every), ("RGB", (61, 37), 0xC0, every), ("RGB", (61, 37), 0xE0, every),
             ("RGB", (331, 257), 255, few), ("RGB", (331, 257), 0xFC, few), ("L", (61, 37), 255, every),
             ("P", (61, 37), 255, every), ("RGB", (2, 2), 255, every)]
    for mode, size, mask, counts in cases:
        for colors in counts:
            for method in METHODS:
                for kmeans in (0,) if method == "FAST_OCTREE" else (0, 2000) if counts == few else (0, 1, 3):
                    seed += 1
                    out = source(mode, size, seed, mask).quantize(colors, METHODS[method], kmeans)
                    yield line("quantize", mode, size, seed, mask, [method, colors, kmeans], result(with_palette(out)))
    for size, mask in [((61, 37), 255), ((61, 37), 0xC0), ((61, 37), 0x80), ((331, 257), 255)]:
        for colors in (1, 2, 3, 16, 100, 256):
            seed += 1
            out = source("RGBA", size, seed, mask).quantize(colors)
            yield line("quantize", "RGBA", size, seed, mask, ["FAST_OCTREE", colors, 0], result(with_palette(out)))
    for mode in ("RGB", "L"):
        for colors in (5, 256):
            seed += 1
            out = source(mode, (61, 37), seed).convert("P", palette=Image.Palette.ADAPTIVE, colors=colors)
            yield line("adaptive", mode, (61, 37), seed, 255, [colors], result(with_palette(out)))


def flat(size):
    """So many pixels of one colour that Pillow's division in single precision gives the octree a colour of another cell."""
    return Image.new("RGB", size, (48, 16, 112))


def flats():
    size = (3001, 2003)
    out = flat(size).quantize(8, Image.Quantize.FASTOCTREE)
    yield line("flat", "RGB", size, "-", "-", [8], result(with_palette(out)))


def mappings():
    seed = 3000
    for count in (1, 2, 7, 100, 256):
        palette = Image.new("P", (1, 1))
        palette.putpalette(noise(count, 3 * count))
        for size, mask in [((61, 37), 255), ((331, 257), 255), ((61, 37), 0xE0), ((1, 4), 255)]:
            for name, dither in DITHERS.items():
                seed += 1
                out = source("RGB", size, seed, mask).quantize(palette=palette, dither=dither)
                yield line("map", "RGB", size, seed, mask, [count, name], result(out.tobytes()))


def matrices():
    seed = 4000
    rows = [(.299, .587, .114, 0), (1, -1, .5, 20.25), (.33333, .33333, .33333, -.5), (-2, 3, .1, 1e9)]
    xyz = (.412453, .357580, .180423, 0, .212671, .715160, .072169, 0, .019334, .119193, .950227, 0)
    for mode in ("RGB", "YCbCr", "HSV"):
        for numbers in rows + [xyz, rows[1] + rows[2] + rows[3]]:
            seed += 1
            target = "L" if len(numbers) == 4 else "RGB"
            out = source(mode, (61, 37), seed).convert(target, numbers)
            yield line("matrix", mode, (61, 37), seed, 255, [",".join(map(str, numbers))], result(out.tobytes()))


def keys():
    seed = 5000
    for mode, key in [("L", 64), ("1", 255), ("I", 64), ("I", 255), ("RGB", (64, 128, 0)), ("P", 192), ("P", bytes(range(200)))]:
        for target in ("LA", "RGBA"):
            if mode == "RGB" and target == "LA":
                continue
            seed += 1
            image = source(mode, (61, 37), seed, 0xC0)
            image.info["transparency"] = key
            out = image.convert(target)
            assert not out.info
            name = ",".join(map(str, key if isinstance(key, (tuple, bytes)) else [key]))
            yield line("key", mode, (61, 37), seed, 0xC0, [name, target], result(out.tobytes()))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write(folder, "pillow-convert.txt", pairs())
    write(folder, "pillow-cube.txt", cubes())
    write(folder, "pillow-quantize.txt", quantizations(), flats())
    write(folder, "pillow-map.txt", mappings(), matrices(), keys())
