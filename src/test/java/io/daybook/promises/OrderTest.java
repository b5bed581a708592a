package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.proof.OrderProof;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** However gateways fail, and however many instances there are, no day overtakes another one. */
class OrderTest {
  private static final OrderProof.Size SIZE =
      new OrderProof.Size(6, 5, 2, 3, Duration.ofMillis(100));

  @Test
  void days_of_a_gateway_begin_in_the_order_asked_also_after_failures() {
    try (OrderProof proof = new OrderProof(SIZE, 1, 50)) {
      proof.infect().run();
      assertThat(proof.disorder()).isEmpty();
      assertThat(proof.failedAttempts()).isEqualTo(proof.failingAttempts()).isGreaterThan(3);
      assertThat(proof.redrive()).isEqualTo(1);
      assertThat(proof.differences()).isEmpty();
    }
  }
}
