package io.daybook.command;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.deadletter.Change;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a person answer for a mismatch; the day is shown as accepted, and never as sealed. */
@Command(
    name = "accept",
    description = "Takes responsibility for a day in mismatch that the provider confirms.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class AcceptCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Person person = new Person();

  @Parameters(index = "0", paramLabel = "GATEWAY", description = "An enabled gateway.")
  private String name;

  @Parameters(index = "1", paramLabel = "DATE", description = "A date such as 2024-07-10.")
  private LocalDate date;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "What the provider said; kept with the day.")
  private String reason;

  AcceptCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Change change = person.change(spec, reason);
    Settings settings = surroundings.settings(EnumSet.of(Need.DATABASE, Need.GATEWAYS));
    Gateway gateway = Selection.gateway(new Gateways(settings.gateways()), name);
    try (HikariDataSource database = Database.dataSource(settings.database())) {
      Map<String, Object> acceptance =
          Map.of("gateway", gateway.name(), "date", date, "by", change.by(), "reason", reason);
      if (new Statements(database).update("accept-day", acceptance) == 0) {
        throw new CommandException(
            "%s %s is not in mismatch, and only a mismatch can be accepted; \"explain %1$s %2$s\" tells how it stands"
                .formatted(gateway.name(), date));
      }
      spec.commandLine()
          .getOut()
          .println(
              "%s %s: accepted by %s: %s"
                  .formatted(
                      gateway.name(), date, change.by(), Objects.requireNonNull(change.reason())));
    }
    return 0;
  }
}
