package io.daybook.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRefusalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "2024-7-10",
        "20240710",
        "2024-07-10T00:00:00Z",
        "2024-07-10 2024-07-11",
        "'2024-07-10'",
        "null",
        "42",
        "[]",
        "[{'gateway':'stripe','date':'2024-07-10'}]",
        "{'gateway':'stripe','date':'2024-07-10'",
        "{'gateway':'stripe','date':'2024-07-10'} {}",
        "{'gateway':'stripe','gateway':'moyasar','date':'2024-07-10'}",
        "{gateway:'stripe'}",
        "<xml/>",
        "\0"
      })
  void what_is_neither_a_date_nor_one_json_object_is_refused(String body) {
    assertInvalid(body, "The message cannot be used: ");
  }

  @Test
  void an_object_without_a_gateway_is_refused() {
    assertInvalid("{}", "\"gateway\" is missing");
    assertInvalid("{'date':'2024-07-10'}", "\"gateway\" is missing");
    assertInvalid("{'gateway':null,'date':'2024-07-10'}", "\"gateway\" is missing");
  }

  @Test
  void a_gateway_without_a_date_is_refused() {
    assertInvalid("{'gateway':'stripe'}", "\"date\" is missing");
    assertInvalid("{'gateway':'stripe','date':null}", "\"date\" is missing");
    assertInvalid("{'gateway':'stripe','from':'2024-07-10'}", "\"to\" is missing");
    assertInvalid("{'gateway':'stripe','to':'2024-07-10'}", "\"from\" is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"paypal", "Stripe", "../../etc", "stripe/range", "stripe ", "'; drop table days"})
  void a_gateway_that_is_not_enabled_is_refused(String gateway) {
    InvalidMessageException refusal =
        Reading.refusal(
            "{\"gateway\":\"" + gateway.replace("'", "\\u0027") + "\",\"date\":\"2024-07-10\"}");
    assertThat(refusal.cause()).isEqualTo("unknown-gateway");
    assertThat(refusal.gateway()).isEqualTo(gateway);
    assertThat(refusal).hasMessageContaining("[stripe, moyasar]");
  }

  @Test
  void a_bare_date_is_refused_while_no_gateway_is_enabled() {
    assertThat(
            catchThrowableOfType(
                    InvalidMessageException.class, () -> Reading.read("2024-07-10", Map.of()))
                .cause())
        .isEqualTo("unknown-gateway");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "0000-00-00"})
  void an_impossible_date_is_refused_in_every_form(String date) {
    assertInvalid(date, date);
    assertInvalid("{'gateway':'stripe','date':'" + date + "'}", date);
    assertInvalid("{'gateway':'stripe','from':'" + date + "','to':'2024-07-10'}", date);
    assertInvalid("{'gateway':'stripe','from':'2024-02-28','to':'" + date + "'}", date);
    assertInvalid("{'scheduledTime':'" + date + "T02:15:00Z'}", date);
  }

  @ParameterizedTest
  @CsvSource({
    "stripe, 2024-07-11",
    "stripe, 2024-07-12",
    "moyasar, 2024-07-12",
    "stripe, 9999-12-31"
  })
  void a_day_that_is_not_over_is_refused_as_not_due(String gateway, String date) {
    InvalidMessageException refusal =
        Reading.refusal("{'gateway':'" + gateway + "','date':'" + date + "'}");
    assertThat(refusal.cause()).isEqualTo("not-due");
    assertThat(refusal.gateway()).isEqualTo(gateway);
    assertThat(refusal.date()).isEqualTo(LocalDate.parse(date));
  }

  @Test
  void a_range_whose_last_day_is_not_over_is_refused_as_not_due() {
    InvalidMessageException refusal =
        Reading.refusal("{'gateway':'stripe','from':'2024-07-09','to':'2024-07-11'}");
    assertThat(refusal.cause()).isEqualTo("not-due");
    assertThat(refusal.date()).isEqualTo(LocalDate.of(2024, 7, 11));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-07-12", "2999-01-01", "{'scheduledTime':'2024-07-14T02:15:00Z'}"})
  void days_that_are_over_in_no_zone_are_refused_as_not_due(String body) {
    assertThat(Reading.refusal(body).cause()).isEqualTo("not-due");
  }

  @Test
  void a_range_that_ends_before_it_begins_is_refused() {
    assertInvalid("{'gateway':'stripe','from':'2024-07-10','to':'2024-07-09'}", "is after");
  }

  @Test
  void a_range_of_401_days_is_refused() {
    assertInvalid("{'gateway':'stripe','from':'2023-06-06','to':'2024-07-10'}", "more than 400");
    assertInvalid("{'gateway':'stripe','from':'1999-01-01','to':'2024-07-10'}", "more than 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'gateway':1,'date':'2024-07-10'}",
        "{'gateway':['stripe'],'date':'2024-07-10'}",
        "{'gateway':{},'date':'2024-07-10'}",
        "{'gateway':'','date':'2024-07-10'}",
        "{'gateway':'stripe','date':20240710}",
        "{'gateway':'stripe','date':true}",
        "{'gateway':'stripe','date':['2024-07-10']}",
        "{'gateway':'stripe','from':1,'to':2}",
        "{'gateway':'stripe','date':'2024-07-10','requestId':7}",
        "{'gateway':'stripe','date':'2024-07-10','reason':{}}",
        "{'scheduledTime':1720664100}",
        "{'time':null}"
      })
  void a_field_of_another_type_is_refused(String body) {
    assertInvalid(body, "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-07-11", "2024-07-11T02:15:00", "2024-07-11 02:15:00Z", "now"})
  void an_instant_without_time_or_offset_is_refused(String instant) {
    assertInvalid("{'scheduledTime':'" + instant + "'}", "not an instant");
  }

  @Test
  void a_megabyte_is_refused_and_not_repeated() {
    assertShort("x".repeat(1_000_000));
    assertShort("{'gateway':'" + "x".repeat(1_000_000) + "','date':'2024-07-10'}");
    assertShort("{'gateway':'" + "x".repeat(9_000) + "','date':'2024-07-10'}");
    assertShort("{'gateway':'stripe','date':'" + "9".repeat(9_000) + "'}");
    assertShort("{'gateway':'stripe','date':'2024-07-10','reason':'" + "x".repeat(201) + "'}");
  }

  @Test
  void deep_nesting_is_refused_and_no_overflow() {
    assertShort("[".repeat(9_999));
    assertShort("{'a':".repeat(1_900));
    assertShort(
        "{'gateway':'stripe','date':'2024-07-10','detail':"
            + "[".repeat(50)
            + "]".repeat(50)
            + "}");
  }

  @Test
  void control_characters_do_not_reach_the_log() {
    assertThat(Reading.refusal("{'gateway':'a\\u001b[2J\\n\\u202eb','date':'2024-07-10'}"))
        .hasMessageContaining("a?[2J??b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'scheduledTime':'-999999999-01-01T00:00:00Z'}",
        "{'scheduledTime':'+999999999-12-31T23:59:59Z'}",
        "{'gateway':'stripe','date':'-5000-01-01'}",
        "0000-01-01",
        "{'gateway':'stripe','date':'2024-07-10','from':'2024-07-01','to':'2024-07-02'}",
        "{'gateway':'stripe','from':'2024-07-01','to':'2024-07-02','rejectedId':42}",
        "{'gateway':'stripe','rejectedId':42}",
        "{'gateway':'stripe','date':'2024-07-10','rejectedId':0}",
        "{'gateway':'stripe','date':'2024-07-10','rejectedId':'42'}",
        "{'gateway':'stripe','date':'2024-07-10','rejectedId':4.2}",
        "{'gateway':'stripe','date':'2024-07-10','rejectedId':92233720368547758080}"
      })
  void what_no_business_can_mean_is_refused_and_never_tried_for_ever(String body) {
    assertThat(Reading.refusal(body).cause()).isEqualTo("invalid-message");
  }

  private static void assertShort(String body) {
    assertInvalid(body, "");
    assertThat(Reading.refusal(body).getMessage()).hasSizeLessThan(500);
  }

  private static void assertInvalid(String body, String why) {
    InvalidMessageException refusal = Reading.refusal(body);
    assertThat(refusal)
        .as(body.length() > 100 ? "long" : body)
        .isNotNull()
        .hasMessageContaining(why);
    assertThat(refusal.cause()).isEqualTo("invalid-message");
  }
}
