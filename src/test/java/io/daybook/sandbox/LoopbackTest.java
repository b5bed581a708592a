package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackTest {
  @ParameterizedTest
  @CsvSource({
    "DAYBOOK_GATEWAY_STRIPE_URL, https://api.stripe.com",
    "daybook.gateway.stripe.url, http://localhost@api.stripe.com/v1",
    "DAYBOOK_DATABASE_URL, jdbc:postgresql://db.example.com/payments",
    "DAYBOOK_DATABASE_URL, 'jdbc:postgresql://127.0.0.1:1,10.0.0.7:5432/payments'",
    "DAYBOOK_QUEUE_DAYS_URL, https://sqs.eu-west-1.amazonaws.com/1/daybook-days.fifo",
    "AWS_ENDPOINT_URL_SQS, https://sqs.eu-west-1.amazonaws.com",
    "DAYBOOK_MANAGEMENT_HOST, 0.0.0.0",
    "DAYBOOK_QUEUE_ENDPOINT, http://127.0.0.1.example.com:9324"
  })
  void refuses_what_leads_out_of_this_machine(String name, String value) {
    assertThatThrownBy(() -> Loopback.check(Map.of(name, value))).hasMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    "DAYBOOK_QUEUE_ENDPOINT, http://localhost:9324",
    "daybook.database.url, jdbc:postgresql://127.0.0.1:5432/daybook",
    "daybook.gateway.stripe.url, http://[::1]:8080",
    "DAYBOOK_MANAGEMENT_HOST, 127.0.0.1",
    "HTTP_PROXY, http://proxy.example.com:3128",
    "DAYBOOK_GATEWAYS, stripe"
  })
  void takes_what_stays_on_it(String name, String value) {
    assertThatCode(() -> Loopback.check(Map.of(name, value))).doesNotThrowAnyException();
  }
}
