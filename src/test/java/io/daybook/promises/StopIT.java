package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.proof.StopPlan;
import io.daybook.proof.StopProof;
import org.junit.jupiter.api.Test;

/** A process that is told to stop ends soon, and another one goes on with its day at once. */
class StopIT {
  @Test
  void a_day_in_the_middle_of_which_its_process_is_stopped_goes_on_at_once_in_another() {
    assertThat(StopProof.faults(StopPlan.SHORT)).isEmpty();
  }
}
