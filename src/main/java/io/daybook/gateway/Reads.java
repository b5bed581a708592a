package io.daybook.gateway;

import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.PersonalFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider's file reads; a field whose value is never kept cannot be read. */
final class Reads {
  private final PersonalFields personal;

  Reads(JsonTransactions transactions) {
    personal = transactions.personal();
    transactions.reads().forEach(this::addAll);
  }

  void add(Map<String, String> paths) {
    paths.forEach(this::add);
  }

  void add(String key, @Nullable String path) {
    String hiding = path == null ? null : personal.hiding(path);
    if (hiding != null) {
      throw new IllegalArgumentException(
          "\"%s\" reads %s, and \"personal\" masks %s: take it out of one of the two"
              .formatted(key, path, hiding));
    }
  }

  void addAll(String key, List<String> paths) {
    paths.forEach(path -> add(key, path));
  }
}
