package io.daybook.evidence;

import io.daybook.archive.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run that asked the gateway, and so has pages in the archive.
 *
 * @param complete whether it read its day to the end
 * @param pages how many it archived, as it was counted at its end
 * @param manifestSha256 null for a run that ended before its manifest was written
 * @param goneAt since when retention has removed its pages
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record ArchivedRun(
    long id,
    String gateway,
    LocalDate date,
    boolean complete,
    long pages,
    long fetched,
    byte @Nullable [] manifestSha256,
    @Nullable Instant goneAt) {

  static ArchivedRun of(ResultSet row, int index) throws SQLException {
    Timestamp goneAt = row.getTimestamp("archive_gone_at");
    return new ArchivedRun(
        row.getLong("run_id"),
        row.getString("gateway"),
        row.getObject("business_date", LocalDate.class),
        row.getBoolean("complete"),
        row.getLong("pages"),
        row.getLong("fetched"),
        row.getBytes("manifest_sha256"),
        goneAt == null ? null : goneAt.toInstant());
  }

  public String folder() {
    return Names.folder(gateway, date, id);
  }
}
