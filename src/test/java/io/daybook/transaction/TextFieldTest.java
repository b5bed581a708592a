package io.daybook.transaction;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFieldTest {

  @Test
  void takes_a_member_of_a_member() throws UnmappableException {
    assertThat(new TextField("source.type").required(tree("{'source':{'type':'card'}}")))
        .isEqualTo("card");
  }

  @Test
  void takes_a_whole_number_as_its_digits() throws UnmappableException {
    assertThat(new TextField("id").required(tree("{'id':90071992547409931234}")))
        .isEqualTo("90071992547409931234");
  }

  @Test
  void joins_several_fields_with_a_colon() throws UnmappableException {
    assertThat(new TextField("id, info.code").required(tree("{'id':'a','info':{'code':7}}")))
        .isEqualTo("a:7");
  }

  @Test
  void a_constant_stands_for_every_record() throws UnmappableException {
    assertThat(new TextField(" 'payment' ").required(tree("{}"))).isEqualTo("payment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'a':null}", "{'a':'x'}", "{'a':{}}", "{'a':{'b':null}}"})
  void an_absent_field_is_null_where_it_may_be_and_rejected_where_not(String record)
      throws UnmappableException {
    assertThat(new TextField("a.b").optional(tree(record))).isNull();
    assertThatThrownBy(() -> new TextField("a.b").required(tree(record)))
        .isInstanceOfSatisfying(
            UnmappableException.class, e -> assertThat(e.rejection()).isEqualTo("missing-field"))
        .hasMessageContaining("\"a.b\"");
  }

  @Test
  void an_empty_text_is_absent() throws UnmappableException {
    assertThat(new TextField("a").optional(tree("{'a':''}"))).isNull();
  }

  @Test
  void a_joined_text_without_one_of_its_parts_is_absent() throws UnmappableException {
    assertThat(new TextField("id,code").optional(tree("{'id':'a'}"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1.5", "{}", "[]", "['x']"})
  void what_is_no_text_is_rejected_even_where_it_may_be_absent(String value) {
    assertBad("{'a':" + value + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x\\u0000y'", "'\\ud800'", "'\\udc00\\ud800'"})
  void what_postgresql_cannot_hold_is_rejected(String value) {
    assertBad("{'a':" + value + "}");
  }

  @Test
  void characters_outside_of_the_first_plane_are_kept() throws UnmappableException {
    assertThat(new TextField("a").required(tree("{'a':'\\ud83d\\ude00 عُمان'}")))
        .isEqualTo("😀 عُمان");
  }

  @Test
  void has_255_characters_at_the_most() throws UnmappableException {
    String longest = "x".repeat(255);
    assertThat(new TextField("a").required(tree("{'a':'" + longest + "'}"))).isEqualTo(longest);
    assertBad("{'a':'" + longest + "x'}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "id,", ",id"})
  void a_path_that_names_nothing_is_refused_when_the_file_is_loaded(String spec) {
    assertThatThrownBy(() -> new TextField(spec)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertBad(String record) {
    assertThatThrownBy(() -> new TextField("a").optional(tree(record)))
        .isInstanceOfSatisfying(
            UnmappableException.class, e -> assertThat(e.rejection()).isEqualTo("bad-value"))
        .hasMessageContaining("\"a\"");
  }
}
