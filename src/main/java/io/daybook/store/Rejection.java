package io.daybook.store;

import io.daybook.message.Excerpt;
import io.daybook.transaction.RawTransaction;

/**
 * A record that is kept as rejected, and why. The reason may quote the record, so it is made
 * printable: a character that PostgreSQL cannot hold would cost the whole batch.
 */
record Rejection(RawTransaction raw, String cause, String error) {
  private static final int CHARACTERS_MAX = 500;

  Rejection {
    error = Excerpt.of(error, CHARACTERS_MAX);
  }
}
