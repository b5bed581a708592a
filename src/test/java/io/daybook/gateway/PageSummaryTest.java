package io.daybook.gateway;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSummaryTest {
  private static final PageSummary SUMMARY =
      new PageSummary(
          Map.of(
              "has_more",
              tree("true"),
              "meta",
              tree("{'next':{'page':2},'total':47,'none':null}"),
              "result.count",
              tree("9"),
              "result.inner",
              tree("{'more':false}")),
          1,
          null);

  @ParameterizedTest
  @CsvSource({
    "has_more, true",
    "meta.total, 47",
    "meta.next.page, 2",
    "meta.none, null",
    "result.count, 9",
    "result.inner.more, false"
  })
  void finds_a_value_at_any_depth_also_beside_nested_records(String path, String value) {
    assertThat(SUMMARY.find(path)).isEqualTo(tree(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "total",
        "meta.",
        "meta.next.size",
        "meta.total.x",
        "result",
        "has_more.x",
        "."
      })
  void finds_nothing_where_there_is_nothing(String path) {
    assertThat(SUMMARY.find(path)).isNull();
  }
}
