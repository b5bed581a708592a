package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.proof.Jar;
import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tests prove of the classes holds for the file that is delivered, as its user runs it.
 */
class PackagedJarIT {
  private static final Path DIRECTORY = Path.of("target", "packaged").toAbsolutePath();
  private static final Path LOG = Path.of("target", "packaged-jar.log");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static Servers servers;
  private static Jar jar;

  @TempDir private Path routes;

  @BeforeAll
  static void start() {
    servers = Servers.start(DIRECTORY, Clock.systemUTC());
    jar = Jar.packaged(servers.settings()).with("daybook.schedule.enabled", "false");
  }

  @AfterAll
  static void close() {
    servers.close();
  }

  @Test
  void a_bare_date_is_stored_as_the_gateways_have_it_and_SIGTERM_ends_it() throws Exception {
    LocalDate day = servers.gateways().lastDay("stripe").minusDays(1);
    Process run = jar.start(LOG, "run");
    try {
      servers.queues().send("any", day.toString());
      await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> stored(run));
      assertThat(get("/observe/health/ready")).contains("UP");
      assertThat(get("/observe/metrics")).contains("camel_exchanges_total");
      JsonNode days = status(day);
      assertThat(days).hasSize(3);
      for (JsonNode each : days) {
        String gateway = each.get("gateway").asText();
        assertThat(differences(gateway, day)).isEmpty();
        assertThat(each.get("state").asText()).isIn("stored", "sealed");
        assertThat(each.get("transactions").asInt())
            .isEqualTo(servers.gateways().truth().day(gateway, day).count());
      }
    } finally {
      run.destroy();
      boolean ended = run.waitFor(30, TimeUnit.SECONDS);
      run.destroyForcibly();
      assertThat(ended).as("ended within 30 s of SIGTERM").isTrue();
    }
  }

  @Test
  void an_edited_provider_that_is_faulty_is_refused_at_start_with_file_line_and_reason()
      throws Exception {
    String stripe =
        Files.readString(Path.of("src/main/resources/routes/gateways/stripe.camel.yaml"));
    Path file = Files.createDirectories(routes.resolve("gateways")).resolve("stripe.camel.yaml");
    Files.writeString(file, stripe.replace("- setHeader:", "- setHeadre:"));
    Jar.Result refused = jar.with("daybook.routes.directory", routes.toString()).run("run");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(file.toString(), "line ", "setHeadre");
    assertThat(refused.err()).doesNotContain("\tat ");
  }

  @Test
  void holds_none_of_the_test_servers() throws IOException {
    assertThat(jar.entries("org/elasticmq/", "io/zonky/", "org/apache/pekko/", "org/junit/"))
        .isEmpty();
  }

  private static boolean stored(Process run) throws Exception {
    assertThat(run.isAlive()).as("still running; see %s", LOG).isTrue();
    try (var connection = servers.database().connect();
        var statement = connection.createStatement();
        var table = statement.executeQuery("SELECT to_regclass('daybook.days') IS NOT NULL")) {
      table.next();
      return table.getBoolean(1) && succeeded() == 3;
    }
  }

  private static int succeeded() throws Exception {
    try (var connection = servers.database().connect();
        var statement = connection.createStatement();
        var count =
            statement.executeQuery(
                "SELECT count(*) FROM daybook.days WHERE last_outcome = 'succeeded'")) {
      count.next();
      return count.getInt(1);
    }
  }

  private static List<String> differences(String gateway, LocalDate day) {
    return new Comparison(servers.database(), servers.gateways().truth()).differences(gateway, day);
  }

  private static JsonNode status(LocalDate day) throws Exception {
    Jar.Result status =
        jar.run("status", "--json", "--from", day.toString(), "--to", day.toString());
    assertThat(status.exitCode()).as(status.err()).isZero();
    return new ObjectMapper().readTree(status.out());
  }

  private static String get(String path) throws Exception {
    String port = servers.settings().get("daybook.management.port");
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}
