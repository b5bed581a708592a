package io.daybook.run;

import io.daybook.database.Row;

/** What a run did, in the one line that operators read. */
final class Outcome {

  private Outcome() {}

  static String of(Run run, Row row) {
    boolean unchanged =
        row.number("inserted") + row.number("changed") + row.number("vanished") == 0;
    return "%s: %s%s, %s: %s; %d new, %d changed, %d unchanged, %d vanished, %d rejected, %d repeated, %d outside (run %d)"
        .formatted(
            run.day(),
            row.find("state"),
            row.find("error") == null ? "" : " (" + row.find("error") + ")",
            unchanged ? "unchanged" : "changed",
            read(row),
            row.number("inserted"),
            row.number("changed"),
            row.number("unchanged"),
            row.number("vanished"),
            row.number("rejected"),
            row.number("repeated"),
            row.number("outside"),
            run.id());
  }

  private static String read(Row row) {
    return row.number("pages") == 0
        ? "tried again from what was kept"
        : "%d transactions on %d pages".formatted(row.number("fetched"), row.number("pages"));
  }
}
