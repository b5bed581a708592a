package io.daybook.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final LocalDate JULY_10 = LocalDate.of(2024, 7, 10);

  @ParameterizedTest
  @ValueSource(strings = {"2024-07-10", " 2024-07-10\r\n"})
  void a_bare_date_asks_for_it_of_every_gateway(String body) {
    Asked asked = Reading.read(body);
    assertThat(asked.days())
        .containsExactly(
            day("stripe", "2024-07-10", "message-1"), day("moyasar", "2024-07-10", "message-1"));
    assertThat(asked.single()).isFalse();
    assertThat(asked.group()).isEmpty();
  }

  @Test
  void a_gateway_and_a_date_ask_for_one_day_and_stand_for_it_themselves() {
    Asked asked = Reading.read("{'gateway':'stripe','date':'2024-07-10'}");
    assertThat(asked.days()).containsExactly(day("stripe", "2024-07-10", null));
    assertThat(asked.single()).isTrue();
    assertThat(asked.group()).isEmpty();
  }

  @Test
  void request_id_and_reason_are_kept() {
    assertThat(
            Reading.read(
                    "{'reason':'late refunds','requestId':'r-1','date':'2024-07-10',"
                        + "'gateway':'moyasar'}")
                .first())
        .isEqualTo(new DayRequest("moyasar", JULY_10, "r-1", "late refunds"));
  }

  @Test
  void a_range_asks_for_each_of_its_days_oldest_first_in_a_group_of_their_own() {
    Asked asked =
        Reading.read("{'gateway':'stripe','from':'2024-02-28','to':'2024-03-01','reason':'new'}");
    assertThat(asked.days())
        .extracting(DayRequest::date)
        .extracting(LocalDate::toString)
        .containsExactly("2024-02-28", "2024-02-29", "2024-03-01");
    assertThat(asked.days())
        .allSatisfy(
            each -> {
              assertThat(each.gateway()).isEqualTo("stripe");
              assertThat(each.requestId()).isEqualTo("message-1");
              assertThat(each.reason()).isEqualTo("new");
            });
    assertThat(asked.single()).isFalse();
    assertThat(asked.group()).isEqualTo("/range");
  }

  @ParameterizedTest
  @CsvSource({"2024-07-10, 2024-07-10, 1", "2023-06-07, 2024-07-10, 400"})
  void a_range_has_1_to_400_days(String from, String to, int days) {
    assertThat(Reading.read("{'gateway':'stripe','from':'" + from + "','to':'" + to + "'}").days())
        .hasSize(days);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'scheduledTime':'2024-07-10T22:30:00Z'}",
        "{'scheduledTime':'2024-07-11T01:30:00+03:00','time':'ignored'}",
        "{'time':'2024-07-10T22:30:00Z'}",
        "{'version':'0','id':'53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa','detail-type':'Scheduled Event',"
            + "'source':'aws.events','account':'123456789012','time':'2024-07-10T22:30:00Z',"
            + "'region':'us-east-1','resources':['arn:aws:events:us-east-1:123456789012:rule/x'],"
            + "'detail':{}}"
      })
  void an_instant_asks_for_the_day_before_it_in_each_gateways_zone(String body) {
    Asked asked = Reading.read(body);
    assertThat(asked.days())
        .containsExactly(
            day("stripe", "2024-07-09", "message-1"), day("moyasar", "2024-07-10", "message-1"));
    assertThat(asked.single()).isFalse();
  }

  @Test
  void two_messages_for_the_same_days_are_two_requests_unless_they_name_one() {
    assertThat(Reading.read("{'time':'2024-07-10T22:30:00Z','requestId':'r-1'}").days())
        .extracting(DayRequest::requestId)
        .containsOnly("r-1");
    assertThat(
            Reading.read(
                    "{'gateway':'stripe','from':'2024-07-01','to':'2024-07-02','requestId':'r-2'}")
                .days())
        .extracting(DayRequest::requestId)
        .containsOnly("r-2");
  }

  @Test
  void a_day_is_over_when_it_is_over_in_the_gateways_own_zone() {
    assertThat(Reading.read("{'gateway':'moyasar','date':'2024-07-11'}").first().date())
        .isEqualTo(LocalDate.of(2024, 7, 11));
    assertThat(Reading.refusal("{'gateway':'stripe','date':'2024-07-11'}").cause())
        .isEqualTo("not-due");
  }

  @Test
  void a_bare_date_that_is_over_in_one_zone_is_left_to_each_gateway() {
    assertThat(Reading.read("2024-07-11").days())
        .extracting(DayRequest::gateway)
        .containsExactly("stripe", "moyasar");
  }

  @Test
  void further_fields_have_no_effect() {
    Asked asked =
        Reading.read(
            "{'gateway':'stripe','date':'2024-07-10','amount_minor':100,'sql':'drop table days',"
                + "'url':'http://example.com','transactions':[{'id':'txn_1'}]}");
    assertThat(asked.days()).isEqualTo(List.of(day("stripe", "2024-07-10", null)));
  }

  @Test
  void a_request_that_is_written_as_a_body_is_read_as_itself() {
    DayRequest request = new DayRequest("stripe", JULY_10, "r-1", "a \"quote\" and é");
    assertThat(Reading.read(request.toJson()).first()).isEqualTo(request);
  }

  private static DayRequest day(String gateway, String date, @Nullable String requestId) {
    return new DayRequest(gateway, LocalDate.parse(date), requestId, null);
  }
}
