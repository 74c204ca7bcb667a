package dev.imagemill.cli.demo;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import java.util.Comparator;
import java.util.List;

/** Fetches renditions as any client would, and puts them on a contact sheet. */
record Thumbnails(ImagemillClient client) {
    void addTo(ContactSheet sheet, Outcome.Taken taken) {
        if (taken.ready().isEmpty()) {
            String why = taken.failures().isEmpty()
                    ? "no rendition"
                    : "failed: " + taken.failures().getFirst().code();
            sheet.addMissing(taken.name(), why);
            return;
        }
        byte[] file = client.content(fitting(taken.ready()).href());
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            sheet.add(taken.name(), decoded.image());
        }
    }

    /** The smallest rendition that fills its cell, else the largest there is. */
    private static Rendition fitting(List<Rendition> ready) {
        Comparator<Rendition> bySize = Comparator.comparingLong(r -> (long) r.width() * r.height());
        return ready.stream()
                .filter(Thumbnails::fills)
                .min(bySize)
                .orElseGet(() -> ready.stream().max(bySize).orElseThrow());
    }

    private static boolean fills(Rendition rendition) {
        return rendition.width() >= ContactSheet.PICTURE.width() || rendition.height() >= ContactSheet.PICTURE.height();
    }
}
