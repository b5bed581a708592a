package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BehaviourTest {
  private final StripeStandIn stripe =
      new StripeStandIn(0).account("sk", new Ledger("stripe", ZoneOffset.UTC));
  private final Caller caller = Caller.bearer(stripe.url() + "/v1/balance_transactions", "sk");

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void fails_as_often_as_told_and_is_honest_again() throws Exception {
    stripe.behave(Behaviour.failing(2, 503));
    assertThat(caller.get().statusCode()).isEqualTo(503);
    assertThat(caller.get().statusCode()).isEqualTo(503);
    assertThat(caller.get().statusCode()).isEqualTo(200);
  }

  @Test
  void drops_the_connection_without_an_answer() {
    stripe.behave((request, honest) -> Answer.dropped());
    assertThatThrownBy(caller::get).isInstanceOf(IOException.class);
  }

  @Test
  void cuts_the_connection_in_the_middle_of_an_answer() {
    stripe.behave((request, honest) -> honest.get().cutAfter(20));
    assertThatThrownBy(caller::get).isInstanceOf(IOException.class);
  }

  @Test
  void takes_its_time_around_another_behaviour() throws Exception {
    stripe.behave(Behaviour.slow(Duration.ofMillis(80)).around(Behaviour.failing(1, 429)));
    long start = System.nanoTime();
    assertThat(caller.get().statusCode()).isEqualTo(429);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(80));
  }

  @Test
  void remembers_what_it_was_asked() throws Exception {
    caller.get("limit", "7");
    Request request = stripe.requests().get(0);
    assertThat(request.query()).containsEntry("limit", "7");
    assertThat(request.header("authorization")).contains("Bearer sk");
  }
}
