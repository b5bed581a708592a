package io.daybook.store;

import io.daybook.database.Row;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** What the route of a batch calls before and after its single transactions. */
public final class Batches {

  /** Takes note of what is stored already. */
  public void found(@Variable("batch") Batch batch, @Body List<Map<String, Object>> rows) {
    batch.found(rows.stream().map(Row::new).toList());
  }

  /** Maps and checks each record. */
  public void map(Batch batch) {
    batch.map();
  }

  /** Takes note of how that is stored which is to be changed. */
  public void compare(@Variable("batch") Batch batch, @Body List<Map<String, Object>> rows) {
    batch.compare(rows.stream().map(Row::new).toList());
  }

  /** Adds to the plan what would be committed. */
  public void plan(Batch batch) {
    batch.plan();
  }

  /** Takes note of what the database committed. */
  public void written(@Variable("batch") Batch batch, @Body Map<String, Object> result) {
    batch.written(new Row(result));
  }

  /**
   * Takes note that the database refused the batch because of a value in it.
   *
   * @throws RuntimeException the failure itself, if it is another: only a row's values are halved
   */
  public void refused(@Variable("batch") Batch batch, RuntimeException failure) {
    batch.refused(Refusal.of(failure));
  }
}
