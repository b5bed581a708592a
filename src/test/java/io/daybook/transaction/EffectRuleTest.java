package io.daybook.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectRuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"posted", "pending", "none"})
  void one_word_stands_for_every_status(String effect) throws UnmappableException {
    assertThat(new EffectRule(effect).of("whatever")).isEqualTo(effect);
  }

  @Test
  void each_status_has_the_effect_that_is_listed() throws UnmappableException {
    EffectRule rule = new EffectRule(" paid=posted\n initiated=pending  failed=none ");
    assertThat(rule.of("paid")).isEqualTo("posted");
    assertThat(rule.of("initiated")).isEqualTo("pending");
    assertThat(rule.of("failed")).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chargeback", "PAID", " paid", ""})
  void a_status_that_is_not_listed_is_rejected_and_never_guessed(String status) {
    assertThatThrownBy(() -> new EffectRule("paid=posted").of(status))
        .isInstanceOfSatisfying(
            UnmappableException.class, e -> assertThat(e.rejection()).isEqualTo("unknown-value"))
        .hasMessageContaining("\"" + status + "\"")
        .hasMessageContaining("[paid]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "booked", "paid=", "paid=booked", "paid=posted failed", "paid=a=b"})
  void a_word_that_is_no_effect_is_refused_when_the_file_is_loaded(String spec) {
    assertThatThrownBy(() -> new EffectRule(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("effect");
  }

  @Test
  void a_status_with_two_effects_is_refused_when_the_file_is_loaded() {
    assertThatThrownBy(() -> new EffectRule("paid=posted paid=none")).hasMessageContaining("paid");
  }
}
