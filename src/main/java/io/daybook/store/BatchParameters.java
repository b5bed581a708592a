package io.daybook.store;

import io.daybook.run.Run;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * What the statements about a batch are given.
 *
 * @param firstPosition the place of its first transaction in the page
 */
record BatchParameters(Run run, Origin origin, long firstPosition) {

  /** For {@code find-stored.sql}. */
  Map<String, Object> lookup(Round round) {
    return Map.of(
        "gateway", run.gateway(),
        "date", run.date(),
        "runId", run.id(),
        "observedAt", observedAt(),
        "ids", round.ids());
  }

  /** For {@code find-changed.sql}. */
  Map<String, Object> changed(Round round) {
    return Map.of("gateway", run.gateway(), "ids", round.changedIds());
  }

  /** For {@code insert-batch.sql}. */
  Map<String, Object> rows(Round round, BatchCounts counts) {
    Map<String, Object> rows = new HashMap<>(64);
    round.putInto(rows);
    counts.putInto(rows);
    rows.put("gateway", run.gateway());
    rows.put("date", run.date());
    rows.put("runId", run.id());
    rows.put("page", origin.number());
    rows.put("observedAt", observedAt());
    rows.put("firstPosition", firstPosition);
    return rows;
  }

  /** As the database's own type: a text would be read again for each row. */
  private OffsetDateTime observedAt() {
    return origin.observedAt().atOffset(ZoneOffset.UTC);
  }
}
