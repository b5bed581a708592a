package io.daybook.transaction;

import java.time.Instant;

/**
 * By which erasure a transaction was erased, and when.
 *
 * @param id as in {@code erasures}
 */
public record Erasure(String id, Instant at) {}
