package io.daybook.proof;

import java.time.Instant;
import java.util.List;

/** A {@code kill -9}: whom it hit, and when. */
record Kill(int number, Instance victim, Instant at) {

  /** What the process was at: it could end none of them, whoever took their days later. */
  List<RunRow> runs(RunTable table) {
    return table.where(
        "r.instance = ? AND (r.outcome IS NULL OR r.outcome = 'lost')", victim.name());
  }
}
