package io.daybook.gateway;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedPagesTest {
  private final NumberedPages pages = new NumberedPages();

  @BeforeEach
  void like_moyasar() {
    pages.setNext("meta.next_page");
  }

  @Test
  void the_first_page_is_1() {
    assertThat(pages.first()).isEqualTo(new PageRequest(1, Map.of("page", "1")));
  }

  @Test
  void the_next_page_is_the_one_that_the_answer_names() {
    assertThat(pages.next(pages.first(), page("{'next_page':2}")))
        .isEqualTo(new PageRequest(2, Map.of("page", "2")));
  }

  @Test
  void there_is_no_page_after_the_one_that_names_none() {
    assertThat(pages.next(pages.first(), page("{'next_page':null}"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "[]", "2"})
  void an_answer_that_does_not_say_whether_there_is_a_next_page_is_an_error(String meta) {
    assertFails(page(meta), "neither a page number nor null");
  }

  @Test
  void an_answer_without_its_envelope_is_an_error() {
    assertFails(new PageSummary(Map.of(), 20, null), "neither a page number nor null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'2'", "2.0", "true", "false", "''", "{}"})
  void a_next_page_that_is_no_number_is_an_error(String next) {
    assertFails(page("{'next_page':" + next + "}"), "neither a page number nor null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "3", "-1", "4294967298"})
  void a_page_that_would_be_skipped_or_read_twice_is_an_error(String next) {
    assertFails(page("{'next_page':" + next + "}"), "skipped or read twice");
  }

  private void assertFails(PageSummary read, String why) {
    assertThatThrownBy(() -> pages.next(pages.first(), read))
        .isInstanceOf(GatewayAnswerException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("meta.next_page");
  }

  private static PageSummary page(String meta) {
    return new PageSummary(Map.of("meta", tree(meta)), 20, tree("{'id':'a'}"));
  }
}
