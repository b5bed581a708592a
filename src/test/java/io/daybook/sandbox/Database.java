package io.daybook.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One database and who may use it. */
public record Database(String url, String user, String password) {
  static final String HOST = "127.0.0.1";

  static Database at(int port, String name, String user, String password) {
    return new Database("jdbc:postgresql://" + HOST + ":" + port + "/" + name, user, password);
  }

  /** A data source without a pool. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  public Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  /** Runs one statement in a connection of its own. */
  public void execute(String sql) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }

  /** What a person types to look around. */
  public String psql() {
    String address = url.substring("jdbc:postgresql://".length());
    return "psql postgresql://" + user + ":" + password + "@" + address;
  }
}
