package io.daybook.store;

import io.daybook.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Transactions as one array per column, which is how {@code insert-batch.sql} takes them. */
final class BatchRows {

  private BatchRows() {}

  static Map<String, Object> of(
      Collection<Transaction> transactions,
      ToIntFunction<String> knownVersion,
      List<Rejection> rejections) {
    Map<String, Object> rows = new HashMap<>(64);
    rows.put("ids", column(transactions, Transaction::id, String[]::new));
    rows.put("types", column(transactions, Transaction::type, String[]::new));
    rows.put("statuses", column(transactions, Transaction::status, String[]::new));
    rows.put("effects", column(transactions, Transaction::effect, String[]::new));
    rows.put("amounts", column(transactions, Transaction::amountMinor, Long[]::new));
    rows.put("currencies", column(transactions, Transaction::currency, String[]::new));
    rows.put("fees", column(transactions, Transaction::feeMinor, Long[]::new));
    rows.put("occurred", column(transactions, t -> micros(t.occurredAt()), Long[]::new));
    rows.put("references", column(transactions, Transaction::reference, String[]::new));
    rows.put("relatedIds", column(transactions, Transaction::relatedId, String[]::new));
    rows.put("payloads", column(transactions, BatchRows::payload, String[]::new));
    rows.put("hashes", column(transactions, Transaction::contentHash, byte[][]::new));
    rows.put(
        "knownVersions",
        column(transactions, t -> knownVersion.applyAsInt(t.id()), Integer[]::new));
    rows.put(
        "changedIds",
        transactions.stream()
            .map(Transaction::id)
            .filter(id -> knownVersion.applyAsInt(id) > 0)
            .toArray(String[]::new));
    rows.put("rejectedPositions", column(rejections, r -> r.raw().position(), Long[]::new));
    rows.put("rejectedCauses", column(rejections, Rejection::cause, String[]::new));
    rows.put("rejectedErrors", column(rejections, Rejection::error, String[]::new));
    rows.put("rejectedRaws", column(rejections, r -> r.raw().bytes(), byte[][]::new));
    return rows;
  }

  private static <F, T> T[] column(
      Collection<F> rows, Function<F, ? extends T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static String payload(Transaction transaction) {
    return new String(transaction.raw().bytes(), StandardCharsets.UTF_8);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
