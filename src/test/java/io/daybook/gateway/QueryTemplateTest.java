package io.daybook.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTemplateTest {
  private static final Set<String> KNOWN = Set.of("from", "to", "cursor");

  @Test
  void encodes_brackets_in_names() {
    assertThat(new QueryTemplate("created[gte]={from}&limit=100", KNOWN).fill(Map.of("from", "17")))
        .isEqualTo("created%5Bgte%5D=17&limit=100");
  }

  @Test
  void no_value_can_add_a_parameter_or_leave_the_query() {
    assertThat(
            new QueryTemplate("after={cursor}", KNOWN)
                .fill(Map.of("cursor", "a&limit=1#x?y z+%26{to}")))
        .isEqualTo("after=a%26limit%3D1%23x%3Fy%20z%2B%2526%7Bto%7D");
  }

  @Test
  void encodes_the_colons_of_an_instant_and_letters_outside_of_ascii() {
    assertThat(new QueryTemplate("a={to}", KNOWN).fill(Map.of("to", "2024-07-10T21:00:00.000Z é")))
        .isEqualTo("a=2024-07-10T21%3A00%3A00.000Z%20%C3%A9");
  }

  @Test
  void takes_a_value_literally_even_with_dollar_and_backslash() {
    assertThat(new QueryTemplate("a={cursor}", KNOWN).fill(Map.of("cursor", "$1\\")))
        .isEqualTo("a=%241%5C");
  }

  @Test
  void leaves_out_a_parameter_that_has_no_value_yet() {
    QueryTemplate template = new QueryTemplate("a={from}&starting_after={cursor}&b=1", KNOWN);
    assertThat(template.fill(Map.of("from", "1"))).isEqualTo("a=1&b=1");
  }

  @Test
  void fills_several_placeholders_in_one_value_and_keeps_what_is_around_them() {
    QueryTemplate template = new QueryTemplate("filter=time>={from} and time<{to}", KNOWN);
    assertThat(template.fill(Map.of("from", "1", "to", "2")))
        .isEqualTo("filter=time%3E%3D1%20and%20time%3C2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "limit", "=1", "a=1&", "a=1&&b=2"})
  void what_is_no_name_with_a_value_is_refused_when_the_file_is_loaded(String template) {
    assertThatThrownBy(() -> new QueryTemplate(template, KNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name=value");
  }

  @Test
  void a_misspelt_placeholder_is_refused_when_the_file_is_loaded_instead_of_losing_its_filter() {
    assertThatThrownBy(() -> new QueryTemplate("created[gte]={form}", KNOWN))
        .hasMessageContaining("{form}")
        .hasMessageContaining("[cursor, from, to]");
  }
}
