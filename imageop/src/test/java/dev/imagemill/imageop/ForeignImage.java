package dev.imagemill.imageop;

import java.nio.ByteBuffer;

/** What a caller who knows nothing of this library's classes has: a mode, a size and a buffer. */
record ForeignImage(Mode mode, ImageSize size, ByteBuffer buffer) implements ImageSource {}
