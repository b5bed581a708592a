package io.daybook.page;

import io.daybook.archive.Draft;
import io.daybook.archive.MeasuredOutput;
import io.daybook.archive.Names;
import io.daybook.archive.PageStore;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.GatewayUnavailableException;
import io.daybook.run.Run;
import io.daybook.transaction.PersonalFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

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
   * Copies an answer's body to its place in the archive, less what is personal.
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
      PersonalFields personal) {
    String name = Names.page(Names.folder(run.gateway(), run.date(), run.id()), number);
    InputStream bounded = new AnswerBody(body, run, number, bytesMax);
    try (Draft draft = store.begin(name)) {
      MeasuredOutput file = new MeasuredOutput(draft.out());
      MeasuredOutput content = new MeasuredOutput(new FastGzip(file));
      String fault = copy(bounded, content, personal);
      draft.finish();
      return new ArchivedPage(
          number,
          name,
          content.measure(),
          file.measure(),
          answer,
          fetchedAt,
          clock.instant(),
          fault);
    } catch (IOException notWritable) {
      throw new ArchiveUnavailableException(
          "Page %d of %s cannot be written to the archive %s"
              .formatted(number, run.day(), store.place()),
          notWritable);
    }
  }

  /** Returns why the rest was left out, or null if all was copied. */
  private static @Nullable String copy(
      InputStream body, MeasuredOutput content, PersonalFields personal) throws IOException {
    try (content) {
      if (personal.isEmpty()) {
        transfer(body, content);
        return null;
      }
      MaskedStream masked = new MaskedStream(body, personal);
      transfer(masked, content);
      return masked.fault();
    }
  }

  private static void transfer(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
  }

  /** Opens what was kept, as it was received. */
  InputStream open(ArchivedPage page) throws IOException {
    return new GZIPInputStream(store.open(page.archivedAs()), 1 << 16);
  }
}
