package io.daybook.page;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A raw page, complete in the archive.
 *
 * @param file where it is kept, compressed with gzip
 * @param archivedAs the same, relative to the archive's directory
 * @param bytes its size as received, before compression
 * @param sha256 over the bytes as received
 * @param fetchedAt when its first byte was asked for: what it shows was true then
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record ArchivedPage(
    int number, Path file, String archivedAs, long bytes, byte[] sha256, Instant fetchedAt) {}
