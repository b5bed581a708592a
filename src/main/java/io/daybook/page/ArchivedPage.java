package io.daybook.page;

import io.daybook.archive.Measure;
import io.daybook.archive.PageRecord;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A raw page, complete in the archive.
 *
 * @param archivedAs its name there, where it is compressed with gzip
 * @param content its size as received and the hash over that
 * @param file the same of the compressed file; null if it was archived by an older release
 * @param fetchedAt when its first byte was asked for: what it shows was true then
 * @param answeredAt when its last byte was there
 * @param erased whether notes stand in it in place of erased transactions
 * @param fault why it was archived up to there only, where nobody could say what is personal in the
 *     rest; null for a page that was archived whole
 */
public record ArchivedPage(
    int number,
    String archivedAs,
    Measure content,
    @Nullable Measure file,
    Answer answer,
    Instant fetchedAt,
    @Nullable Instant answeredAt,
    boolean erased,
    @Nullable String fault) {

  /** A page as its row in the database tells of it. */
  public static ArchivedPage of(PageRecord page) {
    return new ArchivedPage(
        page.number(),
        page.name(),
        page.content(),
        page.file(),
        new Answer(
            page.request(), Objects.requireNonNullElse(page.status(), 0), page.contentType()),
        page.askedAt(),
        page.answeredAt(),
        page.erasedAt() != null,
        null);
  }

  public long bytes() {
    return content.bytes();
  }

  /**
   * What was asked, and what came before the body.
   *
   * @param request method and URL as sent, without credentials; null if it is not known
   */
  public record Answer(@Nullable String request, int status, @Nullable String contentType) {}
}
