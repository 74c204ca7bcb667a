"""Pillow behind a line protocol, so that one benchmark run can put it and imageop to work in turn.

A line a request, its fields separated by tabs, and a line an answer:

    load <name> <mode> <width> <height> <path of raw pixels>   ok
    prepare <name> <statement, may be empty> <expression>      <bytes of the result> <CRC-32 of the result>
    run <repetitions>                                          <CPU nanoseconds of this process> <wall nanoseconds>

Statement and expression are Python, with the loaded image as `im`; the expression gives an image or a tuple of images, and `run` repeats
the one that was prepared last. The first line, before any request, is the version; an answer that begins with `error` is the end of a request.
"""
import platform
import sys
import time
import zlib

try:
    from PIL import Image
except ImportError:
    print(f"error no Pillow in {sys.executable}: install Debian's python3-pil, or name another Python by -Dimagemill.python=...")
    sys.exit()

Image.MAX_IMAGE_PIXELS = None
images = {}
work = None


def thumbnail(im, size):
    """Image.thumbnail works in place: on a second image over the same pixels, so that it can be repeated without a copy."""
    view = im._new(im.im)
    view.thumbnail(size)
    return view


def load(name, mode, width, height, path):
    with open(path, "rb") as file:
        raw_mode = ("raw", "1;8") if mode == "1" else ()
        images[name] = Image.frombytes(mode, (int(width), int(height)), file.read(), *raw_mode)
    if mode == "P":
        images[name].putpalette(bytes(v & 255 for i in range(256) for v in (37 * i, 91 * i, 255 - i)))
    return "ok"


def pixels(image):
    """Their bytes as imageop has them: mode 1 takes a byte a pixel."""
    return image.tobytes("raw", "L") if image.mode == "1" else image.tobytes()


def prepare(name, statement, expression):
    global work
    scope = {"Image": Image, "thumbnail": thumbnail, "im": images[name]}
    exec(statement, scope)
    work = eval("lambda: " + expression, scope)
    result = work()
    length = crc = 0
    for image in result if isinstance(result, tuple) else (result,):
        data = pixels(image)
        length += len(data)
        crc = zlib.crc32(data, crc)
    return f"{length} {crc}"


def run(repetitions):
    count = range(int(repetitions))
    wall = time.perf_counter_ns()
    cpu = time.process_time_ns()
    for _ in count:
        work()
    return f"{time.process_time_ns() - cpu} {time.perf_counter_ns() - wall}"


requests = {"load": load, "prepare": prepare, "run": run}
print(f"Pillow {Image.__version__}, Python {platform.python_version()}", flush=True)
for line in sys.stdin:
    name, *fields = line.rstrip("\n").split("\t")
    try:
        print(requests[name](*fields), flush=True)
    except Exception as failure:
        print(f"error {type(failure).__name__} in {name} {fields}: {failure}".replace("\n", " "), flush=True)
