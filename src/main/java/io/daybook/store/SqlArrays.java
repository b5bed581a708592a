package io.daybook.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads arrays as the driver returns them. */
final class SqlArrays {

  private SqlArrays() {}

  static List<String> strings(@Nullable Object array) {
    try {
      return array == null ? List.of() : List.of((String[]) ((Array) array).getArray());
    } catch (SQLException unreadable) {
      throw new IllegalStateException(
          "The database returned an array that cannot be read", unreadable);
    }
  }
}
