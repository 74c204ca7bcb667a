package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusionTest {
    private static final int[] LENGTHS = {1, 2, 3, 5, 7, 13, 207, 2047, 2048};

    /** Every fast step beside the plain ones that it stands for. */
    @ParameterizedTest
    @EnumSource
    void comesToTheSameAsTheStepsItReplaces(Fusion fusion) {
        Workbench bench = new Workbench(8, 2048);
        List<Step> plain =
                fusion.plain().stream().map(step -> step.at(Byte.SIZE)).toList();
        for (int pixels : LENGTHS) {
            byte[] from = Noise.bytes(pixels, 20_000);
            int bytes = pixels * resultBytes(fusion);
            assertThat(result(bench, fusion.fused(), from, pixels, bytes))
                    .as("%s of %d pixels", fusion, pixels)
                    .isEqualTo(result(bench, plain, from, pixels, bytes));
        }
    }

    private static int resultBytes(Fusion fusion) {
        return switch (fusion) {
            case RGB_TO_GRAY, QUADS_TO_GRAY -> 1;
            case RGB_TO_OPAQUE_GRAY, INK_TO_OPAQUE_GRAY -> 2;
            case GRAY_TO_RGB -> 3;
            case GRAY_TO_CMYK, RGB_TO_CMYK -> 4;
        };
    }

    /** The bytes behind the run are anybody's. */
    private static byte[] result(Workbench bench, List<Step> steps, byte[] from, int pixels, int bytes) {
        byte[] to = bench.array();
        bench.apply(steps, from, 5, to, 3, pixels);
        return Arrays.copyOfRange(to, 3, 3 + bytes);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInAnyRow(Fusion fusion) {
        assertThat(Fusion.fuse(fusion.plain())).isEqualTo(fusion.fused());
    }
}
