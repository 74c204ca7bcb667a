package dev.imagemill.transform.engine;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.ColorProfile;
import dev.imagemill.contract.pipeline.Colorspace;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import java.util.Optional;

/** The operation {@code colorspace}: the same colours in another space. The source is decoded as it is stored for it. */
record ColorspaceStep(Colorspace colorspace) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        try {
            return switch (colorspace.to()) {
                case KEEP -> picture;
                case SRGB -> picture.inProfile(converted(picture, ColorProfile.Space.SRGB), Optional.empty());
                case GREY -> picture.inProfile(Codec.toGrey(picture.pixels(), picture.profile()), Optional.empty());
                case DISPLAY_P3 -> inSpace(picture, ColorProfile.Space.DISPLAY_P3);
                case CMYK -> inSpace(picture, ColorProfile.Space.CMYK);
            };
        } catch (CodecException unfit) {
            String detail = unfit.getMessage() == null ? colorspace.to().id() : unfit.getMessage();
            throw Problem.of(ProblemType.UNSUPPORTED_CONVERSION, detail).exception();
        }
    }

    private static Picture inSpace(Picture picture, ColorProfile.Space space) {
        return picture.inProfile(converted(picture, space), Optional.of(space.profile()));
    }

    private static Image converted(Picture picture, ColorProfile.Space space) {
        return Codec.convert(picture.pixels(), picture.profile(), space);
    }
}
