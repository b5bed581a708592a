package io.daybook.store;

import io.daybook.transaction.RawTransaction;

/** A record that is kept as rejected, and why. */
record Rejection(RawTransaction raw, String cause, String error) {}
