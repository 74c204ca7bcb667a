/**
 * The demonstration: pictures (one's own, or a set rendered here) go through upload, the thumbnail job and back, and
 * what became of each is shown as a table and a contact sheet.
 */
@NullMarked
package dev.imagemill.cli.demo;

import org.jspecify.annotations.NullMarked;
