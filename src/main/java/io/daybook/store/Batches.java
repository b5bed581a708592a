package io.daybook.store;

import io.daybook.database.Row;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.Transaction;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/** What happens to each single transaction of a batch. */
public final class Batches {

  /** Takes note of what is stored already, and returns the transactions to look at. */
  public List<RawTransaction> known(
      @Variable("batch") Batch batch, @Body List<Map<String, Object>> rows) {
    return batch.known(rows.stream().map(Row::new).toList());
  }

  /**
   * Returns the record as a transaction of the day, or null if it was counted as something else.
   */
  public @Nullable Transaction map(@Variable("batch") Batch batch, @Body RawTransaction record) {
    return batch.map(record);
  }

  /** Returns whether mapping made it a transaction of the day. */
  public boolean isTransaction(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof Transaction;
  }

  /** Returns the transaction's id: what it is recognised by. */
  public String id(@Body Transaction transaction) {
    return transaction.id();
  }

  /** Adds the transaction to what the batch writes. */
  public void add(@Variable("batch") Batch batch, @Body Transaction transaction) {
    batch.add(transaction);
  }

  /** Takes note of what the database committed. */
  public void written(@Variable("batch") Batch batch, @Body Map<String, Object> result) {
    batch.written(new Row(result));
  }
}
