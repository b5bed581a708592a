package io.daybook.evidence;

import io.daybook.archive.Sha256;
import io.daybook.database.Row;
import io.daybook.database.Statements;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.StoredRow;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the tables hold of a day's transactions, as verify asks for it. */
final class Rows {
  private final Statements statements;
  private final String gateway;
  private final LocalDate date;

  Rows(Statements statements, String gateway, LocalDate date) {
    this.statements = statements;
    this.gateway = gateway;
    this.date = date;
    statements.update("empty-met", Map.of());
  }

  /** Notes that these ids stand in the archive, and returns their rows. */
  Map<String, StoredRow> meet(Collection<String> ids) {
    Map<String, StoredRow> found = new HashMap<>(ids.size() * 2);
    statements
        .query("find-rows", Map.of("gateway", gateway, "ids", ids.toArray(String[]::new)), Row::of)
        .forEach(row -> found.put(row.text("transaction_id"), StoredRow.of(row)));
    return found;
  }

  /** Returns which of these raw transactions are kept as rejected, by the hash of what was sent. */
  Set<ByteBuffer> rejected(Collection<RawTransaction> raws) {
    Set<ByteBuffer> found = new HashSet<>();
    if (!raws.isEmpty()) {
      byte[][] hashes = raws.stream().map(Rows::hash).toArray(byte[][]::new);
      statements
          .query(
              "find-kept-rejected",
              Map.of("gateway", gateway, "date", date.toString(), "hashes", hashes),
              (row, index) -> ByteBuffer.wrap(row.getBytes(1)))
          .forEach(found::add);
    }
    return found;
  }

  static byte[] hash(RawTransaction raw) {
    return raw.erased() == null ? Sha256.digest().digest(raw.bytes()) : raw.erased().sha256();
  }

  /** Returns whether a transaction once was stored with this content. */
  boolean wasStored(String id, byte[] contentHash) {
    return statements
            .query(
                "find-superseded",
                Map.of("gateway", gateway, "id", id, "hash", contentHash),
                (row, index) -> row.getLong(1))
            .get(0)
        > 0;
  }

  /** Returns who erased what, when and why, in words. */
  List<String> erasures(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : statements.query(
            "explain-erasures",
            Map.of("ids", ids.toArray(String[]::new)),
            (row, index) -> row.getString(1));
  }

  /** Returns rows of the day that were not met. */
  Unmet unmet() {
    List<Map.Entry<String, Long>> rows =
        statements.query(
            "find-unmet",
            Map.of("gateway", gateway, "date", date.toString()),
            (row, index) -> Map.entry(row.getString(1), row.getLong(2)));
    return new Unmet(
        rows.isEmpty() ? 0 : rows.get(0).getValue(), rows.stream().map(Map.Entry::getKey).toList());
  }

  /**
   * Rows that no archived page showed.
   *
   * @param some the ids of the first ones
   */
  record Unmet(long count, List<String> some) {}
}
