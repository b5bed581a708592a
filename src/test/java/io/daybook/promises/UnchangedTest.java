package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.proof.UnchangedProof;
import io.daybook.testing.World;
import org.junit.jupiter.api.Test;

/**
 * A day that is run again and did not change is read, not written; the long form is the proof's.
 */
class UnchangedTest {

  @Test
  void a_large_page_again_writes_no_transaction_and_next_to_nothing_else() throws Exception {
    assertThat(new UnchangedProof(20_000, World::start).run()).isEmpty();
  }
}
