package dev.imagemill.storage.verification;

import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.blobstore.ListedObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** One run over all of Postgres and the bucket. */
final class Verification {
    private static final int ROWS_A_PAGE = 1_000;
    private static final int HELPERS = 16;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final BlobStore blobs;
    private final VerifyOptions options;

    Verification(JdbcClient jdbc, TransactionOperations transaction, BlobStore blobs, VerifyOptions options) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.blobs = blobs;
        this.options = options;
    }

    /** Looks at everything, and repairs if that was asked for. */
    Report run() {
        Map<Section, Tally> tallies = new EnumMap<>(Section.class);
        try (Findings findings = new Findings(options.findings())) {
            tallies.put(Section.BLOBS, check(Section.BLOBS, findings::add));
            Repair repair = options.repair() ? repair(tallies.get(Section.BLOBS), findings) : null;
            tallies.put(Section.RENDITIONS, check(Section.RENDITIONS, finding -> {
                findings.add(finding);
                if (repair != null && finding.kind() == FindingKind.MISSING_RENDITION) {
                    repair.add(
                            finding.key().substring(Section.RENDITIONS.prefix().length()));
                }
            }));
            return new Report(tallies, findings.counts(), findings.first(), forgotten(repair));
        }
    }

    private Tally check(Section section, Consumer<Finding> findings) {
        try (Helpers helpers = new Helpers(HELPERS);
                Stream<ListedObject> objects = blobs.list(section.prefix())) {
            Instant young = Instant.now().minus(options.grace());
            Examination examination = new Examination(blobs, options.digests());
            SectionCheck check = new SectionCheck(section, examination, helpers, young, findings);
            new Walk(section.prefix(), check).over(new CatalogueRows(jdbc, section, ROWS_A_PAGE), objects.iterator());
            helpers.await();
            return check.tally();
        }
    }

    private Repair repair(Tally blobRows, Findings findings) {
        if (blobRows.rows() > 0 && findings.count(FindingKind.MISSING_BLOB) == blobRows.rows()) {
            throw new IllegalStateException(
                    "the bucket has none of the catalogue's blobs; that looks like another bucket, so nothing is repaired");
        }
        return new Repair(jdbc, transaction, blobs);
    }

    private static @Nullable Long forgotten(@Nullable Repair repair) {
        if (repair == null) {
            return null;
        }
        repair.finish();
        return repair.forgotten();
    }
}
