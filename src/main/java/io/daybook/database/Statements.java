package io.daybook.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the statements of {@code sql/<name>.sql} by name, each with {@code :named} parameters; those
 * that routes run write them as {@code :?named}.
 */
public final class Statements {
  private static final int FETCH_ROWS = 10_000;

  private final NamedParameterJdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate stream;
  private final TransactionTemplate transaction;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  public Statements(DataSource dataSource) {
    jdbc = new NamedParameterJdbcTemplate(dataSource);
    JdbcTemplate fetching = new JdbcTemplate(dataSource);
    fetching.setFetchSize(FETCH_ROWS);
    stream = new NamedParameterJdbcTemplate(fetching);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /** Returns how many rows were written. */
  public int update(String name, Map<String, ?> parameters) {
    return jdbc.update(text(name), parameters);
  }

  public <T> List<T> query(String name, Map<String, ?> parameters, RowMapper<T> mapper) {
    return jdbc.query(text(name), parameters, mapper);
  }

  /** Shows each row to a reader, one after the other: memory does not grow with their number. */
  public void forEach(String name, Map<String, ?> parameters, RowCallbackHandler reader) {
    // Without a transaction the driver would read all rows before it shows the first.
    transaction.executeWithoutResult(status -> stream.query(text(name), parameters, reader));
  }

  private String text(String name) {
    return texts.computeIfAbsent(name, Statements::read);
  }

  private static String read(String name) {
    String file = "/sql/" + name + ".sql";
    try (InputStream stream = Statements.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("There is no statement " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace(":?", ":");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
