package io.daybook.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;

/** One row that a statement returned; a column that must be there and is not is named. */
public record Row(Map<String, Object> columns) {
  private static final ColumnMapRowMapper COLUMNS = new ColumnMapRowMapper();

  public static Row of(ResultSet row, int index) throws SQLException {
    return new Row(COLUMNS.mapRow(row, index));
  }

  public long number(String column) {
    return ((Number) value(column)).longValue();
  }

  public int count(String column) {
    return Math.toIntExact(number(column));
  }

  public boolean flag(String column) {
    return (Boolean) value(column);
  }

  public String text(String column) {
    return (String) value(column);
  }

  public Object value(String column) {
    Object value = columns.get(column);
    if (value == null) {
      throw new IllegalStateException("The statement returned no \"" + column + "\"");
    }
    return value;
  }

  /** Returns the column's value, or null if it is null. */
  public @Nullable Object find(String column) {
    return columns.get(column);
  }
}
