package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsImage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an image file says of its picture beyond pixels: EXIF without its thumbnail, XMP, IPTC, and the profile that the pixels are in.
 * Immutable.
 */
public final class ImageMetadata {
    /** Nothing at all. */
    public static final ImageMetadata NONE = new ImageMetadata(Map.of(), null, null, null, 1, null);

    private static final String EXIF = "exif-data";
    private static final String XMP = "xmp-data";
    private static final String IPTC = "iptc-data";
    private static final String EXIF_TEXTS = "exif-ifd";
    private static final String EXIF_ORIENTATION = "exif-ifd0-Orientation";
    private static final String EXIF_THUMBNAIL = "exif-ifd1";
    private static final String ORIENTATION = "orientation";
    private static final String ARTIST = "exif-ifd0-Artist";
    private static final String COPYRIGHT = "exif-ifd0-Copyright";

    /** What libvips writes behind a value, and cuts off again when it reads one. */
    private static final String TAIL = " (, ASCII, 1 components, 1 bytes)";

    private static final Pattern XMP_ORIENTATION =
            Pattern.compile("(tiff:Orientation\\s*=\\s*[\"']|<tiff:Orientation>\\s*)([1-8])");

    private final Map<String, String> exif;
    private final byte @Nullable [] exifBlock;
    private final byte @Nullable [] xmp;
    private final byte @Nullable [] iptc;
    private final int orientation;
    private final @Nullable ColorProfile profile;

    private ImageMetadata(
            Map<String, String> exif,
            byte @Nullable [] exifBlock,
            byte @Nullable [] xmp,
            byte @Nullable [] iptc,
            int orientation,
            @Nullable ColorProfile profile) {
        this.exif = exif;
        this.exifBlock = exifBlock;
        this.xmp = xmp;
        this.iptc = iptc;
        this.orientation = orientation;
        this.profile = profile;
    }

    static ImageMetadata of(VipsImage image) {
        Map<String, String> exif = image.texts(EXIF_TEXTS);
        exif.keySet().removeIf(name -> name.startsWith(EXIF_THUMBNAIL) || name.equals(EXIF_ORIENTATION));
        return new ImageMetadata(
                exif,
                image.blob(EXIF).orElse(null),
                image.blob(XMP).orElse(null),
                image.blob(IPTC).orElse(null),
                image.number(ORIENTATION).orElse(1),
                image.blob(Header.PROFILE).flatMap(ColorProfile::unlessSrgb).orElse(null));
    }

    /** Whether there is nothing to be written. */
    public boolean isEmpty() {
        return exif.isEmpty()
                && exifBlock == null
                && xmp == null
                && iptc == null
                && orientation == 1
                && profile == null;
    }

    /**
     * The same for a picture that is laid otherwise.
     *
     * @param newOrientation what the pixels still need, an EXIF orientation from 1 to 8
     */
    public ImageMetadata withOrientation(int newOrientation) {
        if (newOrientation < 1 || newOrientation > 8) {
            throw new IllegalArgumentException("orientation is " + newOrientation + ", expected 1..8");
        }
        return new ImageMetadata(exif, exifBlock, xmp, iptc, newOrientation, profile);
    }

    /** Of all this the artist and the copyright, from EXIF or else from IPTC, and the two as XMP for formats without EXIF. */
    public ImageMetadata copyrightOnly() {
        Optional<String> artist = text(ExifTexts.ARTIST, Iptc.BY_LINE);
        Optional<String> copyright = text(ExifTexts.COPYRIGHT, Iptc.COPYRIGHT_NOTICE);
        Map<String, String> kept = new LinkedHashMap<>();
        artist.ifPresent(name -> kept.put(ARTIST, name + TAIL));
        copyright.ifPresent(notice -> kept.put(COPYRIGHT, notice + TAIL));
        byte[] packet = kept.isEmpty() ? null : XmpRights.packet(artist, copyright);
        return new ImageMetadata(kept, null, packet, null, orientation, null);
    }

    private Optional<String> text(int tag, int dataset) {
        return Optional.ofNullable(exifBlock)
                .flatMap(block -> ExifTexts.find(block, tag))
                .or(() -> Optional.ofNullable(iptc).flatMap(block -> Iptc.text(block, dataset)));
    }

    /** The profile that the pixels are in as they are stored; empty for sRGB, grey, or ink that does not say. */
    public Optional<ColorProfile> profile() {
        return Optional.ofNullable(profile);
    }

    /** The same for pixels in another profile; empty for sRGB, which need not be said. */
    public ImageMetadata withProfile(Optional<ColorProfile> newProfile) {
        return new ImageMetadata(exif, exifBlock, xmp, iptc, orientation, newProfile.orElse(null));
    }

    /** The pixels with this metadata. */
    VipsImage on(VipsImage pixels) {
        VipsImage image = pixels.copy();
        exif.forEach(image::put);
        if (exifBlock != null) {
            image.put(EXIF, exifBlock);
        }
        if (xmp != null) {
            image.put(XMP, upright(xmp));
        }
        if (iptc != null) {
            image.put(IPTC, iptc);
        }
        if (profile != null) {
            image.put(Header.PROFILE, profile.toArray());
        }
        image.put(ORIENTATION, orientation);
        return image;
    }

    /** XMP with the orientation that EXIF says: the two have to agree. */
    private byte[] upright(byte[] content) {
        Matcher stated = XMP_ORIENTATION.matcher(new String(content, StandardCharsets.ISO_8859_1));
        return stated.replaceAll("$1" + orientation).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "ImageMetadata[" + exif.size() + " EXIF tags, XMP " + (xmp != null) + ", IPTC " + (iptc != null)
                + ", orientation " + orientation + "]";
    }
}
