package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** How the last run of a day ended, and what it did. */
record LastRun(
    String outcome, long inserted, long changed, long unchanged, @Nullable Instant finishedAt) {
  static final String FAILED = "failed";
  private static final String SUCCEEDED = "succeeded";

  static @Nullable LastRun of(ResultSet row) throws SQLException {
    String outcome = row.getString("last_outcome");
    return outcome == null
        ? null
        : new LastRun(
            outcome,
            row.getLong("inserted"),
            row.getLong("changed"),
            row.getLong("unchanged"),
            Columns.instant(row, "finished_at"));
  }

  ObjectNode json() {
    return Json.object()
        .put("outcome", outcome)
        .put("new", inserted)
        .put("changed", changed)
        .put("unchanged", unchanged)
        .put("finishedAt", finishedAt == null ? null : finishedAt.toString());
  }

  @Override
  public String toString() {
    StringJoiner words = new StringJoiner(", ");
    words.add(outcome);
    add(words, inserted, "new");
    add(words, changed, "changed");
    if (words.toString().equals(SUCCEEDED)) {
      return words.add("unchanged").toString();
    }
    add(words, unchanged, "unchanged");
    return words.toString();
  }

  private static void add(StringJoiner words, long count, String what) {
    if (count > 0) {
      words.add(count + " " + what);
    }
  }
}
