#!/usr/bin/env python3
"""Writes what Pillow makes of small synthetic images, as vectors that the tests of imageop are held against.

    /usr/bin/python3 golden.py ../resources/golden

Needs Pillow (Debian: python3-pil). Every line is one case, its fields separated by blanks:

    operation mode width height seed  argument...  mode width height result

The source is the noise of `noise(seed, length)`, which the tests make again by themselves; the result is `hex:` and its bytes, or for
longer ones `sha256:` and their digest. Sixteen-bit samples are little-endian.
"""
import hashlib
import struct
import sys
from pathlib import Path

from PIL import Image

FILTERS = {
    "NEAREST": Image.Resampling.NEAREST,
    "BOX": Image.Resampling.BOX,
    "BILINEAR": Image.Resampling.BILINEAR,
    "HAMMING": Image.Resampling.HAMMING,
    "BICUBIC": Image.Resampling.BICUBIC,
    "LANCZOS": Image.Resampling.LANCZOS,
}
TURNS = {
    "FLIP_HORIZONTAL": Image.Transpose.FLIP_LEFT_RIGHT,
    "FLIP_VERTICAL": Image.Transpose.FLIP_TOP_BOTTOM,
    "ROTATE_90": Image.Transpose.ROTATE_90,
    "ROTATE_180": Image.Transpose.ROTATE_180,
    "ROTATE_270": Image.Transpose.ROTATE_270,
    "TRANSPOSE": Image.Transpose.TRANSPOSE,
    "TRANSVERSE": Image.Transpose.TRANSVERSE,
}
MODES = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4, "CMYK": 4}
LONGEST_HEX = 64


def noise(seed, length):
    """Bytes of a linear congruential generator; every fifth is 0 or 255, so that the ends of the range occur."""
    out = bytearray(length)
    state = seed
    for i in range(length):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        value = (state >> 16) & 0xFF
        out[i] = (0 if value < 128 else 255) if i % 5 == 4 else value
    return bytes(out)


def source(mode, width, height, seed):
    return Image.frombytes(mode, (width, height), noise(seed, width * height * MODES[mode]))


def wide_source(width, height, seed):
    """A 16-bit grey image as Pillow's 32-bit integer mode, which it resamples in double precision."""
    samples = struct.unpack("<%dH" % (width * height), noise(seed, width * height * 2))
    image = Image.new("I", (width, height))
    image.putdata(samples)
    return image


def clamp_wide(image):
    out = Image.new("I", image.size)
    out.putdata([min(max(v, 0), 65535) for v in image.getdata()])
    return out


def wide_bytes(image):
    return struct.pack("<%dH" % (image.width * image.height), *image.getdata())


def result(data):
    return "hex:" + data.hex() if len(data) <= LONGEST_HEX else "sha256:" + hashlib.sha256(data).hexdigest()


def line(operation, mode, size, seed, arguments, out_mode, out_size, data):
    fields = [operation, mode, *size, seed, *arguments, out_mode, *out_size, result(data)]
    return " ".join(str(field) for field in fields)


def resizes():
    shapes = [((17, 11), (5, 4)), ((17, 11), (30, 23)), ((17, 11), (17, 4)), ((17, 11), (9, 11)), ((331, 257), (97, 61)),
              ((331, 257), (400, 301)), ((1, 1), (3, 2)), ((700, 2), (64, 1)), ((150, 641), (149, 640))]
    seed = 1
    for mode in MODES:
        for size, target in shapes:
            for name, kernel in FILTERS.items():
                seed += 1
                out = source(mode, *size, seed).resize(target, kernel)
                yield line("resize", mode, size, seed, [name, "-", "-"], mode, target, out.tobytes())


def boxed_resizes():
    seed = 10_000
    boxes = [(2, 3, 50, 40), (0.5, 1.25, 90.75, 60.5), (10, 0, 101, 71)]
    for mode in ("L", "RGB", "RGBA"):
        for box in boxes:
            for name, kernel in FILTERS.items():
                for target in ((20, 15), (48, 37), (120, 80)):
                    seed += 1
                    out = source(mode, 101, 71, seed).resize(target, kernel, box)
                    fields = [name, ",".join(map(str, box)), "-"]
                    yield line("resize", mode, (101, 71), seed, fields, mode, target, out.tobytes())


def gapped_resizes():
    seed = 20_000
    for mode in ("L", "RGB", "RGBA", "CMYK"):
        for gap in (1.0, 2.0, 3.0):
            for name in ("BOX", "BICUBIC", "LANCZOS"):
                for target in ((20, 15), (13, 30)):
                    for box in (None, (3.5, 2, 290, 200)):
                        seed += 1
                        image = source(mode, 301, 211, seed)
                        out = image.resize(target, FILTERS[name], box, None if mode == "RGBA" else gap)
                        fields = [name, "-" if box is None else ",".join(map(str, box)), gap]
                        yield line("resize", mode, (301, 211), seed, fields, mode, target, out.tobytes())


def tall_resizes():
    seed = 30_000
    for name, kernel in list(FILTERS.items())[1:]:
        seed += 1
        image = source("RGB", 3, 400, seed)
        out = image.resize((3, 50), kernel).resize((7, 50), kernel)
        yield line("resize", "RGB", (3, 400), seed, [name, "-", "-"], "RGB", (7, 50), out.tobytes())


def wide_resizes():
    seed = 40_000
    for size, target in [((17, 11), (5, 4)), ((17, 11), (30, 23)), ((131, 97), (50, 40)), ((131, 97), (131, 12))]:
        for name, kernel in list(FILTERS.items())[1:]:
            seed += 1
            across = clamp_wide(wide_source(*size, seed).resize((target[0], size[1]), kernel))
            out = clamp_wide(across.resize(target, kernel))
            yield line("resize", "L16", size, seed, [name, "-", "-"], "L16", target, wide_bytes(out))


def reductions():
    seed = 50_000
    for mode in MODES:
        for factors in [(2, 2), (3, 3), (1, 4), (5, 1), (4, 7), (40, 40)]:
            seed += 1
            out = source(mode, 67, 53, seed).reduce(factors)
            yield line("reduce", mode, (67, 53), seed, factors, mode, out.size, out.tobytes())


def turns():
    seed = 60_000
    for mode in MODES:
        for size in [(3, 2), (1, 7), (203, 131)]:
            for name, turn in TURNS.items():
                seed += 1
                out = source(mode, *size, seed).transpose(turn)
                yield line("turn", mode, size, seed, [name], mode, out.size, out.tobytes())


def conversions():
    seed = 70_000
    for mode in MODES:
        for target in MODES:
            for size in [(4, 3), (211, 97)]:
                seed += 1
                out = source(mode, *size, seed).convert(target)
                yield line("convert", mode, size, seed, [], target, size, out.tobytes())


def flattenings():
    seed = 80_000
    for color in [(255, 255, 255), (0, 0, 0), (12, 200, 97)]:
        for size in [(4, 3), (211, 97)]:
            seed += 1
            image = source("RGBA", *size, seed)
            out = Image.alpha_composite(Image.new("RGBA", size, color + (255,)), image).convert("RGB")
            yield line("flatten", "RGBA", size, seed, [",".join(map(str, color))], "RGB", size, out.tobytes())


def associations():
    """Premultiplied and back; what comes back is noise too, with colours above their alpha."""
    seed = 90_000
    for mode, associated in [("LA", "La"), ("RGBA", "RGBa")]:
        for size in [(4, 3), (5, 3), (211, 97)]:
            seed += 1
            out = source(mode, *size, seed).convert(associated)
            yield line("premultiply", mode, size, seed, [], mode, size, out.tobytes())
            noisy = Image.frombytes(associated, size, noise(seed, size[0] * size[1] * MODES[mode]))
            yield line("unpremultiply", mode, size, seed, [], mode, size, noisy.convert(mode).tobytes())


def compositions():
    """Of two images with alpha; grey ones as colours, which is all that Pillow composites."""
    seed = 95_000
    for mode in ("LA", "RGBA"):
        for size in [(4, 3), (5, 3), (211, 97)]:
            seed += 1
            pair = [source(mode, *size, s) for s in (seed, seed + 1_000)]
            under, over = (image.convert("RGBA") for image in pair[::-1])
            out = Image.alpha_composite(under, over).convert(mode)
            yield line("over", mode, size, seed, [seed + 1_000], mode, size, out.tobytes())


def thumbnails():
    for size in [(1000, 750), (3, 1000), (1001, 333), (640, 480), (333, 1001), (97, 89), (5000, 1), (1, 1), (601, 400)]:
        for bounds in [(128, 128), (100, 100), (1, 50), (97, 31), (640, 480)]:
            image = Image.new("L", size)
            image.thumbnail(bounds)
            yield " ".join(str(n) for n in (*size, *bounds, *image.size))


def write(folder, name, *groups):
    lines = [text for group in groups for text in group]
    (folder / name).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write(folder, "resize.txt", resizes(), boxed_resizes(), gapped_resizes(), tall_resizes(), wide_resizes())
    write(folder, "reduce.txt", reductions())
    write(folder, "turn.txt", turns())
    write(folder, "convert.txt", conversions(), flattenings())
    write(folder, "alpha.txt", associations(), compositions())
    write(folder, "thumbnail-sizes.txt", thumbnails())
