package io.daybook.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.database.Row;
import io.daybook.gateway.Provider;
import io.daybook.message.DayRequest;
import io.daybook.message.InvalidMessageException;
import io.daybook.run.Run;
import io.daybook.seal.Verdict;
import io.daybook.store.Batch;
import io.daybook.transaction.ErasedRecord;
import io.daybook.transaction.RawTransaction;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rejected transactions from what is kept of them, as batches of one. */
public final class KeptTransactions {
  private final Function<String, Provider> providers;
  private final Erasures erasures;

  public KeptTransactions(Function<String, Provider> providers, Erasures erasures) {
    this.providers = providers;
    this.erasures = erasures;
  }

  /** Returns what {@code find-rejected.sql} asks for. */
  public Map<String, Object> lookup(DayRequest request) {
    return Map.of(
        "rejectedId", Objects.requireNonNull(request.rejectedId()),
        "gateway", request.gateway(),
        "date", request.date().toString());
  }

  /**
   * Returns what was found.
   *
   * @throws InvalidMessageException if the day has no such rejected transaction
   */
  public KeptTransaction read(DayRequest request, @Nullable Map<String, Object> found)
      throws IOException {
    if (found == null) {
      throw InvalidMessageException.unknownRejected(request);
    }
    Row row = new Row(found);
    byte[] bytes = (byte[]) row.value("raw");
    JsonNode fields = PageJson.parse(bytes);
    return new KeptTransaction(
        row.number("rejected_id"),
        row.count("page"),
        ((Timestamp) row.value("observed_at")).toInstant(),
        new RawTransaction(row.number("position"), bytes, fields, erased(request, row, fields)),
        row.flag("open"),
        new AtomicInteger());
  }

  private @Nullable ErasedRecord erased(DayRequest request, Row row, JsonNode fields) {
    return row.flag("erased") ? ErasedRecord.read(fields, erasures.of(request.gateway())) : null;
  }

  /** Returns it as a batch, mapped as the provider's file says now. */
  public Batch batch(Run run, KeptTransaction kept) {
    Provider provider = providers.apply(run.provider());
    return new Batch(run, kept, List.of(kept.raw()), provider.transactions());
  }

  /**
   * Returns what {@code seal-day.sql} judges by, once it is accounted for.
   *
   * @throws IllegalStateException if it is not
   */
  public Map<String, Object> verdict(Run run, KeptTransaction kept) {
    if (kept.accounted().get() != 1) {
      throw new IllegalStateException(
          "Rejected transaction %d of %s is not accounted for: it must be tried again"
              .formatted(kept.id(), run.day()));
    }
    return Verdict.ofRejected(run, kept.id());
  }
}
