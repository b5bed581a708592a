package io.daybook.command;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells one day's whole story from the tables, and what to type next; changes nothing. */
@Command(
    name = "explain",
    description = "Tells all that is known of one day, and the next command to type.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "GATEWAY", description = "An enabled gateway.")
  private String name;

  @Parameters(index = "1", paramLabel = "DATE", description = "A date such as 2024-07-10.")
  private LocalDate date;

  @Option(names = "--json", description = "Print a JSON array of one object.")
  private boolean json;

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = surroundings.settings(EnumSet.of(Need.DATABASE, Need.GATEWAYS));
    Gateway gateway = Selection.gateway(new Gateways(settings.gateways()), name);
    try (HikariDataSource database = Database.dataSource(settings.database())) {
      Story story =
          new Stories(settings, surroundings.clock(), new Statements(database)).of(gateway, date);
      if (json) {
        Json.print(spec.commandLine().getOut(), List.of(story.json()));
      } else {
        new StoryPage(story).print(spec.commandLine().getOut());
      }
    }
    return 0;
  }
}
