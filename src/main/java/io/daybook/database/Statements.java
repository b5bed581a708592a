package io.daybook.database;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** TEMP. */
public final class Statements {
  private final NamedParameterJdbcTemplate jdbc;

  public Statements(DataSource dataSource) {
    jdbc = new NamedParameterJdbcTemplate(dataSource);
  }

  public int update(String name, Map<String, ?> parameters) {
    return jdbc.update(sql(name), parameters);
  }

  public <T> List<T> query(String name, Map<String, ?> parameters, RowMapper<T> mapper) {
    return jdbc.query(sql(name), parameters, mapper);
  }

  static String sql(String name) {
    try (InputStream in = Statements.class.getResourceAsStream("/sql/" + name + ".sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
