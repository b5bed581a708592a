package io.daybook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.health.FatalErrors;
import io.daybook.message.Received;
import io.daybook.queue.Visibility;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.sandbox.Queues;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What happens in a beat neither ends the beating nor stays unknown. */
class HeartbeatTest {
  private static final int LEASE_SECONDS = 1;

  private final AtomicInteger beats = new AtomicInteger();
  private final FatalErrors fatalErrors = new FatalErrors();

  @Test
  void an_error_in_a_beat_is_told_and_the_heart_beats_on() {
    try (Heartbeat heartbeat = heartbeat(new NoClassDefFoundError("by the test"))) {
      heartbeat.start(run());
      await().until(() -> beats.get() > 2);
      assertThat(fatalErrors.fault())
          .isEqualTo(
              "A heartbeat of stripe 2024-07-10 died of NoClassDefFoundError by the test:"
                  + " restart this process");
    }
  }

  @Test
  void a_database_that_cannot_be_used_is_no_such_error() {
    try (Heartbeat heartbeat = heartbeat(null)) {
      heartbeat.start(run());
      await().until(() -> beats.get() > 2);
      assertThat(fatalErrors.fault()).isNull();
    }
  }

  private Heartbeat heartbeat(Error error) {
    Queues queues = EmbeddedQueue.shared().createFreshQueues(60);
    Statements statements = new Statements(new Unusable(error));
    Visibility visibility = new Visibility(queues.sqs(), queues.daysUrl());
    return new Heartbeat(statements, visibility, LEASE_SECONDS, fatalErrors);
  }

  private static Run run() {
    Gateway stripe = new Gateway("stripe", "stripe", ZoneOffset.UTC, null, Duration.ZERO);
    Received received = new Received("", "message", "receipt", "", Instant.EPOCH);
    return new Run(1, 1, stripe, LocalDate.of(2024, 7, 10), received, 0);
  }

  private final class Unusable extends AbstractDataSource {
    private final Error error;

    Unusable(Error error) {
      this.error = error;
    }

    @Override
    public Connection getConnection() throws SQLException {
      beats.incrementAndGet();
      if (error != null) {
        throw error;
      }
      throw new SQLException("out of order", "08001");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }
}
