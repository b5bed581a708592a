package io.daybook.command;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.MigrationFile;
import io.daybook.database.Migrations;
import io.daybook.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the database can be reached and its schema is the one that this jar knows. */
final class DatabaseCheck {
  private static final int VERSION_MIN = 13;

  private DatabaseCheck() {}

  /** Without a URL nothing is found here: the settings' own fault says so. */
  static List<Finding> findings(DatabaseSettings settings) {
    if (settings.url().isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    try {
      findings.add(server(settings));
      findings.addAll(schema(settings));
    } catch (RuntimeException | SQLException e) {
      findings.add(Finding.fault("database: %s: %s".formatted(settings, Failures.line(e))));
    }
    return findings;
  }

  private static Finding server(DatabaseSettings settings) throws SQLException {
    try (HikariDataSource source = Database.dataSource(settings);
        Connection connection = source.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      String words = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
      return server.getDatabaseMajorVersion() < VERSION_MIN
          ? Finding.fault("database: %s is older than %d".formatted(words, VERSION_MIN))
          : Finding.ok("database: %s at %s".formatted(words, settings));
    }
  }

  private static List<Finding> schema(DatabaseSettings settings) {
    List<Finding> findings = new ArrayList<>();
    Migrations.differences(settings)
        .forEach(
            each ->
                findings.add(Finding.fault("schema %s: %s".formatted(settings.schema(), each))));
    List<MigrationFile> pending = Migrations.pending(settings);
    if (!pending.isEmpty()) {
      String names = pending.stream().map(MigrationFile::name).collect(Collectors.joining(", "));
      findings.add(
          Finding.fault(
              "schema %s: not up to date, pending: %s; type: %s migrate"
                  .formatted(settings.schema(), names, CommandLines.PROGRAM)));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok("schema %s: up to date".formatted(settings.schema())));
    }
    return findings;
  }
}
