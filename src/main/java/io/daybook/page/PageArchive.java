package io.daybook.page;

import io.daybook.archive.Draft;
import io.daybook.archive.Measure;
import io.daybook.archive.MeasuredOutput;
import io.daybook.archive.Names;
import io.daybook.archive.PageStore;
import io.daybook.archive.Sha256;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.GatewayUnavailableException;
import io.daybook.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
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
      Run run, int number, Instant fetchedAt, ArchivedPage.Answer answer, InputStream body) {
    String name = Names.page(Names.folder(run.gateway(), run.date(), run.id()), number);
    try (Draft draft = store.begin(name)) {
      MeasuredOutput file = new MeasuredOutput(draft.out());
      Measure content = copy(body, file, run, number);
      draft.finish();
      return new ArchivedPage(
          number, name, content, file.measure(), answer, fetchedAt, clock.instant());
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

  private Measure copy(InputStream body, OutputStream file, Run run, int number)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = new FastGzip(file)) {
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        run.mustGoOn();
        bytes += read;
        if (bytes > bytesMax) {
          throw tooLarge(run, number);
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    return new Measure(bytes, digest.digest());
  }

  private static int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException brokenOff) {
      throw new GatewayUnavailableException(
          "The gateway's answer broke off: " + brokenOff.getMessage(), brokenOff);
    }
  }

  private GatewayAnswerException tooLarge(Run run, int number) {
    return new GatewayAnswerException(
        "page %d of %s is larger than daybook.page.bytes-max=%d bytes"
            .formatted(number, run.day(), bytesMax));
  }
}
