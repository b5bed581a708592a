package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who answers for a day whose mismatch the provider confirms; never a proof. */
record Acceptance(String by, Instant at, String reason) {

  static @Nullable Acceptance of(ResultSet row) throws SQLException {
    Instant at = Columns.instant(row, "accepted_at");
    return at == null
        ? null
        : new Acceptance(
            row.getString("accepted_by"),
            at,
            Objects.requireNonNullElse(row.getString("accepted_reason"), "no reason given"));
  }

  ObjectNode json() {
    return Json.object().put("by", by).put("at", at.toString()).put("reason", reason);
  }

  @Override
  public String toString() {
    return "accepted by %s: %s".formatted(by, reason);
  }
}
