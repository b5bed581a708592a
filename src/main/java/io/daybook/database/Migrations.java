package io.daybook.database;

import io.daybook.settings.DatabaseSettings;
import org.flywaydb.core.Flyway;

/** TEMP. */
public final class Migrations {
  private Migrations() {}

  public static void migrate(DatabaseSettings settings) {
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .schemas(settings.schema())
        .table("schema_history")
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
