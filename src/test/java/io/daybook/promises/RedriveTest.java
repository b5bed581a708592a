package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.proof.RedriveProof;
import org.junit.jupiter.api.Test;

/** The short form of the proof, with a hundred dead letters; the long form has a thousand. */
class RedriveTest {

  @Test
  void loses_and_doubles_nothing_when_commands_are_killed() {
    assertThat(RedriveProof.faults(100, 0)).isEmpty();
  }
}
