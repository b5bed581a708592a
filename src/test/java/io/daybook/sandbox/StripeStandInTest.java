package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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

class StripeStandInTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 10);
  private static final ZoneId DUBAI = ZoneId.of("Asia/Dubai");

  private final Ledger ledger =
      new History("stripe-uae", Kind.STRIPE, DUBAI, 330).between(DAY.minusDays(1), DAY.plusDays(1));
  private final StripeStandIn stripe = new StripeStandIn(0).account("sk_test_uae", ledger);
  private final Caller caller =
      Caller.basic(stripe.url() + "/v1/balance_transactions", "sk_test_uae");

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void answers_in_exactly_the_published_shape() throws Exception {
    JsonNode published = Caller.sample("stripe/balance_transactions_list.json");
    assertThat(Shape.of(caller.json())).isEqualTo(Shape.of(published));
    for (JsonNode record : caller.json("limit", "100").get("data")) {
      assertThat(Shape.of(record)).isEqualTo(Shape.of(published.at("/data/0")));
    }
  }

  @Test
  void pages_to_the_end_of_a_day_give_exactly_the_truth_newest_first() throws Exception {
    List<JsonNode> records = day(from(DAY), from(DAY.plusDays(1)));
    DayTruth truth = new Truth(ledger).day("stripe-uae", DAY);
    assertThat(records).hasSize(truth.count());
    assertThat(ids(records)).isEqualTo(truth.ids());
    assertThat(records).extracting(record -> -record.get("created").asLong()).isSorted();
    assertThat(records.get(0).get("created").asLong()).isEqualTo(from(DAY.plusDays(1)) - 1);
    assertThat(records.get(records.size() - 1).get("created").asLong()).isEqualTo(from(DAY));
  }

  @Test
  void gt_and_lt_exclude_what_gte_and_lte_include() throws Exception {
    long start = from(DAY);
    assertThat(count("created[gte]", start, "created[lte]", start)).isEqualTo(1);
    assertThat(count("created[gt]", start, "created[lte]", start)).isZero();
    assertThat(count("created[gte]", start, "created[lt]", start)).isZero();
  }

  @Test
  void gives_ten_at_a_time_unless_asked_for_more() throws Exception {
    assertThat(caller.json().get("data")).hasSize(10);
    assertThat(caller.json("limit", "100").get("has_more").asBoolean()).isTrue();
  }

  @Test
  void knows_accounts_apart_by_their_keys() throws Exception {
    stripe.account("sk_test_empty", new Ledger("stripe-empty", DUBAI));
    Caller other = Caller.bearer(stripe.url() + "/v1/balance_transactions", "sk_test_empty");
    assertThat(other.json().get("data")).isEmpty();
  }

  @Test
  void refuses_a_wrong_key_in_stripes_envelope() throws Exception {
    var answer = Caller.bearer(stripe.url() + "/v1/balance_transactions", "sk_test_guess").get();
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .contains("\"error\"", "Invalid API Key provided")
        .doesNotContain("guess");
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, parameter_invalid_integer",
    "limit, 101, parameter_invalid_integer",
    "created[gte], 2024-07-10, parameter_invalid_integer",
    "starting_after, txn_unknown, resource_missing",
    "create[gte], 1, parameter_unknown"
  })
  void refuses_a_bad_parameter_and_names_it(String name, String value, String code)
      throws Exception {
    var answer = caller.get(name, value);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = caller.json(name, value).get("error");
    assertThat(error.get("code").asText()).isEqualTo(code);
    assertThat(error.get("param").asText()).isEqualTo(name);
  }

  private long count(String lower, long from, String upper, long to) throws Exception {
    return caller.json(lower, "" + from, upper, "" + to).get("data").size();
  }

  private List<JsonNode> day(long from, long before) throws IOException, InterruptedException {
    List<JsonNode> records = new ArrayList<>();
    JsonNode page =
        caller.json("created[gte]", "" + from, "created[lt]", "" + before, "limit", "100");
    page.get("data").forEach(records::add);
    while (page.get("has_more").asBoolean()) {
      String last = records.get(records.size() - 1).get("id").asText();
      page =
          caller.json(
              "created[gte]",
              "" + from,
              "created[lt]",
              "" + before,
              "limit",
              "100",
              "starting_after",
              last);
      page.get("data").forEach(records::add);
    }
    return records;
  }

  private static Set<String> ids(List<JsonNode> records) {
    Set<String> ids = new HashSet<>();
    records.forEach(record -> ids.add(record.get("id").asText()));
    return ids;
  }

  private static long from(LocalDate date) {
    return date.atStartOfDay(DUBAI).toEpochSecond();
  }
}
