package io.daybook.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.database.Row;
import io.daybook.gateway.BusinessDay;
import io.daybook.gateway.Gateway;
import io.daybook.message.DayRequest;
import io.daybook.message.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HolderTest {
  private static final BusinessDay DAY =
      new Gateway("stripe", "stripe", ZoneOffset.UTC, null, Duration.ZERO)
          .day(LocalDate.of(2024, 7, 10));
  private static final DayRequest REQUEST = new DayRequest("stripe", DAY.date(), null, null);
  private static final Received RECEIVED =
      new Received("", "message", "receipt", "", Instant.EPOCH);

  @Test
  void a_holder_that_let_go_in_the_same_moment_is_not_named_and_the_message_comes_again_soon() {
    assertThat(Holder.of(new Row(new HashMap<>())).refusal(DAY, REQUEST, RECEIVED))
        .isInstanceOf(DayInWorkException.class)
        .hasMessage(
            "stripe 2024-07-10 was in work by a run that has ended since; asked again in 2 s");
  }

  @Test
  void a_holder_is_named() {
    Map<String, Object> row =
        Map.of("holder_run_id", 7L, "holder_instance", "host-1", "holder_seconds_left", 4);
    assertThat(Holder.of(new Row(row)).refusal(DAY, REQUEST, RECEIVED))
        .hasMessage("stripe 2024-07-10 was in work by run 7 of host-1; asked again in 2 s");
  }
}
