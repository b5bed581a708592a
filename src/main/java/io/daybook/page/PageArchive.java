package io.daybook.page;

import io.daybook.archive.Draft;
import io.daybook.archive.MeasuredOutput;
import io.daybook.archive.Names;
import io.daybook.archive.PageStore;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.GatewayUnavailableException;
import io.daybook.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

/**
 * Keeps each raw page before anybody reads it: evidence, and a page that broke off half-way is
 * never read as a whole one. A file under its final name is complete.
 */
public final class PageArchive {
  private final PageStore store;
  private final long bytesMax;
  private final Clock clock;

  public PageArchive(PageStore store, long bytesMax, Clock clock) {
    this.store = store;
    this.bytesMax = bytesMax;
    this.clock = clock;
  }

  /**
   * Copies an answer's body to its place in the archive.
   *
   * @throws GatewayAnswerException if it is larger than {@code daybook.page.bytes-max}
   * @throws GatewayUnavailableException if the gateway broke off
   * @throws ArchiveUnavailableException if the directory cannot be written
   */
  public ArchivedPage keep(
      Run run,
      int number,
      Instant fetchedAt,
      ArchivedPage.Answer answer,
      InputStream body,
      Keeping keeping) {
    String name = Names.page(Names.folder(run.gateway(), run.date(), run.id()), number);
    AnswerBody bounded = new AnswerBody(body, run, number, bytesMax);
    try (Draft draft = store.begin(name)) {
      MeasuredOutput file = new MeasuredOutput(draft.out());
      MeasuredOutput content = new MeasuredOutput(new FastGzip(file));
      try (content) {
        keeping.copy(bounded, content);
      }
      bounded.checkSize();
      draft.finish();
      return new ArchivedPage(
          number,
          name,
          content.measure(),
          file.measure(),
          answer,
          fetchedAt,
          clock.instant(),
          keeping.hasErased(),
          keeping.fault());
    } catch (IOException notWritable) {
      throw new ArchiveUnavailableException(
          "Page %d of %s cannot be written to the archive %s"
              .formatted(number, run.day(), store.place()),
          notWritable);
    }
  }

  /** Opens what was kept, as it was received. */
  InputStream open(ArchivedPage page) throws IOException {
    return new GZIPInputStream(store.open(page.archivedAs()), 1 << 16);
  }
}
