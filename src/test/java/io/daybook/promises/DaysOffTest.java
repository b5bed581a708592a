package io.daybook.promises;

import io.daybook.proof.BackfillProof;
import io.daybook.proof.DaysOffProof;
import org.junit.jupiter.api.Test;

/** Days off, and years at once, make good themselves; the long forms are the proofs' own. */
class DaysOffTest {

  @Test
  void five_days_off_are_visible_and_then_asked_for_oldest_first() {
    new DaysOffProof(5, 20).run();
  }

  @Test
  void a_long_range_holds_up_nobody_and_outlives_its_messages() {
    new BackfillProof(30, 5).run();
  }
}
