package io.daybook.command;

import io.daybook.database.MigrationFile;
import io.daybook.database.Migrations;
import io.daybook.settings.DatabaseSettings;
import io.daybook.settings.Need;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the schema up to date, for whom daybook.database.migrate is never. */
@Command(name = "migrate", description = "Brings the database's schema up to date.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class MigrateCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;

  @Option(
      names = "--print",
      description =
          "Print the SQL of pending migrations (of all without a database), and run none.")
  private boolean print;

  MigrateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (print) {
      print(surroundings.settings().apply(EnumSet.noneOf(Need.class)).orThrow().database());
    } else {
      migrate(surroundings.settings(EnumSet.of(Need.DATABASE)).database());
    }
    return 0;
  }

  private void migrate(DatabaseSettings database) {
    List<String> applied = Migrations.migrate(database);
    applied.forEach(each -> spec.commandLine().getOut().println("applied " + each));
    spec.commandLine().getErr().println("Schema " + database.schema() + " is up to date");
  }

  private void print(DatabaseSettings database) {
    List<MigrationFile> pending = pending(database);
    if (pending.isEmpty()) {
      spec.commandLine().getErr().println("Schema " + database.schema() + " is up to date");
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("-- To be read: daybook migrate runs this, and records it in schema_history.");
    out.println("CREATE SCHEMA IF NOT EXISTS " + database.schema() + ";");
    out.println("SET search_path TO " + database.schema() + ";");
    pending.forEach(file -> out.printf("%n-- %s%n%s%n", file.name(), file.sql().strip()));
  }

  private List<MigrationFile> pending(DatabaseSettings database) {
    if (database.url().isEmpty()) {
      spec.commandLine().getErr().println("daybook.database.url is not set: all migrations");
      return Migrations.all();
    }
    try {
      return Migrations.pending(database);
    } catch (FlywayException e) {
      spec.commandLine().getErr().println("All migrations, since " + Failures.line(e));
      return Migrations.all();
    }
  }
}
