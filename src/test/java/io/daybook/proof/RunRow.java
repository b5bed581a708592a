package io.daybook.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A row of {@code runs}, with the sum of its rows in {@code batches}. */
record RunRow(
    long id,
    String gateway,
    LocalDate date,
    String instance,
    String outcome,
    Instant startedAt,
    Optional<Instant> finishedAt,
    int batches,
    int fetched,
    int inserted) {

  @Override
  public String toString() {
    return "run %d of %s %s (%d batches, %d transactions)"
        .formatted(id, gateway, date, batches, fetched);
  }
}
