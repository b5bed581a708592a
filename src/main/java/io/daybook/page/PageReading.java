package io.daybook.page;

import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.PageSummary;
import io.daybook.run.Run;
import io.daybook.store.Batch;
import io.daybook.store.Origin;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A page while it is read. Several writers take batches from it in turn, and it counts what they
 * report as stored: a page whose every transaction is not accounted for is never finished, whatever
 * happened to the batch on its way.
 */
public final class PageReading implements Origin {
  private final Run run;
  private final ArchivedPage page;
  private final JsonRecords records;
  private final JsonTransactions transactions;
  private final int batchSize;
  private final int writers;
  private final AtomicLong accounted = new AtomicLong();
  private boolean atEnd;
  private @Nullable RuntimeException broken;

  PageReading(
      Run run,
      ArchivedPage page,
      JsonRecords records,
      JsonTransactions transactions,
      int batchSize,
      int writers) {
    this.run = run;
    this.page = page;
    this.records = records;
    this.transactions = transactions;
    this.batchSize = batchSize;
    this.writers = writers;
  }

  /** Returns one source of batches per writer; each batch is handed out by one of them. */
  public List<Iterator<Batch>> getLanes() {
    return IntStream.range(0, writers).<Iterator<Batch>>mapToObj(i -> new Lane(this)).toList();
  }

  /** Returns the next batch, or null at the end of the document. Once broken, it stays broken. */
  synchronized @Nullable Batch take() {
    if (broken != null) {
      throw broken;
    }
    try {
      return atEnd ? null : read();
    } catch (GatewayAnswerException malformed) {
      String reason = Objects.requireNonNullElse(page.fault(), malformed.getMessage());
      throw breakWith(
          new GatewayAnswerException(where() + " cannot be read: " + reason, malformed));
    } catch (IOException unreadable) {
      throw breakWith(
          new ArchiveUnavailableException(
              where() + " cannot be read back from the archive", unreadable));
    } catch (RuntimeException other) {
      throw breakWith(other); // a reading that failed once must not go on in the middle of a record
    }
  }

  private RuntimeException breakWith(RuntimeException reason) {
    broken = reason;
    return reason;
  }

  private @Nullable Batch read() throws IOException {
    run.mustGoOn();
    List<RawTransaction> batch = new ArrayList<>(batchSize);
    while (batch.size() < batchSize && !atEnd) {
      RawTransaction next = records.next();
      if (next == null) {
        end();
      } else {
        batch.add(next);
      }
    }
    return batch.isEmpty() ? null : new Batch(run, this, batch, transactions);
  }

  private void end() throws IOException {
    if (page.fault() != null) {
      throw new GatewayAnswerException(page.fault());
    }
    atEnd = true;
    records.close();
  }

  @Override
  public int number() {
    return page.number();
  }

  @Override
  public Instant observedAt() {
    return page.fetchedAt();
  }

  @Override
  public void account(int transactions) {
    accounted.addAndGet(transactions);
  }

  /**
   * Returns what the page said, once each of its transactions is accounted for.
   *
   * @throws IllegalStateException if any is not
   */
  public synchronized PageSummary finish() {
    PageSummary summary = records.summary();
    if (!atEnd || accounted.get() != summary.transactions()) {
      throw new IllegalStateException(
          "%s has %d transactions so far, of which %d are accounted for: the run must start again"
              .formatted(where(), summary.transactions(), accounted.get()));
    }
    return summary;
  }

  private String where() {
    return "Page %d of %s (%s)".formatted(page.number(), run.day(), page.archivedAs());
  }
}
