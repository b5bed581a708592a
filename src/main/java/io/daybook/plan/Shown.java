package io.daybook.plan;

import io.daybook.message.Excerpt;
import io.daybook.transaction.FieldChange;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much of a plan is told, so that it neither outgrows memory nor gives anything secret away.
 *
 * @param limit how many transactions of each kind
 * @param hide takes secrets out of a text
 */
public record Shown(int limit, UnaryOperator<String> hide) {
  private static final int CHARACTERS_MAX = 500;
  private static final int FIELDS_MAX = 100;

  /** Of a changed transaction, so many of its fields. */
  int fieldsMax() {
    return FIELDS_MAX;
  }

  /** Returns a printable text of bounded length. */
  String text(String text) {
    return Excerpt.of(hide.apply(text), CHARACTERS_MAX);
  }

  List<FieldChange> fields(List<FieldChange> changes) {
    return changes.stream()
        .limit(FIELDS_MAX)
        .map(each -> new FieldChange(text(each.field()), value(each.before()), value(each.now())))
        .toList();
  }

  private @Nullable String value(@Nullable String value) {
    return value == null ? null : text(value);
  }
}
