package io.daybook.metrics;

import io.daybook.database.Statements;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;

/** How many dead letters wait for a person. */
final class LetterMetrics {
  private final Statements statements;
  private final MultiGauge open;

  LetterMetrics(Statements statements, MeterRegistry registry) {
    this.statements = statements;
    open =
        MultiGauge.builder("daybook.dead.letters.open")
            .description("Open dead letters by cause; no series while there is none")
            .register(registry);
  }

  void read() {
    List<Row<?>> rows =
        List.copyOf(
            statements.query(
                "count-open-dead-letters",
                Map.of(),
                (row, number) ->
                    Row.of(Tags.of("cause", row.getString("cause")), row.getLong("letters"))));
    open.register(rows, true);
  }
}
