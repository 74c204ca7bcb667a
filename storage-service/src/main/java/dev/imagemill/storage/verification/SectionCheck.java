package dev.imagemill.storage.verification;

import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.ListedObject;
import java.time.Instant;
import java.util.function.Consumer;

/** Checks one section: what the walk cannot settle is given to helpers. */
final class SectionCheck implements Walk.Visitor {
    private final Section section;
    private final Examination examination;
    private final Helpers helpers;
    private final Instant young;
    private final Consumer<Finding> findings;
    private Tally tally = Tally.ZERO;

    /**
     * @param young objects without a row that were written after this are no finding
     * @param findings takes what is found, from several threads
     */
    SectionCheck(Section section, Examination examination, Helpers helpers, Instant young, Consumer<Finding> findings) {
        this.section = section;
        this.examination = examination;
        this.helpers = helpers;
        this.young = young;
        this.findings = findings;
    }

    Tally tally() {
        return tally;
    }

    @Override
    public void both(CatalogueRow row, ListedObject object) {
        tally = tally.row().object(object.bytes());
        if (examination.isNeeded(row, object.bytes())) {
            examine(row);
        }
    }

    @Override
    public void rowOnly(CatalogueRow row) {
        tally = tally.row();
        examine(row);
    }

    @Override
    public void objectOnly(ListedObject object) {
        tally = tally.object(object.bytes());
        String name = object.key().substring(section.prefix().length());
        if (object.modified().isAfter(young)) {
            tally = tally.youngOne();
        } else {
            FindingKind kind = Sha256.isDigest(name) ? section.unknown() : FindingKind.FOREIGN_OBJECT;
            findings.accept(new Finding(kind, object.key(), object.bytes() + " bytes, of " + object.modified()));
        }
    }

    private void examine(CatalogueRow row) {
        helpers.run(() -> examination.examine(section, row).ifPresent(findings));
    }
}
