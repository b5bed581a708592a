package io.daybook.page;

import io.daybook.database.Statements;
import io.daybook.transaction.Erasure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was erased of a gateway's transactions so far. */
public final class Erasures {
  private final Statements statements;

  public Erasures(Statements statements) {
    this.statements = statements;
  }

  /** Returns the ids of erasures, which stand in pages in place of what they erased. */
  public Set<String> of(String gateway) {
    return new HashSet<>(
        statements.query(
            "find-erasures", Map.of("gateway", gateway), (row, index) -> row.getString(1)));
  }

  /** Returns by which erasure each transaction that was erased was erased first, by its id. */
  public Map<String, Erasure> transactions(String gateway) {
    Map<String, Erasure> erased = new HashMap<>();
    List<Map.Entry<String, Erasure>> found =
        statements.query("find-erased", Map.of("gateway", gateway), Erasures::transaction);
    found.forEach(each -> erased.put(each.getKey(), each.getValue()));
    return erased;
  }

  private static Map.Entry<String, Erasure> transaction(ResultSet row, int index)
      throws SQLException {
    Erasure by = new Erasure(row.getString("erasure_id"), row.getTimestamp("begun_at").toInstant());
    return Map.entry(row.getString("transaction_id"), by);
  }
}
