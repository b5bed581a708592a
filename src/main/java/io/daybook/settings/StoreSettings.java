package io.daybook.settings;

/** How transactions are written; more rejected ones than the bound fail their day. */
public record StoreSettings(int batchSize, int writers, int rejectedMax) {

  private static final Range BATCH_SIZE = new Range(1, 10_000);
  private static final Range WRITERS = new Range(1, 16);
  private static final Range REJECTED_MAX = new Range(0, 1_000_000);

  public StoreSettings {
    BATCH_SIZE.check("batchSize", batchSize);
    WRITERS.check("writers", writers);
    REJECTED_MAX.check("rejectedMax", rejectedMax);
  }

  static StoreSettings read(Values values) {
    return new StoreSettings(
        values.read("daybook.store.batch-size", Kind.integer(BATCH_SIZE)),
        values.read("daybook.store.writers", Kind.integer(WRITERS)),
        values.read("daybook.store.rejected-max", Kind.integer(REJECTED_MAX)));
  }
}
