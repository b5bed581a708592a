package io.daybook.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The same connections, on which nobody waits longer than that for an answer. A pool resets what it
 * is given back.
 */
public final class Impatient extends DelegatingDataSource {
  private final int millis;

  public Impatient(DataSource target, int seconds) {
    super(target);
    this.millis = seconds * 1_000;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      connection.setNetworkTimeout(Runnable::run, millis);
      return connection;
    } catch (SQLException unusable) {
      connection.close();
      throw unusable;
    }
  }
}
