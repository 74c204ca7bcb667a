#!/usr/bin/env python3
"""Writes what Python's own lists make of slices, as vectors that the tests of imageop are held against.

    python3 slices.py > ../resources/golden/slices.txt

Every line is one case: the slice, a blank, the length of the list, a blank, the selected indices joined by commas.
"""
import random

BOUNDS = [None, None, -9, -6, -5, -4, -2, -1, 0, 1, 3, 4, 5, 6, 8]
STEPS = [None, None, -7, -3, -2, -1, 1, 2, 3, 5]
FAR = [2**31 - 1, -(2**31), 2**31, -(2**31) - 1, 10**20, -(10**20), None, 0, 2]
LENGTHS = [1, 2, 5, 6]


def text(bound):
    return "" if bound is None else str(bound)


def case(start, stop, step, length):
    written = text(start) + ":" + text(stop) + ("" if step is None else ":" + str(step))
    print(written, length, ",".join(map(str, list(range(length))[slice(start, stop, step)])))


random.seed(368)
for length in LENGTHS:
    for _ in range(250):
        case(random.choice(BOUNDS), random.choice(BOUNDS), random.choice(STEPS), length)
    for _ in range(50):
        case(random.choice(FAR), random.choice(FAR), random.choice(FAR[:-2] + [-1, 1]), length)
