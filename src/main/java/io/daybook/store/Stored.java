package io.daybook.store;

import io.daybook.database.Row;
import java.util.Arrays;

/**
 * What the table holds of a transaction, as found by {@code find-stored.sql}.
 *
 * @param byThisRun whether the run at hand wrote it
 * @param newer whether it was observed later than the page at hand
 * @param vanished whether a later download no longer contained it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Stored(
    byte[] contentHash,
    int version,
    boolean ofThisDay,
    boolean byThisRun,
    boolean newer,
    boolean vanished) {

  static Stored of(Row row) {
    return new Stored(
        (byte[]) row.value("content_hash"),
        row.count("version"),
        row.flag("of_this_day"),
        row.flag("by_this_run"),
        row.flag("newer"),
        row.flag("vanished"));
  }

  /** Whether nothing is to be written: it is newer, or there with this very content. */
  boolean covers(byte[] hash) {
    return newer || (!vanished && Arrays.equals(contentHash, hash));
  }
}
