package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServersTest {
  /** Ten in the evening in UTC is the next day in Riyadh and Dubai. */
  private static final Clock EVENING =
      Clock.fixed(Instant.parse("2024-07-11T22:00:00Z"), ZoneOffset.UTC);

  private static Servers servers;

  @BeforeAll
  static void start() {
    servers = Servers.start(EmbeddedDatabase.DIRECTORY, EVENING);
  }

  @AfterAll
  static void close() {
    servers.close();
  }

  @Test
  void settings_lead_to_servers_that_answer() throws Exception {
    Map<String, String> settings = servers.settings();
    try (var connection = servers.database().connect()) {
      assertThat(connection.getMetaData().getURL())
          .startsWith(settings.get("daybook.database.url"));
    }
    assertThat(servers.queues().size(settings.get("daybook.queue.days-url"))).isZero();
    for (String gateway : new String[] {"stripe", "stripe-uae", "moyasar"}) {
      assertThat(status(gateway, settings)).isEqualTo(200);
    }
  }

  @Test
  void settings_name_nothing_outside_this_machine() {
    servers.settings().values().stream()
        .filter(value -> value.startsWith("http"))
        .forEach(value -> assertThat(URI.create(value).getHost()).isIn("127.0.0.1", "localhost"));
  }

  @Test
  void the_past_ends_with_yesterday_in_each_gateways_zone() {
    Gateways gateways = servers.gateways();
    assertThat(gateways.since()).isEqualTo("2024-06-20");
    assertThat(gateways.lastDay("stripe")).isEqualTo("2024-07-10");
    assertThat(gateways.lastDay("stripe-uae")).isEqualTo("2024-07-11");
    assertThat(gateways.lastDay("moyasar")).isEqualTo("2024-07-11");
  }

  @Test
  void gateways_know_different_transactions_of_the_same_day() {
    Truth truth = servers.gateways().truth();
    LocalDate day = LocalDate.of(2024, 7, 10);
    assertThat(truth.day("stripe", day).ids())
        .doesNotContainAnyElementsOf(truth.day("stripe-uae", day).ids());
  }

  @Test
  void settings_are_all_that_daybook_needs() {
    assertThat(Settings.of(servers.settings()).gateways())
        .containsOnlyKeys("stripe", "stripe-uae", "moyasar");
  }

  @Test
  void the_guide_has_an_address_wherever_it_needs_one() throws Exception {
    assertThat(new Guide(servers).text())
        .doesNotContain("{", "}")
        .contains(servers.queues().daysUrl(), servers.database().url());
  }

  @Test
  void the_environment_has_every_setting_under_the_name_that_a_shell_can_hold() throws Exception {
    assertThat(servers.environment())
        .content()
        .contains("export DAYBOOK_GATEWAY_STRIPE_UAE_ZONE='Asia/Dubai'\n")
        .contains("export AWS_ACCESS_KEY_ID='x'\n");
  }

  private static int status(String gateway, Map<String, String> settings) throws Exception {
    String url = settings.get("daybook.gateway." + gateway + ".url");
    String path = gateway.equals("moyasar") ? "/v1/payments" : "/v1/balance_transactions";
    String key = settings.get("daybook.gateway." + gateway + ".secret-key");
    return Caller.basic(url + path, key).get().statusCode();
  }
}
