package dev.imagemill.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** What may befall a file on its way, or be done to it on purpose. */
enum Mutation {
    SOME_BYTES {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] copy = file.clone();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt();
            }
            return copy;
        }
    },
    ONE_BIT {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] copy = file.clone();
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
            return copy;
        }
    },
    /** Where sizes, offsets and counts are, mostly. */
    EXTREME_NUMBER_IN_THE_HEADER {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] copy = file.clone();
            int width = 1 << random.nextInt(3);
            int at = random.nextInt(Math.max(1, Math.min(200, copy.length - width)));
            byte[] extreme = new byte[width];
            switch (random.nextInt(4)) {
                case 0 -> Arrays.fill(extreme, (byte) 0xff);
                case 1 -> extreme[0] = 0x7f;
                case 2 -> extreme[width - 1] = (byte) 0x80;
                default -> Arrays.fill(extreme, (byte) 0);
            }
            System.arraycopy(extreme, 0, copy, at, Math.min(width, copy.length - at));
            return copy;
        }
    },
    CUT_OFF {
        @Override
        byte[] of(byte[] file, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    PART_LEFT_OUT {
        @Override
        byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(64));
            return joined(file, 0, from, file, to, file.length);
        }
    },
    PART_TWICE {
        @Override
        byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(256));
            return joined(file, 0, to, file, from, file.length);
        }
    },
    GARBAGE_PUT_IN {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] garbage = new byte[1 + random.nextInt(64)];
            random.nextBytes(garbage);
            int at = random.nextInt(file.length);
            byte[] beginning = joined(file, 0, at, garbage, 0, garbage.length);
            return joined(beginning, 0, beginning.length, file, at, file.length);
        }
    },
    GARBAGE_TO_THE_END {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] copy = file.clone();
            byte[] garbage = new byte[copy.length];
            random.nextBytes(garbage);
            int from = random.nextInt(copy.length);
            System.arraycopy(garbage, from, copy, from, copy.length - from);
            return copy;
        }
    };

    abstract byte[] of(byte[] file, Random random);

    private static byte[] joined(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(one, from, to - from);
        out.write(other, otherFrom, otherTo - otherFrom);
        return out.toByteArray();
    }
}
