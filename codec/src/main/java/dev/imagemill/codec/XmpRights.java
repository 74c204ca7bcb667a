package dev.imagemill.codec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The least XMP packet that names an artist and a copyright (Dublin Core's creator and rights), for formats without EXIF. */
final class XmpRights {
    private XmpRights() {}

    static byte[] packet(Optional<String> artist, Optional<String> copyright) {
        StringBuilder xml = new StringBuilder("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")
                .append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">")
                .append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">")
                .append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
        artist.ifPresent(name -> xml.append("<dc:creator><rdf:Seq><rdf:li>")
                .append(escaped(name))
                .append("</rdf:li></rdf:Seq></dc:creator>"));
        copyright.ifPresent(notice -> xml.append("<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">")
                .append(escaped(notice))
                .append("</rdf:li></rdf:Alt></dc:rights>"));
        return xml.append("</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
