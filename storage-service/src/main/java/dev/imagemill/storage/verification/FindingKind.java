package dev.imagemill.storage.verification;

import java.util.Locale;

/** What may be wrong with an object or its row. */
enum FindingKind {
    MISSING_BLOB(Weight.ERROR, "versions refer to it and its bytes are gone"),
    DAMAGED_BLOB(Weight.ERROR, "its bytes are not those it is named by"),
    MISSING_RENDITION(Weight.REPAIRABLE, "Postgres believes in it and its bytes are gone"),
    DAMAGED_RENDITION(Weight.ERROR, "its bytes are not those that were stored"),
    REMADE_RENDITION(Weight.INFORMATION, "it was made twice at the same moment, and the other one is kept"),
    UNKNOWN_BLOB(Weight.INFORMATION, "no version refers to it"),
    UNKNOWN_RENDITION(Weight.INFORMATION, "Postgres does not know it, as those made for signed addresses"),
    FOREIGN_OBJECT(Weight.INFORMATION, "its name is none that Imagemill gives");

    /** What a finding means for the whole. */
    enum Weight {
        /** The two do not agree, and only a backup can help. */
        ERROR,
        /** The two do not agree, and what is missing can be computed again. */
        REPAIRABLE,
        /** Nothing is wrong. */
        INFORMATION
    }

    private final Weight weight;
    private final String meaning;

    FindingKind(Weight weight, String meaning) {
        this.weight = weight;
        this.meaning = meaning;
    }

    Weight weight() {
        return weight;
    }

    String meaning() {
        return meaning;
    }

    /** Its name in what is printed. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
