package io.daybook.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedriveIdTest {

  @Test
  void is_read_as_it_was_written() {
    RedriveId id = new RedriveId(123456789012345678L, 999_999_999, "a_message-id");

    assertThat(RedriveId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "redrive_1_1_",
        "redrive_1_x_m",
        "redrive_-1_1_m",
        "redrive_1234567890123456789_1_m",
        "redrive_1_1234567890_m",
        "xredrive_1_1_m",
        "ID-VM-1-1-1"
      })
  void is_none_of_another_form(String deduplicationId) {
    assertThat(RedriveId.parse(deduplicationId)).isNull();
  }
}
