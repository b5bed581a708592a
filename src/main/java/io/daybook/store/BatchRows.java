package io.daybook.store;

import io.daybook.transaction.ErasedRecord;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Transactions as one array per column, which is how {@code insert-batch.sql} takes them: those
 * that are new apart from those that are stored with other content.
 */
final class BatchRows {

  private BatchRows() {}

  static void putNew(Map<String, Object> parameters, Collection<Transaction> transactions) {
    put(parameters, "new", transactions);
  }

  /** Together with the version that each of them is to follow, and who changed it. */
  static void putChanged(
      Map<String, Object> parameters,
      Collection<Transaction> transactions,
      ToIntFunction<String> knownVersion,
      UnaryOperator<String> because) {
    put(parameters, "changed", transactions);
    parameters.put(
        "changedVersions",
        column(transactions, t -> knownVersion.applyAsInt(t.id()), Integer[]::new));
    parameters.put(
        "changedBecause", column(transactions, t -> because.apply(t.id()), String[]::new));
  }

  static void putRejected(Map<String, Object> parameters, List<Rejection> rejections) {
    parameters.put("rejectedPositions", column(rejections, r -> r.raw().position(), Long[]::new));
    parameters.put("rejectedCauses", column(rejections, Rejection::cause, String[]::new));
    parameters.put("rejectedErrors", column(rejections, Rejection::error, String[]::new));
    parameters.put("rejectedHashes", column(rejections, r -> sha256(r.raw()), byte[][]::new));
    parameters.put("rejectedErasedAt", column(rejections, r -> erasedAt(r.raw()), String[]::new));
    parameters.put("rejectedRaws", column(rejections, r -> r.raw().bytes(), byte[][]::new));
  }

  private static void put(
      Map<String, Object> parameters, String prefix, Collection<Transaction> rows) {
    BiConsumer<String, Object[]> columns = (name, values) -> parameters.put(prefix + name, values);
    columns.accept("Ids", column(rows, Transaction::id, String[]::new));
    columns.accept("Types", column(rows, Transaction::type, String[]::new));
    columns.accept("Statuses", column(rows, Transaction::status, String[]::new));
    columns.accept("Effects", column(rows, Transaction::effect, String[]::new));
    columns.accept("Amounts", column(rows, Transaction::amountMinor, Long[]::new));
    columns.accept("Currencies", column(rows, Transaction::currency, String[]::new));
    columns.accept("Fees", column(rows, Transaction::feeMinor, Long[]::new));
    columns.accept("Occurred", column(rows, t -> micros(t.occurredAt()), Long[]::new));
    columns.accept("References", column(rows, Transaction::reference, String[]::new));
    columns.accept("RelatedIds", column(rows, Transaction::relatedId, String[]::new));
    columns.accept("Payloads", column(rows, BatchRows::payload, String[]::new));
    columns.accept("ErasedAt", column(rows, t -> erasedAt(t.raw()), String[]::new));
    columns.accept("Hashes", column(rows, Transaction::contentHash, byte[][]::new));
  }

  private static <F, T> T[] column(
      Collection<F> rows, Function<F, ? extends @Nullable T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static String payload(Transaction transaction) {
    ErasedRecord erased = transaction.raw().erased();
    return erased == null
        ? new String(transaction.raw().bytes(), StandardCharsets.UTF_8)
        : ErasedRecord.note(erased.erasure());
  }

  private static @Nullable String erasedAt(RawTransaction raw) {
    return raw.erased() == null ? null : raw.erased().erasure().at().toString();
  }

  /** Null where it is that of the bytes. */
  private static byte @Nullable [] sha256(RawTransaction raw) {
    return raw.erased() == null ? null : raw.erased().sha256();
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
