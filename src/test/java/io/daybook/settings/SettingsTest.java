package io.daybook.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final String BATCH_SIZE = "daybook.store.batch-size";

  @Test
  void prefers_system_property_over_environment_over_working_directory_over_the_jar(
      @TempDir Path directory) throws IOException {
    Path none = directory.resolve("none");
    Path file =
        Files.writeString(directory.resolve("application.properties"), BATCH_SIZE + " = 2\n");
    Map<String, String> environment = Map.of("DAYBOOK_STORE_BATCH_SIZE", "3");
    Map<String, String> system = Map.of(BATCH_SIZE, "4");

    assertThat(batchSize(Sources.of(Map.of(), Map.of(), none))).isEqualTo(1000);
    assertThat(batchSize(Sources.of(Map.of(), Map.of(), file))).isEqualTo(2);
    assertThat(batchSize(Sources.of(Map.of(), environment, file))).isEqualTo(3);
    assertThat(batchSize(Sources.of(system, environment, file))).isEqualTo(4);
  }

  @Test
  void resolves_a_gateways_settings_from_the_environment_too() {
    Map<String, String> environment =
        Map.of(
            "DAYBOOK_GATEWAY_ACME_UAE_SECRET_KEY",
            " sk_uae\n",
            "DAYBOOK_GATEWAYS",
            "acme,acme-uae");
    Map<String, String> system = Acme.with("daybook.gateway.acme-uae.provider", "acme");
    system.remove("daybook.gateways");

    Settings settings = read(Sources.of(system, environment, Path.of("none")));

    assertThat(settings.gateways().get("acme-uae").parameters())
        .containsEntry("secret-key", "sk_uae");
    assertThat(settings.properties())
        .containsEntry("daybook.gateway.acme-uae.secret-key", "sk_uae");
  }

  @Test
  void reports_all_faults_together() {
    assertThat(
            faults(
                "daybook.database.url", "jdbc:mysql://localhost/daybook",
                "daybook.queue.days-url", "http://localhost:9324/0/daybook-days",
                "daybook.queue.dead-letters-url", "",
                "daybook.queue.visibility-timeout", "4",
                "daybook.schedule.zone", "Asia/Dubay",
                "daybook.schedule.cron", "0 15 2 * *",
                "daybook.store.batch-size", "many",
                "daybook.worker.retry-delay-max", "29",
                "daybook.gateway.acme.secret-key", "",
                "daybook.routes.replace-steps", "yes"))
        .containsExactlyInAnyOrder(
            "daybook.database.url is jdbc:mysql://localhost/daybook (override): it must be a JDBC URL of"
                + " PostgreSQL such as jdbc:postgresql://localhost:5432/daybook, without currentSchema",
            "daybook.queue.days-url is http://localhost:9324/0/daybook-days (override): it must be the http or"
                + " https URL of an SQS queue, ending in .fifo",
            "daybook.queue.dead-letters-url is not set (environment variable"
                + " DAYBOOK_QUEUE_DEAD_LETTERS_URL): it must be the http or https URL of an SQS queue, ending in"
                + " .fifo",
            "daybook.queue.visibility-timeout is 4 (override): it must be a whole number from 5 to 43200",
            "daybook.schedule.zone is Asia/Dubay (override): it must be a time zone such as UTC or Asia/Dubai",
            "daybook.schedule.cron is 0 15 2 * * (override): it must be a Quartz cron expression such as 0 15 2"
                + " * * ?; Unexpected end of expression.",
            "daybook.store.batch-size is many (override): it must be a whole number from 1 to 10000",
            "daybook.worker.retry-delay-max is 29 (override): it must be a whole number from 30 to 43200",
            "daybook.gateway.acme.secret-key is not set (environment variable"
                + " DAYBOOK_GATEWAY_ACME_SECRET_KEY): it must be an API key from Acme's dashboard",
            "daybook.routes.replace-steps is yes (override): it must be true or false");
  }

  @Test
  void says_each_fault_on_a_line_of_its_own() {
    assertThatThrownBy(() -> Settings.of(Acme.with(BATCH_SIZE, "0", "daybook.store.writers", "17")))
        .isInstanceOf(SettingsException.class)
        .message()
        .hasLineCount(3)
        .startsWith("The configuration is not valid:\n");
  }

  @Test
  void names_the_place_of_a_wrong_value(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("application.properties"), BATCH_SIZE + "=x");

    assertThatThrownBy(() -> read(Sources.of(Acme.with(), Map.of(), file)))
        .hasMessageContaining("batch-size is x (" + file + ")");
    assertThatThrownBy(
            () -> read(Sources.of(Acme.with(), Map.of("DAYBOOK_STORE_BATCH_SIZE", "y"), file)))
        .hasMessageContaining("batch-size is y (environment variable DAYBOOK_STORE_BATCH_SIZE)");
  }

  @Test
  void refuses_names_that_are_no_setting_and_suggests_the_nearest() {
    Sources typos =
        Sources.of(
            Acme.with("daybook.store.batchsize", "7", "daybook.gateway.acme.secret", "sk_typo"),
            Map.of("DAYBOOK_DATABASE_PASWORD", "hunter2", "DAYBOOK_GATEWAY_ACME_URI", "http://x"),
            Path.of("none"));

    assertThatThrownBy(() -> read(typos))
        .hasMessageContaining(
            "daybook.store.batchsize (system property) is no setting: did you mean daybook.store.batch-size?")
        .hasMessageContaining(
            "DAYBOOK_DATABASE_PASWORD (environment) is no setting: did you mean DAYBOOK_DATABASE_PASSWORD?")
        .hasMessageContaining(
            "daybook.gateway.acme.secret (system property) is no setting of gateway acme; its provider"
                + " declares: daybook.gateway.acme.provider, daybook.gateway.acme.recheck-days")
        .hasMessageContaining(
            "DAYBOOK_GATEWAY_ACME_URI (environment) is no setting of gateway acme")
        .message()
        .doesNotContain("hunter2", "sk_typo");
  }

  @Test
  void leaves_alone_what_kubernetes_sets_for_a_service_called_daybook() {
    Map<String, String> links = new TreeMap<>();
    links.put("DAYBOOK_SERVICE_HOST", "10.0.0.7");
    links.put("DAYBOOK_SERVICE_PORT", "9876");
    links.put("DAYBOOK_SERVICE_PORT_HTTP", "9876");
    links.put("DAYBOOK_PORT", "tcp://10.0.0.7:9876");
    links.put("DAYBOOK_PORT_9876_TCP", "tcp://10.0.0.7:9876");
    links.put("DAYBOOK_PORT_9876_TCP_ADDR", "10.0.0.7");
    links.put("DAYBOOK_MANAGEMENT_PORT", "8080");

    Settings settings = read(Sources.of(Acme.with(), links, Path.of("none")));

    assertThat(settings.management().port()).isEqualTo(8080);
  }

  @Test
  void masks_secrets_in_faults_and_in_words() {
    String url = "jdbc:postgresql://h/d?user=u&password=hunter2&ssl=true";
    Settings settings =
        Settings.of(Acme.with("daybook.database.password", "hunter3", "daybook.database.url", url));

    assertThat(settings.toString() + settings.database() + settings.gateways())
        .doesNotContain("hunter2", "hunter3", "sk_test_1")
        .contains("password=******&ssl=true");
    assertThat(faults("daybook.database.url", "mysql://u:hunter4@h/d"))
        .asString()
        .doesNotContain("hunter4");
  }

  @Test
  void asks_only_for_the_parts_that_are_needed() {
    Settings settings =
        Settings.of(
            Map.of(
                "daybook.database.url",
                "jdbc:postgresql://localhost/d",
                "daybook.gateways",
                "nobody"),
            EnumSet.of(Need.DATABASE));

    assertThat(settings.queue().daysUrl()).isEmpty();
    assertThat(settings.gateways()).isEmpty();
    assertThatThrownBy(() -> Settings.of(Map.of()))
        .hasMessageContaining("daybook.gateways is not set")
        .hasMessageContaining("daybook.database.url is not set")
        .hasMessageContaining("daybook.queue.days-url is not set")
        .hasMessageContaining("daybook.queue.dead-letters-url is not set");
  }

  @Test
  void takes_the_region_from_aws_unless_it_is_set() {
    Sources aws = Sources.of(Acme.with(), Map.of("AWS_REGION", "me-central-1"), Path.of("none"));

    assertThat(read(aws).queue().region()).isEqualTo("me-central-1");
    assertThat(read(aws).properties()).containsEntry("daybook.queue.region", "me-central-1");
    assertThat(Settings.of(Acme.with("daybook.queue.region", "eu-west-1")).queue().region())
        .isEqualTo("eu-west-1");
  }

  @Test
  void sizes_the_pool_by_the_work_unless_it_is_set() {
    assertThat(Settings.of(Acme.with("daybook.worker.concurrency", "4")).database().poolSize())
        .isEqualTo(14);
    assertThat(Settings.of(Acme.with("daybook.database.pool-size", "5")).database().poolSize())
        .isEqualTo(5);
  }

  @Test
  void takes_an_endpoint_only_if_it_is_a_url() {
    assertThat(
            Settings.of(Acme.with("daybook.queue.endpoint", "http://localhost:9324"))
                .queue()
                .endpoint())
        .isEqualTo(URI.create("http://localhost:9324"));
    assertThat(faults("daybook.queue.endpoint", "localhost:9324"))
        .containsExactly(
            "daybook.queue.endpoint is localhost:9324 (override): it must be a URL such as"
                + " http://localhost:9324, or empty");
  }

  @Test
  void refuses_directories_that_are_none() {
    assertThat(faults("daybook.archive.directory", ""))
        .containsExactly(
            "daybook.archive.directory is not set (environment variable DAYBOOK_ARCHIVE_DIRECTORY):"
                + " it must be a directory");
    assertThat(faults("daybook.routes.directory", "no-such-directory"))
        .anyMatch(fault -> fault.contains("it must be a directory that exists, or empty"));
  }

  @Test
  void refuses_one_queue_for_days_and_dead_letters() {
    assertThat(
            faults("daybook.queue.dead-letters-url", "http://localhost:9324/0/daybook-days.fifo"))
        .singleElement()
        .asString()
        .contains("it must be another queue");
  }

  private static int batchSize(Sources sources) {
    return SettingsReader.read(sources, EnumSet.noneOf(Need.class)).orThrow().store().batchSize();
  }

  private static Settings read(Sources sources) {
    return SettingsReader.read(sources, EnumSet.allOf(Need.class)).orThrow();
  }

  private static List<String> faults(String... namesAndValues) {
    return catchThrowableOfType(
            SettingsException.class, () -> Settings.of(Acme.with(namesAndValues)))
        .faults();
  }
}
