"""Writes the JPEG files of src/test/resources/jpeg: one picture in every kind of JPEG that cjpeg makes.

    python3 jpeg_variants.py FOLDER

Needs cjpeg (Debian: libjpeg-turbo-progs). Version 2.1.5 made all but deep.jpg and lossless.jpg, which need 3.0 or later and are
left out if cjpeg is older.
"""
import math
import pathlib
import subprocess
import sys

WIDTH, HEIGHT = 83, 61
SCANS = {
    "one-scan-a-component": "0;1;2;",
    "one-scan-a-coefficient": "0,1,2: 0-0, 0, 0;" + "".join(f"0: {k}-{k}, 0, 0;" for k in range(1, 64)),
}
VARIANTS = {
    "grey": ["-grayscale"],
    "444": ["-sample", "1x1"],
    "422": ["-sample", "2x1"],
    "420": ["-sample", "2x2"],
    "440": ["-sample", "1x2"],
    "411": ["-sample", "4x1"],
    "uneven": ["-sample", "2x2,2x1,1x1"],
    "doubled": ["-sample", "2x1,2x1,2x1"],
    "rgb": ["-rgb"],
    "restart": ["-restart", "1"],
    "progressive": ["-progressive"],
    "progressive-grey": ["-progressive", "-grayscale"],
    "arithmetic": ["-arithmetic"],
    "arithmetic-progressive": ["-arithmetic", "-progressive"],
    "deep": ["-precision", "12"],
    "lossless": ["-lossless", "1"],
}


def picture():
    """Waves in each component, with an edge and some grain, as a binary PPM."""
    grain = 1
    samples = bytearray()
    for y in range(HEIGHT):
        for x in range(WIDTH):
            for component in range(3):
                grain = (grain * 1103515245 + 12345) & 0x7FFFFFFF
                wave = math.sin(x * 0.09 + component) + math.cos(y * 0.13 - 2 * component) + 2
                edge = 40 if (x // 21 + y // 17) % 2 else 0
                samples.append(min(255, int(wave * 50) + edge + (grain >> 28)))
    return b"P6\n%d %d\n255\n" % (WIDTH, HEIGHT) + bytes(samples)


def write(folder, name, options, ppm):
    done = subprocess.run(["cjpeg", "-quality", "90", *options], input=ppm, capture_output=True)
    if done.returncode == 0:
        (folder / f"{name}.jpg").write_bytes(done.stdout)
    else:
        print(f"{name}: {done.stderr.decode().splitlines()[0]}")


def main():
    folder = pathlib.Path(sys.argv[1])
    ppm = picture()
    for name, options in VARIANTS.items():
        write(folder, name, options, ppm)
    script = folder / "script.txt"
    for name, text in SCANS.items():
        script.write_text(text)
        write(folder, name, ["-scans", str(script)], ppm)
    script.unlink()


main()
