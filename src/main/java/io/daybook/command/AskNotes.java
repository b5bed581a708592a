package io.daybook.command;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import io.daybook.message.DayRequest;
import io.daybook.run.DayParameters;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notes the days that a command asks for itself, so that they are visible at once. A command that
 * cannot reach the database asks all the same; then the worker notes the day.
 */
final class AskNotes implements AutoCloseable {
  private final Gateways gateways;
  private final Clock clock;
  private final String requestId;
  private final @Nullable String reason;
  private final Consumer<String> tell;
  private final @Nullable HikariDataSource database;
  private @Nullable String feedingUntil;

  AskNotes(
      Settings settings,
      Clock clock,
      String requestId,
      @Nullable String reason,
      Consumer<String> tell) {
    this.gateways = new Gateways(settings.gateways());
    this.clock = clock;
    this.requestId = requestId;
    this.reason = reason;
    this.tell = tell;
    this.database = open(settings);
  }

  private @Nullable HikariDataSource open(Settings settings) {
    if (settings.database().url().isEmpty()) {
      return null;
    }
    try {
      return Database.dataSource(settings.database());
    } catch (RuntimeException unreachable) {
      unnoted(unreachable);
      return null;
    }
  }

  /** Before a day's message is sent. If the command ends here, an instance sends it. */
  void begin(Ask ask) {
    if (database == null || !ask.single()) {
      return;
    }
    Gateway gateway = gateways.get(ask.gateway());
    Map<String, Object> row =
        DayParameters.of(gateway, new DayRequest(ask.gateway(), ask.from(), requestId, reason));
    row.put("now", clock.instant().toString());
    try {
      feedingUntil =
          new Statements(database).query("ask-day", row, (r, n) -> r.getString(1)).get(0);
    } catch (RuntimeException unreachable) {
      feedingUntil = null;
      unnoted(unreachable);
    }
  }

  /** After it was sent. */
  void end(Ask ask) {
    if (database == null || feedingUntil == null) {
      return;
    }
    Map<String, Object> mark = new HashMap<>();
    mark.put("gateway", ask.gateway());
    mark.put("date", ask.from().toString());
    mark.put("feedingUntil", feedingUntil);
    feedingUntil = null;
    try {
      new Statements(database).update("mark-day-asked", mark);
    } catch (RuntimeException unreachable) {
      unnoted(unreachable);
    }
  }

  private void unnoted(RuntimeException unreachable) {
    tell.accept(
        "Not noted in the database, and visible only once a worker takes it: "
            + Failures.words(unreachable));
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
  }
}
