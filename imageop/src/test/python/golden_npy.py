#!/usr/bin/env python3
"""Writes .npy files that NumPy made, and the pixels that NumPy makes of arrays, as vectors for the tests of imageop's array package.

    /usr/bin/python3 golden_npy.py ../resources/golden

Needs NumPy (Debian: python3-numpy). Every line is one case, its fields separated by blanks; a file or pixels are hexadecimal, `-` is
nothing.

    npy.txt             descr  C|F  shape  values  file     what numpy.save writes of the array; values in C order
    npy-versions.txt    shape  file                         the u2 array 0, 1, 2... in every form of header that NumPy reads
    npy-images.txt      layout  mode  width  height  pixels  file    samples of 16 and 32 bits little-endian
    npy-normalized.txt  descr  C|F  shape  layout  png|jpg  rescale  mode  warnings  pixels  numbers
    half.txt            double  half                        what NumPy rounds a double to in half precision
"""
import io
import math
import struct
import sys
from pathlib import Path

import numpy as np

TYPES = ["u1", "u2", "u4", "f2", "f4", "f8"]
# Three channels and more rows than columns, so that no two axes can be mistaken for each other.
HWC = (4, 2, 3)
CHW = (3, 4, 2)


def saved(array, version=None):
    out = io.BytesIO()
    np.lib.format.write_array(out, array, version)
    return out.getvalue().hex()


def noise(shape, dtype, seed):
    """Every bit pattern that is not NaN, drawn at random; the ends of the range first."""
    dtype = np.dtype(dtype)
    count = int(np.prod(shape))
    bits = np.random.RandomState(seed).bytes(count * dtype.itemsize * 4 + 64)
    values = np.frombuffer(bits[:len(bits) // dtype.itemsize * dtype.itemsize], dtype)
    values = values[values == values][:count].copy()
    ends = [0, 255] if dtype.kind == "u" else [-0.0, np.inf]
    values[:min(2, count)] = ends[:count]
    if dtype.kind == "u" and count > 2:
        values[2] = np.iinfo(dtype).max
    return values.reshape(shape)


def stored(array, order, endian):
    """The same numbers in another order and endianness."""
    return np.array(array, dtype=array.dtype.newbyteorder(endian), order=order)


def text(value):
    value = value.item()
    if isinstance(value, int):
        return str(value)
    return repr(value) if math.isfinite(value) else ("Infinity" if value > 0 else "-Infinity")


def order_of(array):
    return "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"


def comma(items):
    return ",".join(str(item) for item in items) or "-"


def files():
    seed = 1
    shapes = [HWC, CHW, (5,), (3, 4), (2, 3, 2, 2), (1, 3), (1, 4, 1), (0,), (2, 0, 3), (100000,), (1, 1, 1, 1)]
    for kind in TYPES:
        for shape in shapes:
            if shape == (100000,) and kind != "u1":
                continue
            for endian in "<>":
                for order in "CF":
                    seed += 1
                    array = stored(noise(shape, kind, seed) if shape != (100000,) else np.zeros(shape, kind), order, endian)
                    values = "-" if shape == (100000,) else comma(text(v) for v in array.flatten("C"))
                    data = saved(array) if shape != (100000,) else saved(array)[:256]
                    yield f"{array.dtype.str} {order} {comma(shape)} {values} {data}"


def with_header(header, version, data):
    text = header.encode("latin1")
    length = struct.pack("<H" if version == (1, 0) else "<I", len(text))
    raw = b"\x93NUMPY" + bytes(version) + length + text + data
    np.lib.format.read_array(io.BytesIO(raw))  # is one that NumPy reads
    return raw.hex()


def versions():
    array = np.arange(6, dtype="<u2").reshape(2, 3)
    for version in [(1, 0), (2, 0), (3, 0)]:
        yield f"2,3 {saved(array, version)}"
        for header in [
            "{'descr':'<u2','fortran_order':False,'shape':(2,3)}",
            "{'shape': (2, 3,), 'fortran_order': False, 'descr': '<u2', }\n",
            '{"descr": "<u2", \t"fortran_order" :False,"shape":( 2 ,3 ) }   \n',
        ]:
            yield f"2,3 {with_header(header, version, array.tobytes())}"
    yield "2,3 " + with_header("{'descr': '<u2', 'fortran_order': False, 'shape': (2L, 3L), }\n", (1, 0), array.tobytes())


def pixels_of(array, layout):
    """Interleaved, C order, little-endian."""
    out = np.moveaxis(array, 0, 2) if layout == "CHW" and array.ndim == 3 else array
    return out, np.ascontiguousarray(out).astype(out.dtype.newbyteorder("<")).tobytes().hex()


MODES = {("u1", 1): "L", ("u1", 2): "LA", ("u1", 3): "RGB", ("u1", 4): "RGBA", ("u2", 1): "L16", ("u2", 2): "LA32",
         ("u2", 3): "RGB48", ("u2", 4): "RGBA64", ("u4", 1): "L32"}


def images():
    seed = 1000
    for (kind, channels), mode in MODES.items():
        for layout in ["HW", "HWC", "CHW"]:
            if layout == "HW" and channels > 1:
                continue
            shape = {"HW": (4, 3), "HWC": (4, 3, channels), "CHW": (channels, 4, 3)}[layout]
            for endian in "<>":
                for order in "CF":
                    seed += 1
                    array = stored(noise(shape, kind, seed), order, endian)
                    yield f"{layout} {mode} 3 4 {pixels_of(array, layout)[1]} {saved(array)}"


def squeezed_images():
    """Arrays with axes of length 1 that an import drops."""
    for layout, shape, width, height, mode in [
        ("HWC", (1, 5, 4, 1), 4, 5, "L"), ("HWC", (1, 5, 4, 3), 4, 5, "RGB"), ("HWC", (1, 6, 5), 5, 6, "L"), ("HWC", (6, 5), 5, 6, "L"),
        ("HWC", (5, 1, 3), 1, 5, "RGB"), ("HWC", (1, 5, 3), 5, 1, "RGB"), ("HWC", (1, 1, 1), 1, 1, "L"), ("HWC", (1, 1, 4), 1, 1, "RGBA"),
        ("HWC", (6, 1, 5, 1), 5, 6, "L"), ("HWC", (6, 1, 7), 7, 6, "L"), ("CHW", (1, 3, 5, 4), 4, 5, "RGB"), ("CHW", (1, 6, 5), 5, 6, "L"),
        ("CHW", (1, 1, 6, 5), 5, 6, "L"), ("CHW", (6, 5), 5, 6, "L"), ("CHW", (3, 1, 5), 5, 1, "RGB"), ("CHW", (3, 5, 1), 1, 5, "RGB"),
        ("HW", (1, 6, 5), 5, 6, "L"), ("HW", (6, 5, 1), 5, 6, "L"), ("HW", (1, 1, 6, 5), 5, 6, "L"), ("HW", (1, 5), 5, 1, "L"),
    ]:
        array = noise(shape, "u1", sum(shape))
        flat = array.reshape(shape[-3:]) if layout == "CHW" and array.ndim >= 3 else array
        yield f"{layout} {mode} {width} {height} {pixels_of(flat, layout)[1]} {saved(array)}"


def rescaled(data):
    """The range guess of wandb's Image, restated."""
    low, high = data.min(), data.max()
    if low >= 0 and high <= 1:
        return (data * 255).astype(np.uint8)
    if low >= -1 and high <= 1:
        return (255 * 0.5 * (data + 1)).astype(np.uint8)
    return np.clip(data, 0, 255).astype(np.uint8)


def wrapped(data):
    whole = np.trunc(data.astype(np.float64))
    return np.fmod(whole, 256).astype(np.int64).astype(np.uint8)


def ranges(kind, shape, seed):
    random = np.random.RandomState(seed)
    uniform = random.random_sample(shape)
    grid = random.randint(0, 256, shape) / 255
    if kind[0] == "u":
        top = np.iinfo(kind).max
        yield random.randint(0, 2, shape)
        yield np.zeros(shape)
        yield np.ones(shape)
        yield random.randint(0, 256, shape)
        yield random.randint(0, 3, shape)
        yield (uniform * top).astype(np.int64)
        return
    for unit in (uniform, grid):
        yield unit
        yield unit * 2 - 1
        yield unit * 255
        yield unit * 600 - 200
    yield -uniform
    yield np.zeros(shape)
    yield np.full(shape, -1.0)
    yield uniform * 60000 - 30000
    yield uniform + 1e-3
    if kind == "f8":
        yield (uniform - 0.5) * 1e12
        yield (uniform - 0.5) * 1e200


def normalized(array, layout, file_type, rescale, mode, warning, data):
    numbers = array.tobytes("A").hex()
    head = f"{array.dtype.str} {order_of(array)} {comma(array.shape)} {layout} {file_type} {rescale} {mode} {warning}"
    return f"{head} {np.ascontiguousarray(data).tobytes().hex()} {numbers}"


def normalizations():
    seed = 2000
    for kind in TYPES:
        for layout, shape, mode in [("HWC", (2, 4, 3), "RGB"), ("CHW", (4, 3, 2), "RGBA"), ("HW", (3, 5), "L")]:
            for values in ranges(kind, shape, seed):
                seed += 1
                order, endian = ("CF"[seed % 2], "<>"[seed // 2 % 2])
                array = stored(values.astype(kind), order, endian)
                for rescale in (True, False):
                    data = pixels_of(rescaled(array) if rescale else wrapped(array), layout)[0]
                    warning = "VALUE_RANGE" if rescale and (array.min() < 0 or array.max() > 255) else "-"
                    yield normalized(array, layout, "png", rescale, mode, warning, data)
    array = stored(np.random.RandomState(3).random_sample((3, 5, 4)), "C", "<")
    for file_type in ["jpg", "jpeg", "bmp"]:
        jpeg = file_type != "bmp"
        data = rescaled(array)[:, :, :3 if jpeg else 4]
        warning = "JPEG_ALPHA_DROPPED" if jpeg else "-"
        yield normalized(array, "HWC", file_type, True, "RGB" if jpeg else "RGBA", warning, data)


def halves():
    random = np.random.RandomState(4)
    values = [0.0, -0.0, 1.0, 65504.0, 65519.99, 65520.0, 1e300, -1e300, 5e-8, 2.0 ** -24, 2.0 ** -25, math.inf]
    # Ties between two halves, and the least there is above and below them, which a float would round to the tie.
    for bits in random.randint(0, 0x7BFF, 60):
        low, high = np.array([bits, bits + 1], np.uint16).view(np.float16).astype(np.float64)
        tie = (low + high) / 2
        values += [tie, np.nextafter(tie, 1e9), np.nextafter(tie, -1e9), -np.nextafter(tie, 1e9)]
    values += list((random.random_sample(60) - 0.5) * 10.0 ** random.randint(-8, 6, 60))
    for value in values:
        yield f"{text(np.float64(value))} {text(np.float64(value).astype(np.float16).astype(np.float64))}"


def write(folder, name, *groups):
    (folder / name).write_text("\n".join(line for group in groups for line in group) + "\n")


if __name__ == "__main__":
    np.seterr(over="ignore")
    folder = Path(sys.argv[1])
    write(folder, "npy.txt", files())
    write(folder, "npy-versions.txt", versions())
    write(folder, "npy-images.txt", images(), squeezed_images())
    write(folder, "npy-normalized.txt", normalizations())
    write(folder, "half.txt", halves())
