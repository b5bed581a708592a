package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.proof.PausePlan;
import io.daybook.proof.PauseProof;
import org.junit.jupiter.api.Test;

/** A process that was paused past its lease writes nothing more to the day it lost. */
class PauseIT {
  @Test
  void a_paused_process_that_lost_its_day_is_refused_its_next_batch_and_works_other_days() {
    assertThat(new PauseProof(PausePlan.SHORT).run()).isEmpty();
  }
}
