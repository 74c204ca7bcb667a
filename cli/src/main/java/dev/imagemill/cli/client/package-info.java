/** Imagemill's HTTP API as a command line sees it: uploads, jobs, images, renditions, and the two ways a call can fail. */
@NullMarked
package dev.imagemill.cli.client;

import org.jspecify.annotations.NullMarked;
