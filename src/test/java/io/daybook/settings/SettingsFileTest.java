package io.daybook.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one file with every setting, the records and the documentation say the same. */
class SettingsFileTest {
  private static final Pattern RANGE = Pattern.compile("\\b(\\d+)\\.\\.(\\d+)\\b");
  private static final List<SettingsFile.Entry> ENTRIES = SettingsFile.entries();

  /** How each setting's default looks in its record. */
  private static Map<String, Function<Settings, Object>> typed() {
    Map<String, Function<Settings, Object>> typed = new LinkedHashMap<>();
    typed.put("daybook.gateways", s -> String.join(",", s.gateways().keySet()));
    typed.put("daybook.database.url", s -> s.database().url());
    typed.put("daybook.database.user", s -> s.database().user());
    typed.put("daybook.database.password", s -> s.database().password());
    typed.put("daybook.database.schema", s -> s.database().schema());
    typed.put("daybook.database.migrate", s -> s.database().migrateAtStart() ? "start" : "never");
    typed.put("daybook.database.pool-size", s -> s.database().poolSize());
    typed.put("daybook.queue.days-url", s -> s.queue().daysUrl());
    typed.put("daybook.queue.dead-letters-url", s -> s.queue().deadLettersUrl());
    typed.put("daybook.queue.visibility-timeout", s -> s.queue().visibilityTimeoutSeconds());
    typed.put("daybook.queue.poll-wait", s -> s.queue().pollWaitSeconds());
    typed.put("daybook.queue.endpoint", s -> s.queue().endpoint() == null ? "" : "set");
    typed.put("daybook.queue.region", s -> s.queue().region());
    typed.put("daybook.schedule.enabled", s -> s.schedule().enabled());
    typed.put("daybook.schedule.cron", s -> s.schedule().cron());
    typed.put("daybook.schedule.zone", s -> s.schedule().zone());
    typed.put("daybook.schedule.lookback-days", s -> s.schedule().lookbackDays());
    typed.put("daybook.schedule.recheck-days", s -> commas(s.schedule().recheckDays()));
    typed.put("daybook.schedule.range-days-ahead", s -> s.schedule().rangeDaysAhead());
    typed.put("daybook.schedule.not-ready-delay", s -> s.schedule().notReadyDelaySeconds());
    typed.put("daybook.archive.directory", s -> s.archive().directory());
    typed.put(
        "daybook.archive.keep-days", s -> Objects.requireNonNullElse(s.archive().keepDays(), ""));
    typed.put("daybook.archive.bucket", s -> s.archive().bucket());
    typed.put("daybook.archive.endpoint", s -> s.archive().endpoint() == null ? "" : "set");
    typed.put("daybook.archive.region", s -> s.archive().region());
    typed.put("daybook.routes.directory", s -> s.routesDirectory() == null ? "" : "set");
    typed.put("daybook.routes.replace-steps", s -> s.replaceSteps());
    typed.put("daybook.worker.concurrency", s -> s.worker().concurrency());
    typed.put("daybook.worker.attempts", s -> s.worker().attempts());
    typed.put("daybook.worker.retry-delay", s -> s.worker().retryDelaySeconds());
    typed.put("daybook.worker.retry-delay-max", s -> s.worker().retryDelayMaxSeconds());
    typed.put("daybook.instance", s -> s.instance());
    typed.put("daybook.store.batch-size", s -> s.store().batchSize());
    typed.put("daybook.store.writers", s -> s.store().writers());
    typed.put("daybook.store.rejected-max", s -> s.store().rejectedMax());
    typed.put("daybook.http.connect-timeout", s -> s.http().connectTimeoutSeconds());
    typed.put("daybook.http.response-timeout", s -> s.http().responseTimeoutSeconds());
    typed.put("daybook.http.page-timeout", s -> s.http().pageTimeoutSeconds());
    typed.put("daybook.http.retries", s -> s.http().retries());
    typed.put("daybook.http.retry-delay-millis", s -> s.http().retryDelayMillis());
    typed.put("daybook.page.bytes-max", s -> s.page().bytesMax());
    typed.put("daybook.page.pages-max", s -> s.page().pagesMax());
    typed.put("daybook.management.enabled", s -> s.management().enabled());
    typed.put("daybook.management.host", s -> s.management().host());
    typed.put("daybook.management.port", s -> s.management().port());
    return typed;
  }

  /** Defaults that depend on something else, and stand as empty in the file. */
  private static final Map<String, String> COMPUTED =
      Map.of(
          "daybook.database.pool-size",
          "8",
          "daybook.queue.region",
          "us-east-1",
          "daybook.archive.region",
          "us-east-1");

  @Test
  void every_setting_in_the_file_is_read_and_every_setting_read_is_in_the_file() {
    assertThat(ENTRIES)
        .extracting(SettingsFile.Entry::name)
        .containsExactlyElementsOf(typed().keySet());
  }

  @Test
  void every_default_in_the_file_is_the_default_in_force() {
    Settings settings = Settings.of(Map.of(), EnumSet.noneOf(Need.class));
    Map<String, Function<Settings, Object>> typed = typed();
    typed.remove("daybook.instance");

    typed.forEach(
        (name, value) -> {
          String expected = COMPUTED.getOrDefault(name, SettingsFile.entry(name).defaultValue());
          assertThat(value.apply(settings).toString()).as(name).isEqualTo(expected);
          assertThat(settings.properties()).containsEntry(name, expected);
        });
    assertThat(settings.instance()).endsWith("-" + ProcessHandle.current().pid());
    assertThat(settings.schedule().zone()).isEqualTo(ZoneId.of("UTC"));
  }

  static Stream<SettingsFile.Entry> numbers() {
    return ENTRIES.stream().filter(entry -> RANGE.matcher(entry.sentence()).find());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void the_range_in_the_sentence_is_the_range_allowed(SettingsFile.Entry entry) {
    Matcher range = RANGE.matcher(entry.sentence());
    assertThat(range.find()).isTrue();
    long min = Long.parseLong(range.group(1));
    long max = Long.parseLong(range.group(2));

    settings(entry.name(), max);
    if (!entry.name().equals("daybook.worker.retry-delay-max")) {
      settings(entry.name(), min);
    }
    assertThatThrownBy(() -> settings(entry.name(), min - 1)).hasMessageContaining(entry.name());
    assertThatThrownBy(() -> settings(entry.name(), max + 1)).hasMessageContaining(entry.name());
  }

  @Test
  void every_number_has_its_range_in_its_sentence() {
    Stream<String> numeric =
        ENTRIES.stream()
            .filter(e -> e.defaultValue().matches("\\d+"))
            .map(SettingsFile.Entry::name);

    assertThat(numbers().map(SettingsFile.Entry::name)).containsAll(numeric.toList());
  }

  @Test
  void the_reference_page_says_what_the_file_says() throws IOException {
    List<String> expected = new ArrayList<>();
    String group = "";
    for (SettingsFile.Entry entry : ENTRIES) {
      if (!entry.group().equals(group)) {
        group = entry.group();
        expected.addAll(
            List.of(
                "", "## " + group, "", "| setting | default | meaning |", "| --- | --- | --- |"));
      }
      expected.add(row(entry));
    }
    assertThat(SettingsFile.lines(Path.of("docs/reference/configuration.md")))
        .containsSequence(expected);
  }

  private static String row(SettingsFile.Entry entry) {
    String value = entry.defaultValue().isEmpty() ? "" : "`" + entry.defaultValue() + "`";
    return "| `%s` | %s | %s |".formatted(entry.name(), value, entry.sentence());
  }

  private static void settings(String name, long value) {
    Map<String, String> overrides = new LinkedHashMap<>(Map.of(name, Long.toString(value)));
    if (name.equals("daybook.worker.retry-delay") && value > 900) {
      overrides.put("daybook.worker.retry-delay-max", "43200");
    }
    Settings.of(overrides, EnumSet.noneOf(Need.class));
  }

  private static String commas(List<Integer> numbers) {
    return String.join(",", numbers.stream().map(String::valueOf).toList());
  }
}
