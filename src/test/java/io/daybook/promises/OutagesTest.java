package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.proof.ArchiveProof;
import io.daybook.proof.OutagesProof;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes away and comes back costs time, and nothing else. */
class OutagesTest {
  private static final OutagesProof PROOF = new OutagesProof(Duration.ofSeconds(2), 3, 8);

  @Test
  void a_message_stays_while_the_dead_letter_queue_is_down_and_arrives_later_once() {
    assertThat(PROOF.deadLetterQueue()).isEmpty();
  }

  @Test
  void a_database_that_is_stopped_is_waited_for_and_counts_no_attempt() {
    assertThat(PROOF.database()).isEmpty();
  }

  @Test
  void a_database_that_hangs_holds_no_worker_for_good() {
    assertThat(PROOF.hangingDatabase("?socketTimeout=2")).isEmpty();
  }

  @Test
  void polling_goes_on_by_itself_once_the_queue_is_back() {
    assertThat(PROOF.queue()).isEmpty();
  }

  @Test
  void an_archive_that_cannot_be_written_fails_the_day_clearly_and_stores_nothing_of_the_page()
      throws IOException {
    assumeTrue(ArchiveProof.canBeShown());
    assertThat(ArchiveProof.run()).isEmpty();
  }
}
