package io.daybook.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.Provider;
import io.daybook.gateway.Secrets;
import io.daybook.gateway.Summary;
import io.daybook.run.Run;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Opens archived pages for reading, batch by batch. */
public final class PageReader {
  /** A day's totals need a fraction of this. */
  private static final int SUMMARY_BYTES_MAX = 1_000_000;

  private final Function<String, Provider> providers;
  private final PageArchive archive;
  private final int batchSize;
  private final int writers;
  private final Secrets secrets;
  private final Erasures erasures;

  public PageReader(
      Function<String, Provider> providers,
      PageArchive archive,
      int batchSize,
      int writers,
      Secrets secrets,
      Erasures erasures) {
    this.providers = providers;
    this.archive = archive;
    this.batchSize = batchSize;
    this.writers = writers;
    this.secrets = secrets;
    this.erasures = erasures;
  }

  /**
   * Opens it.
   *
   * @throws ArchiveUnavailableException if it cannot be read back
   */
  public PageReading open(Run run, ArchivedPage page) {
    if (page.bytes() == 0 && page.fault() == null) {
      throw new GatewayAnswerException(
          "page %d of %s is empty".formatted(page.number(), run.day()));
    }
    try {
      return read(run, page);
    } catch (IOException unreadable) {
      throw new ArchiveUnavailableException(
          "Page %d of %s cannot be read back from %s"
              .formatted(page.number(), run.day(), page.file()),
          unreadable);
    }
  }

  private PageReading read(Run run, ArchivedPage page) throws IOException {
    Provider provider = providers.apply(run.provider());
    InputStream in = new BufferedInputStream(archive.open(page), 1 << 16);
    String path = provider.transactions().records();
    Set<String> known = page.erased() ? erasures.of(run.gateway()) : Set.of();
    OutputStream nowhere = OutputStream.nullOutputStream();
    JsonRecords records = new JsonRecords(in, path, secrets, known, nowhere);
    return new PageReading(run, page, records, provider.transactions(), batchSize, writers);
  }

  /** Takes what the day's summary declares. */
  public void summarize(Run run, Download download, ArchivedPage page) throws IOException {
    Summary summary = Objects.requireNonNull(providers.apply(run.provider()).summary());
    String where = "The summary of %s (%s)".formatted(run.day(), page.archivedAs());
    try (InputStream in = archive.open(page)) {
      if (page.bytes() > SUMMARY_BYTES_MAX) {
        throw new GatewayAnswerException("it has more than " + SUMMARY_BYTES_MAX + " bytes");
      }
      if (page.fault() != null) {
        throw new GatewayAnswerException(page.fault());
      }
      download.summarized(summary.read(PageJson.parse(in.readAllBytes())));
    } catch (JsonProcessingException | GatewayAnswerException unclear) {
      throw new GatewayAnswerException(where + " cannot be read: " + unclear.getMessage(), unclear);
    }
  }

  /** Goes on to the next page, once each transaction of this one is accounted for. */
  public void finish(PageSequence sequence, PageReading reading) {
    sequence.stored(reading.finish());
  }
}
