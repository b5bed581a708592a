package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoyasarStandInTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 10);
  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

  /**
   * A millisecond before the day and the day after, both outside by Moyasar's reading of gt and lt.
   */
  private static final String[] WINDOW = {
    "created[gt]", "2024-07-09T20:59:59.999Z", "created[lt]", "2024-07-10T21:00:00.000Z"
  };

  private final Ledger ledger =
      new History("moyasar", Kind.MOYASAR, RIYADH, 210).between(DAY.minusDays(1), DAY.plusDays(1));
  private final MoyasarStandIn moyasar = new MoyasarStandIn(0).account("sk_test_m", ledger);
  private final Caller caller = Caller.basic(moyasar.url() + "/v1/payments", "sk_test_m");

  @AfterEach
  void close() {
    moyasar.close();
  }

  @Test
  void answers_in_exactly_the_published_shape() throws Exception {
    JsonNode published = Caller.sample("moyasar/payments_list_page1.json");
    ledger.entries().forEach(entry -> ledger.replace(entry.as("paid", Effect.POSTED)));
    JsonNode page = caller.json();
    assertThat(Shape.of(page.get("meta"))).isEqualTo(Shape.of(published.get("meta")));
    assertThat(fieldNames(page)).isEqualTo(fieldNames(published));
    assertThat(Shape.of(paid(page))).isEqualTo(Shape.of(published.at("/payments/0")));
  }

  @Test
  void writes_amounts_with_the_decimals_of_their_currency() throws Exception {
    for (JsonNode payment : caller.json().get("payments")) {
      String amount = payment.get("amount").asText();
      String digits = payment.get("amount_format").asText().replaceAll("\\D", "");
      assertThat(digits).isEqualTo(amount);
    }
  }

  @Test
  void pages_to_the_end_of_a_day_give_exactly_the_truth_newest_first() throws Exception {
    List<JsonNode> payments = day();
    DayTruth truth = new Truth(ledger).day("moyasar", DAY);
    assertThat(payments).hasSize(truth.count());
    assertThat(ids(payments)).isEqualTo(truth.ids());
    assertThat(payments.get(0).get("created_at").asText()).isEqualTo("2024-07-10T20:59:59.999Z");
    assertThat(payments.get(payments.size() - 1).get("created_at").asText())
        .isEqualTo("2024-07-09T21:00:00.000Z");
  }

  @Test
  void declares_how_many_there_are_over_all_pages() throws Exception {
    JsonNode meta = caller.json(WINDOW).get("meta");
    int count = new Truth(ledger).day("moyasar", DAY).count();
    assertThat(meta.get("total_count").asInt()).isEqualTo(count);
    assertThat(meta.get("total_pages").asInt()).isEqualTo((count + 19) / 20);
    assertThat(meta.get("prev_page").isNull()).isTrue();
  }

  @Test
  void shows_an_empty_window_as_no_pages() throws Exception {
    JsonNode page = caller.json("created[lt]", "2001-01-01T00:00:00.000Z");
    assertThat(page.get("payments")).isEmpty();
    assertThat(page.get("meta").toString())
        .isEqualTo(
            "{\"current_page\":1,\"next_page\":null,\"prev_page\":null,\"total_pages\":0,\"total_count\":0}");
  }

  @Test
  void gives_pages_of_another_size_when_the_provider_changes_its_mind() throws Exception {
    moyasar.pageSize(40);
    assertThat(caller.json().get("payments")).hasSize(40);
  }

  @Test
  void refuses_a_wrong_key() throws Exception {
    var answer = Caller.basic(moyasar.url() + "/v1/payments", "sk_test_guess").get();
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"type\":\"authentication_error\"");
  }

  @ParameterizedTest
  @CsvSource({
    "page, 0",
    "page, x",
    "created[gt], 10.7.2024",
    "create[gt], 2024-07-09T20:59:59.999Z"
  })
  void refuses_a_bad_parameter(String name, String value) throws Exception {
    assertThat(caller.get(name, value).statusCode()).isEqualTo(400);
  }

  private List<JsonNode> day() throws Exception {
    List<JsonNode> payments = new ArrayList<>();
    for (JsonNode next = page(1, payments); !next.isNull(); ) {
      next = page(next.asInt(), payments);
    }
    return payments;
  }

  private JsonNode page(int number, List<JsonNode> payments) throws Exception {
    JsonNode page = caller.json(WINDOW[0], WINDOW[1], WINDOW[2], WINDOW[3], "page", "" + number);
    page.get("payments").forEach(payments::add);
    return page.at("/meta/next_page");
  }

  private static JsonNode paid(JsonNode page) {
    for (JsonNode payment : page.get("payments")) {
      if (payment.get("refunded").asInt() == 0) {
        return payment;
      }
    }
    throw new AssertionError("No payment without a refund on the page");
  }

  private static List<String> fieldNames(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> ids(List<JsonNode> payments) {
    Set<String> ids = new HashSet<>();
    payments.forEach(payment -> ids.add(payment.get("id").asText()));
    return ids;
  }
}
