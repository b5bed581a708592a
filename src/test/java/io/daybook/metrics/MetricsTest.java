package io.daybook.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Migrations;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateways;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final World world =
      new World()
          .with("daybook.gateways", "stripe")
          .with("daybook.gateway.stripe.since", "2024-07-04")
          .with("daybook.gateway.stripe.settle-delay", "PT1H");

  @BeforeEach
  void migrate() {
    Migrations.migrate(Settings.of(world.settings()).database());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void tells_over_http_how_the_days_stand() throws Exception {
    day("2024-07-04", "sealed", "'explicit-zero'", "");
    day("2024-07-05", "sealed", "'declared-count'", ", asked_at = now()");
    day("2024-07-06", "mismatch", "NULL", ", accepted_at = now(), accepted_by = 'anna'");
    day("2024-07-08", "mismatch", "NULL", ", wanted_at = now()");
    day(
        "2024-07-09",
        "stored",
        "NULL",
        ", active_run_id = 1, lease_until = now() + interval '1 hour'");
    world
        .sql()
        .update(
            """
            INSERT INTO dead_letters (message_id, body, cause, error, attempts, state)
            VALUES ('m1', 'x', 'invalid-message', 'no JSON', 1, 'open'),
                   ('m2', 'x', 'invalid-message', 'no JSON', 1, 'open'),
                   ('m3', 'x', 'internal', 'told', 1, 'discarded')
            """);
    int port = freePort();
    world
        .with("daybook.management.enabled", "true")
        .with("daybook.management.port", String.valueOf(port));
    world.start();

    String told =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> scrape(port), text -> text.contains("daybook_days{"));

    assertThat(told.lines().filter(line -> line.startsWith("daybook_")))
        .contains(
            "daybook_days{gateway=\"stripe\",state=\"sealed\"} 2.0",
            "daybook_days{gateway=\"stripe\",state=\"accepted\"} 1.0",
            "daybook_days{gateway=\"stripe\",state=\"mismatch\"} 1.0",
            "daybook_days{gateway=\"stripe\",state=\"stored\"} 1.0",
            "daybook_days{gateway=\"stripe\",state=\"missing\"} 2.0",
            "daybook_days{gateway=\"stripe\",state=\"failed\"} 0.0",
            "daybook_days_in_work{gateway=\"stripe\"} 1.0",
            "daybook_days_wanted{gateway=\"stripe\"} 1.0",
            "daybook_days_asked{gateway=\"stripe\"} 1.0",
            // 7 July is missing, and due since 01:00 on the 8th; it is noon on the 11th.
            "daybook_oldest_unproven_day_age_seconds{gateway=\"stripe\"} 298800.0",
            "daybook_oldest_unstored_day_age_seconds{gateway=\"stripe\"} 298800.0",
            "daybook_dead_letters_open{cause=\"invalid-message\"} 2.0",
            "daybook_run_duration_seconds_count{gateway=\"stripe\",outcome=\"failed\"} 0")
        .noneMatch(line -> line.contains("internal"))
        .anyMatch(line -> line.matches("daybook_tables_read_age_seconds [0-9]{1,2}\\.[0-9]+"));
  }

  @Test
  void counts_each_run_once_when_it_is_over() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Settings settings = Settings.of(world.settings());
    day("2024-07-04", "requested", "NULL", ", active_run_id = 1");
    run(1, "NULL", "NULL", 0);
    run(2, "'succeeded'", "NULL", 9);
    try (HikariDataSource database = Database.dataSource(settings.database());
        Metrics metrics =
            new Metrics(
                new Gateways(settings.gateways()),
                World.CLOCK,
                new Statements(database),
                registry)) {
      metrics.read();
      assertThat(registry.get("daybook.run.duration").tag("outcome", "succeeded").timer().count())
          .as("runs that were over before")
          .isZero();

      run(4, "NULL", "NULL", 0);
      run(5, "'failed'", "'gateway-refused'", 3);
      metrics.read();
      metrics.read();
      assertThat(stored(registry)).isEqualTo(3);
      world
          .sql()
          .update(
              "UPDATE runs SET outcome = 'succeeded', finished_at = now() WHERE outcome IS NULL");
      metrics.read();
      metrics.read();
    }

    assertThat(registry.get("daybook.run.duration").tag("outcome", "succeeded").timer().count())
        .as("the run that was at work at the beginning, and one that began later")
        .isEqualTo(2);
    assertThat(
            registry
                .get("daybook.attempts.failed")
                .tag("cause", "gateway-refused")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(registry.get("daybook.page.bytes").counter().count()).isEqualTo(1_000);
    assertThat(registry.get("daybook.transactions").tag("result", "rejected").counter().count())
        .isEqualTo(1);
  }

  private static double stored(PrometheusMeterRegistry registry) {
    return registry.get("daybook.transactions").tag("result", "stored").counter().count();
  }

  private void day(String date, String state, String proof, String more) {
    world
        .sql()
        .update(
            """
            INSERT INTO days (gateway, business_date, state, proof, zone, window_from, window_to)
            VALUES ('stripe', ?::date, ?, %s, 'UTC', ?::date, ?::date + 1)
            """
                .formatted(proof),
            date,
            state,
            date,
            date);
    world
        .sql()
        .update("UPDATE days SET zone = 'UTC'" + more + " WHERE business_date = ?::date", date);
  }

  /** One that failed has a page and a rejected transaction. */
  private void run(int id, String outcome, String cause, int inserted) {
    int rejected = outcome.equals("'failed'") ? 1 : 0;
    world
        .sql()
        .update(
            """
            INSERT INTO runs (run_id, gateway, business_date, instance, message_id, attempt, outcome, cause,
                              finished_at, fetched, inserted, rejected)
            VALUES (?, 'stripe', '2024-07-04', 'test', 'm1', 1, %s, %s, now(), ?, ?, ?)
            """
                .formatted(outcome, cause),
            id,
            inserted + rejected,
            inserted,
            rejected);
    if (rejected > 0) {
      world
          .sql()
          .update(
              "INSERT INTO pages (run_id, page, bytes, sha256, archived_as, fetched_at)"
                  + " VALUES (?, 1, 1000, '', 'x', now())",
              id);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String scrape(int port) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + "/observe/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}
