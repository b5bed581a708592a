package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two JSON values, member by member. Equal is what {@link ContentHash} calls
 * equal.
 */
final class PayloadChanges {
  private static final String PLAIN_NAME = "[A-Za-z_][A-Za-z0-9_]*";

  private final List<FieldChange> changes = new ArrayList<>();

  private PayloadChanges() {}

  static List<FieldChange> between(JsonNode before, JsonNode now) {
    PayloadChanges found = new PayloadChanges();
    found.compare("$", before, now);
    return found.changes;
  }

  private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode now) {
    if (before != null && now != null && before.isObject() && now.isObject()) {
      names(before, now)
          .forEach(name -> compare(member(path, name), before.get(name), now.get(name)));
    } else if (before != null && now != null && before.isArray() && now.isArray()) {
      for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
        compare("%s[%d]".formatted(path, i), before.get(i), now.get(i));
      }
    } else if (!isSame(before, now)) {
      changes.add(new FieldChange(path, text(before), text(now)));
    }
  }

  /** In the order of the value as it is now; what is no longer there comes last. */
  private static Set<String> names(JsonNode before, JsonNode now) {
    Set<String> names = new LinkedHashSet<>();
    now.fieldNames().forEachRemaining(names::add);
    before.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String member(String path, String name) {
    return path + (name.matches(PLAIN_NAME) ? "." + name : "[" + TextNode.valueOf(name) + "]");
  }

  private static boolean isSame(@Nullable JsonNode before, @Nullable JsonNode now) {
    if (before == null || now == null) {
      return before == null && now == null;
    }
    return Arrays.equals(ContentHash.of(before), ContentHash.of(now));
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null ? null : value.toString();
  }
}
