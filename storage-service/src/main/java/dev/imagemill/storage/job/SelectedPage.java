package dev.imagemill.storage.job;

import dev.imagemill.storage.ledger.Source;
import java.util.List;

/**
 * The next images of a selection.
 *
 * @param images in the order of the selection
 * @param end where the page ended
 * @param last whether nothing comes after it
 */
record SelectedPage(List<Selected> images, UnplannedJob.Position end, boolean last) {
    /**
     * An image of a selection.
     *
     * @param source the image as work starts from it
     * @param position where it is in the selection
     */
    record Selected(Source source, UnplannedJob.Position position) {}
}
