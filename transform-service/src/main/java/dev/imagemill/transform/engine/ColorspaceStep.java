package dev.imagemill.transform.engine;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.ColorProfile;
import dev.imagemill.contract.pipeline.Colorspace;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import java.util.Optional;

/** The operation {@code colorspace}: the same colours in another space. The source is decoded as it is stored for it. */
record ColorspaceStep(Colorspace colorspace, Profiles profiles) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.make(forecast.stored());
        ownProfile();
    }

    @Override
    public Picture apply(Picture picture) {
        try {
            return switch (colorspace.to()) {
                case KEEP -> picture;
                case SRGB -> picture.inProfile(converted(picture, ColorProfile.Space.SRGB), Optional.empty());
                case GREY -> picture.inProfile(Codec.toGrey(picture.pixels(), picture.profile()), Optional.empty());
                case DISPLAY_P3 -> inSpace(picture, ColorProfile.Space.DISPLAY_P3);
                case CMYK ->
                    ownProfile()
                            .map(profile -> inInk(picture, profile))
                            .orElseGet(() -> inSpace(picture, ColorProfile.Space.CMYK));
            };
        } catch (CodecException unfit) {
            String detail = unfit.getMessage() == null ? colorspace.to().id() : unfit.getMessage();
            throw Problem.of(ProblemType.UNSUPPORTED_CONVERSION, detail).exception();
        }
    }

    private Optional<ColorProfile> ownProfile() {
        String digest = colorspace.profile();
        if (digest == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(profiles.profile(digest));
        } catch (ProblemException unusable) {
            throw new ProblemException(unusable.problem().within("/profile"), unusable);
        }
    }

    private static Picture inInk(Picture picture, ColorProfile profile) {
        Image ink = Codec.convert(picture.pixels(), picture.profile(), profile);
        return picture.inProfile(ink, Optional.of(profile));
    }

    private static Picture inSpace(Picture picture, ColorProfile.Space space) {
        return picture.inProfile(converted(picture, space), Optional.of(space.profile()));
    }

    private static Image converted(Picture picture, ColorProfile.Space space) {
        return Codec.convert(picture.pixels(), picture.profile(), space);
    }
}
