package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.proof.LateProof;
import org.junit.jupiter.api.Test;

/**
 * What a gateway lists late comes in by rechecks, and is told; the long form is the proof's own.
 */
class LateTest {

  @Test
  void what_comes_late_is_found_by_the_rechecks_and_told_one_by_one() {
    assertThat(LateProof.small().run()).isEmpty();
  }
}
