package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.proof.KillPlan;
import io.daybook.proof.KillProof;
import org.junit.jupiter.api.Test;

/** A killed process loses nothing and doubles nothing: another one takes its day over. */
class KillIT {
  @Test
  void a_day_in_the_middle_of_which_its_process_is_killed_is_stored_once_by_another() {
    assertThat(KillProof.faults(KillPlan.SHORT)).isEmpty();
  }
}
