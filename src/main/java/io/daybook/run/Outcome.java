package io.daybook.run;

import io.daybook.database.Row;

/** What a run did, in the one line that operators read. */
final class Outcome {

  private Outcome() {}

  static String of(Run run, Row row) {
    boolean unchanged = row.number("inserted") + row.number("changed") == 0;
    return "%s: %s%s, %s: %d transactions listed on %d pages; %d new, %d changed, %d unchanged, %d rejected, %d repeated, %d outside (run %d)"
        .formatted(
            run.day(),
            row.find("state"),
            row.find("error") == null ? "" : " (" + row.find("error") + ")",
            unchanged ? "unchanged" : "changed",
            row.number("fetched"),
            row.number("pages"),
            row.number("inserted"),
            row.number("changed"),
            row.number("unchanged"),
            row.number("rejected"),
            row.number("repeated"),
            row.number("outside"),
            run.id());
  }
}
