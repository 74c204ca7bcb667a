/** Lists by pages: a cursor says where the last page ended, so that paging neither skips nor repeats while rows come in. */
@NullMarked
package dev.imagemill.storage.page;

import org.jspecify.annotations.NullMarked;
