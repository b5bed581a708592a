package io.daybook.page;

import io.daybook.archive.Sha256;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.Secrets;
import io.daybook.transaction.Erasure;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Copies a page, with a note in place of each transaction that is erased; every other byte stays.
 */
public final class RecordEraser {
  private final JsonTransactions mapping;
  private final Set<String> erasures;
  private final Function<RawTransaction, @Nullable Erasure> chosen;
  private final Secrets secrets;

  /**
   * Takes what is to be erased.
   *
   * @param erasures by which something may have been erased in the page before
   * @param chosen by which erasure a transaction is to be erased now; null if it is not
   */
  public RecordEraser(
      JsonTransactions mapping,
      Set<String> erasures,
      Function<RawTransaction, @Nullable Erasure> chosen,
      Secrets secrets) {
    this.mapping = mapping;
    this.erasures = erasures;
    this.chosen = chosen;
    this.secrets = secrets;
  }

  /**
   * Copies a page as far as it can be read, and returns how many transactions were replaced.
   *
   * @throws GatewayAnswerException at the first place that cannot be read; what stands before was
   *     copied
   */
  public long copy(InputStream page, OutputStream to) throws IOException {
    long count = 0;
    OutputStream out = new BufferedOutputStream(to, 1 << 16);
    try (JsonRecords records = new JsonRecords(page, mapping.records(), secrets, erasures, out)) {
      for (RawTransaction raw = records.next(); raw != null; raw = records.next()) {
        Erasure by = raw.erased() == null ? chosen.apply(raw) : null;
        out.write(by == null ? raw.bytes() : note(raw, by));
        count += by == null ? 0 : 1;
      }
    } finally {
      out.flush();
    }
    return count;
  }

  /** Returns what takes the place of a transaction that is to be erased. */
  public byte[] note(RawTransaction raw, Erasure by) {
    return mapping.erase(raw, Sha256.digest().digest(raw.bytes()), by).bytes();
  }
}
