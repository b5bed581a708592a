package io.daybook.gateway;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorPagesTest {
  private final CursorPages pages = new CursorPages();

  @BeforeEach
  void like_stripe() {
    pages.setCursor("id");
    pages.setMore("has_more");
  }

  @Test
  void the_first_page_has_no_cursor() {
    assertThat(pages.first()).isEqualTo(new PageRequest(1, Map.of()));
  }

  @Test
  void the_next_page_starts_after_the_last_transaction() {
    PageRequest next = pages.next(pages.first(), page("true", tree("{'id':'txn_9'}")));
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.values()).containsEntry("cursor", "txn_9");
  }

  @Test
  void there_is_no_page_after_the_one_that_has_no_more() {
    assertThat(pages.next(pages.first(), page("false", tree("{'id':'txn_9'}")))).isNull();
    assertThat(pages.next(pages.first(), page("false", null))).isNull();
  }

  @Test
  void an_answer_that_does_not_say_whether_there_is_more_is_an_error() {
    PageSummary silent = new PageSummary(Map.of(), 1, tree("{'id':'txn_9'}"));
    assertFails(pages.first(), silent, "neither true nor false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "0", "1", "'false'", "'true'", "{}", "[]"})
  void more_that_is_neither_true_nor_false_is_an_error(String more) {
    assertFails(pages.first(), page(more, tree("{'id':'txn_9'}")), "neither true nor false");
  }

  @Test
  void more_after_an_empty_page_is_an_error() {
    assertFails(pages.first(), page("true", null), "no last transaction");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'id':null}", "{'id':''}", "{'id':7}", "7", "[]"})
  void more_after_a_transaction_without_a_cursor_is_an_error(String last) {
    assertFails(pages.first(), page("true", tree(last)), "no last transaction");
  }

  @Test
  void a_cursor_that_repeats_is_an_error() {
    PageRequest second = new PageRequest(2, Map.of("cursor", "txn_9"));
    assertFails(second, page("true", tree("{'id':'txn_9'}")), "\"txn_9\" repeats");
  }

  private void assertFails(PageRequest current, PageSummary read, String why) {
    assertThatThrownBy(() -> pages.next(current, read))
        .isInstanceOf(GatewayAnswerException.class)
        .hasMessageContaining(why);
  }

  private static PageSummary page(String more, @Nullable JsonNode last) {
    return new PageSummary(Map.of("has_more", tree(more)), last == null ? 0 : 1, last);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 50})
  void a_circle_of_any_length_is_an_error_and_does_not_turn_for_ever(int length) {
    assertThatThrownBy(
            () -> {
              PageRequest current = pages.first();
              for (int i = 0; i < 1_000; i++) {
                current = pages.next(current, page("true", tree("{'id':'" + i % length + "'}")));
              }
            })
        .isInstanceOf(GatewayAnswerException.class)
        .hasMessageContaining("repeats");
  }
}
