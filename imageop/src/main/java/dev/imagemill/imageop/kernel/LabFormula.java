package dev.imagemill.imageop.kernel;

/**
 * sRGB to CIE L*a*b* under D50 and back, in double precision: the sRGB curve (IEC 61966-2-1), the matrix to XYZ adapted to D50, and the CIE
 * function of lightness with its exact constants.
 *
 * <p>All numbers are 0 to 1, as the bytes 0 to 255: L* is one hundredth, a* and b* are moved by 128 and divided by 255.
 */
final class LabFormula {
    private static final double[] WHITE = {.96422, 1, .82521};
    private static final double[][] TO_XYZ = {
        {.4360747, .3850649, .1430804}, {.2225045, .7168786, .0606169}, {.0139322, .0971045, .7141733}
    };
    private static final double[][] FROM_XYZ = inverse(TO_XYZ);

    /** Where the cube root gives way to a straight line. */
    private static final double EPSILON = 216 / 24389.0;

    private static final double KAPPA = 24389 / 27.0;

    private LabFormula() {}

    static void toLab(double[] color) {
        for (int c = 0; c < 3; c++) {
            color[c] = linear(color[c]);
        }
        multiply(TO_XYZ, color);
        double x = lightness(color[0] / WHITE[0]);
        double y = lightness(color[1] / WHITE[1]);
        double z = lightness(color[2] / WHITE[2]);
        color[0] = (116 * y - 16) / 100;
        color[1] = (500 * (x - y) + 128) / 255;
        color[2] = (200 * (y - z) + 128) / 255;
    }

    /** Colours outside sRGB are clipped before the curve. */
    static void toRgb(double[] color) {
        double y = (100 * color[0] + 16) / 116;
        double x = y + (255 * color[1] - 128) / 500;
        double z = y - (255 * color[2] - 128) / 200;
        color[0] = luminance(x) * WHITE[0];
        color[1] = luminance(y) * WHITE[1];
        color[2] = luminance(z) * WHITE[2];
        multiply(FROM_XYZ, color);
        for (int c = 0; c < 3; c++) {
            color[c] = curved(Math.clamp(color[c], 0.0, 1.0));
        }
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double curved(double v) {
        return v <= 0.0031308 ? v * 12.92 : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    }

    private static double lightness(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    private static double luminance(double f) {
        double cube = f * f * f;
        return cube > EPSILON ? cube : (116 * f - 16) / KAPPA;
    }

    private static void multiply(double[][] matrix, double[] color) {
        double x = color[0];
        double y = color[1];
        double z = color[2];
        for (int row = 0; row < 3; row++) {
            color[row] = matrix[row][0] * x + matrix[row][1] * y + matrix[row][2] * z;
        }
    }

    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int r1 = (column + 1) % 3;
                int r2 = (column + 2) % 3;
                int c1 = (row + 1) % 3;
                int c2 = (row + 2) % 3;
                inverse[row][column] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
            }
            determinant += m[0][row] * inverse[row][0];
        }
        for (double[] row : inverse) {
            for (int column = 0; column < 3; column++) {
                row[column] /= determinant;
            }
        }
        return inverse;
    }
}
