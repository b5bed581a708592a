package io.daybook.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that see Daybook's schema without naming it. */
public final class InSchema extends DelegatingDataSource {

  public InSchema(DataSource target) {
    super(target);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    connection.setSchema("daybook");
    return connection;
  }
}
