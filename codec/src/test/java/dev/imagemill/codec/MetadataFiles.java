package dev.imagemill.codec;

/** Puts metadata into JPEGs. */
final class MetadataFiles {
    private MetadataFiles() {}

    /** With EXIF (orientation 6, artist, copyright, description), XMP and IPTC. */
    static byte[] jpeg(byte[] file, String xmp) {
        return insert(insert(insert(file, iptc("(c) IPTC")), xmp(xmp)), exif());
    }

    /** Behind the start of the image. */
    static byte[] insert(byte[] jpeg, byte[] segment) {
        return JpegFiles.insert(jpeg, 2, segment);
    }

    private static byte[] exif() {
        String[] texts = {"Moonrise over Hernandez", "Adams, A.", "Ansel (c) 1941"};
        int[] tags = {270, 315, 33432};
        FileWriter tiff = new FileWriter().text("MM").big16(42).big32(8).big16(4);
        int at = 8 + 2 + 4 * 12 + 4;
        tiff.big16(270, 2).big32(texts[0].length() + 1, at);
        at += texts[0].length() + 1;
        tiff.big16(274, 3).big32(1).big16(6, 0);
        for (int i = 1; i < 3; i++) {
            tiff.big16(tags[i], 2).big32(texts[i].length() + 1, at);
            at += texts[i].length() + 1;
        }
        tiff.big32(0);
        for (String text : texts) {
            tiff.text(text).u8(0);
        }
        return segment(
                0xe1, new FileWriter().text("Exif\0\0").add(tiff.toArray()).toArray());
    }

    private static byte[] xmp(String xmp) {
        return segment(
                0xe1,
                new FileWriter()
                        .text("http://ns.adobe.com/xap/1.0/\0")
                        .text(xmp)
                        .toArray());
    }

    static byte[] iptc(String copyright) {
        String caption = "Caption of IPTC";
        FileWriter record = new FileWriter()
                .u8(0x1c, 2, 120)
                .big16(caption.length())
                .text(caption)
                .u8(0x1c, 2, 116)
                .big16(copyright.length())
                .text(copyright);
        FileWriter resource = new FileWriter()
                .text("Photoshop 3.0\0" + "8BIM")
                .big16(0x404, 0)
                .big32(record.size())
                .add(record.align(2).toArray());
        return segment(0xed, resource.toArray());
    }

    private static byte[] segment(int marker, byte[] content) {
        return new FileWriter()
                .u8(0xff, marker)
                .big16(content.length + 2)
                .add(content)
                .toArray();
    }
}
