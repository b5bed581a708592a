package io.daybook.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the table {@code pages} says of a page.
 *
 * @param content the answer's body as received
 * @param file the same, compressed, as it lies in the archive; null for pages of older releases
 * @param transactions how many it held, or null if its run was not judged
 * @param goneAt since when retention has removed the file
 * @param erasedAt since when notes stand in it in place of erased transactions
 * @param erasedFile the file that took the place of the one that was archived, if one did
 */
public record PageRecord(
    int number,
    String name,
    Measure content,
    @Nullable Measure file,
    @Nullable String request,
    @Nullable Integer status,
    @Nullable String contentType,
    Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable Long transactions,
    @Nullable Instant goneAt,
    @Nullable Instant erasedAt,
    @Nullable Measure erasedFile) {

  /** Whether it holds what the gateway declares of its day, and no transactions. */
  public boolean isSummary() {
    return number == 0;
  }

  static PageRecord of(ResultSet row, int index) throws SQLException {
    Timestamp askedAt = row.getTimestamp("fetched_at");
    return new PageRecord(
        row.getInt("page"),
        row.getString("archived_as"),
        new Measure(row.getLong("bytes"), row.getBytes("sha256")),
        measure(row, "file_bytes", "file_sha256"),
        row.getString("request"),
        row.getObject("status", Integer.class),
        row.getString("content_type"),
        askedAt.toInstant(),
        instant(row.getTimestamp("answered_at")),
        row.getObject("transactions", Long.class),
        instant(row.getTimestamp("gone_at")),
        instant(row.getTimestamp("erased_at")),
        measure(row, "erased_file_bytes", "erased_file_sha256"));
  }

  private static @Nullable Measure measure(ResultSet row, String bytes, String sha256)
      throws SQLException {
    byte[] hash = row.getBytes(sha256);
    return hash == null ? null : new Measure(row.getLong(bytes), hash);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
