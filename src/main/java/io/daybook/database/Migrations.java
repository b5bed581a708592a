package io.daybook.database;

import io.daybook.settings.DatabaseSettings;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * Brings the schema up to date. Safe to run at any time and by several at once: the server lets one
 * in, and what was applied is kept in {@code schema_history}.
 */
public final class Migrations {
  private static final String LOCATION = "db/migration";

  private Migrations() {}

  /** Applies what is pending; returns what was applied, oldest first. */
  public static List<String> migrate(DatabaseSettings settings) {
    return flyway(settings).migrate().migrations.stream()
        .map(applied -> "V%s: %s".formatted(applied.version, applied.description))
        .toList();
  }

  /** What {@link #migrate} would apply; changes nothing. */
  public static List<MigrationFile> pending(DatabaseSettings settings) {
    return Stream.of(flyway(settings).info().pending())
        .map(MigrationInfo::getScript)
        .map(script -> MigrationFile.read(LOCATION, script))
        .toList();
  }

  /** Every migration that this jar has, whatever the database has; asks no database. */
  public static List<MigrationFile> all() {
    return MigrationFile.readAll(LOCATION);
  }

  /**
   * Where the database differs from what this jar knows, pending migrations apart; changes nothing.
   */
  public static List<String> differences(DatabaseSettings settings) {
    ValidateResult result =
        configuration(settings).ignoreMigrationPatterns("*:pending").load().validateWithResult();
    return result.invalidMigrations.stream().map(Migrations::words).toList();
  }

  private static String words(ValidateOutput invalid) {
    String detail = invalid.errorDetails == null ? "" : invalid.errorDetails.errorMessage;
    return detail.replaceAll("\\s+", " ").strip();
  }

  private static Flyway flyway(DatabaseSettings settings) {
    return configuration(settings).load();
  }

  private static FluentConfiguration configuration(DatabaseSettings settings) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(Database.unpooled(settings))
        .schemas(settings.schema())
        .defaultSchema(settings.schema())
        .createSchemas(true)
        .table("schema_history")
        .locations("classpath:" + LOCATION)
        .failOnMissingLocations(true)
        .placeholderReplacement(false);
  }
}
