package io.daybook.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PersonalFieldsTest {

  @Test
  void a_path_that_reads_a_personal_field_or_something_in_it_is_hidden() {
    PersonalFields fields = new PersonalFields("billing.email card");
    assertThat(fields.hiding("data.billing.email")).isEqualTo("billing.email");
    assertThat(fields.hiding("data.refund.billing.email")).isEqualTo("billing.email");
    assertThat(fields.hiding("data.card.last4")).isEqualTo("card");
    assertThat(fields.hiding("data.email")).isNull();
    assertThat(fields.hiding("data.billing")).isNull();
    assertThat(fields.hiding("data.billing.to.email")).isNull();
    assertThat(PersonalFields.NONE.hiding("data.card")).isNull();
  }

  @Test
  void a_path_with_an_empty_name_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PersonalFields("card .email"))
        .withMessageContaining("\".email\"");
  }
}
