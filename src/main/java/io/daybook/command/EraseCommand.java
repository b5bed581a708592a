package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.deadletter.Change;
import io.daybook.evidence.ErasureReport;
import io.daybook.evidence.ErasureRequest;
import io.daybook.evidence.Evidence;
import io.daybook.gateway.Gateways;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import io.daybook.transaction.Erasure;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases what a person asks to have erased; amounts, and who did it and why, stay. */
@Command(
    name = "erase",
    description =
        "Removes payload, reference and raw bytes of transactions for good, in tables and archive.",
    footer = {
      "",
      "Searched are all pages of the days in which the tables have the transactions, and of the days",
      "beside them; with --all-pages all pages of the gateway. In place of a transaction a page keeps a",
      "note with its columns: verify then says \"erased\", and rebuild restores the row as erased. A",
      "later download is archived with the note, too. It is safe to type this again, and needed if a",
      "problem is told; what was erased by its reference is found again by its id only, as printed.",
      "Copies outside of this archive and database are not reached: backups, versions of a bucket."
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class EraseCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Person person = new Person();

  @Option(
      names = "--gateway",
      paramLabel = "G",
      required = true,
      description = "An enabled gateway.")
  private String gateway;

  @ArgGroup(multiplicity = "1")
  private Chosen chosen;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Kept for good; must not name the person.")
  private String reason;

  @Option(names = "--all-pages", description = "Search all pages of the gateway.")
  private boolean allPages;

  @Option(names = "--dry-run", description = "Search and print, and change nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print a JSON array of one object.")
  private boolean json;

  /** By what the transactions are found. */
  @SuppressWarnings("NullAway.Init")
  static final class Chosen {
    @Option(names = "--id", paramLabel = "ID", description = "The id of a transaction.")
    private @Nullable String id;

    @Option(
        names = "--reference",
        paramLabel = "REF",
        description = "The reference of one or more transactions.")
    private @Nullable String reference;
  }

  EraseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Change change = person.change(spec, reason);
    Settings settings = surroundings.settings(EnumSet.of(Need.DATABASE, Need.GATEWAYS));
    ErasureRequest request = request(settings, change);
    try (Evidence evidence = new Evidence(settings)) {
      ErasureReport report = evidence.erase(request);
      if (report.isEmpty()) {
        throw new CommandException(
            "%s has no such transaction; if it may stand in archived pages only, add --all-pages"
                .formatted(gateway));
      }
      tell(request, report);
      return report.problems().isEmpty() ? 0 : 1;
    }
  }

  private ErasureRequest request(Settings settings, Change change) {
    Erasure erasure =
        new Erasure(
            UUID.randomUUID().toString(),
            surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    return new ErasureRequest(
        Selection.gateway(new Gateways(settings.gateways()), gateway),
        chosen.id,
        chosen.reference,
        erasure,
        change.by(),
        reason,
        allPages,
        dryRun);
  }

  private void tell(ErasureRequest request, ErasureReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(out, List.of(object(request, report)));
      return;
    }
    out.println(
        "%s %s: %s%d versions, %d rejected, %d pages"
            .formatted(
                gateway,
                String.join(", ", report.ids()),
                dryRun ? "would be erased: " : "erased: ",
                report.versions(),
                report.rejected(),
                report.pages()));
    report.problems().forEach(spec.commandLine().getErr()::println);
  }

  private ObjectNode object(ErasureRequest request, ErasureReport report) {
    ObjectNode object = Json.object().put("gateway", gateway).put("dryRun", dryRun);
    object.put("erasure", dryRun ? null : request.erasure().id());
    report.ids().forEach(object.putArray("ids")::add);
    object
        .put("versions", report.versions())
        .put("rejected", report.rejected())
        .put("pages", report.pages());
    report.problems().forEach(object.putArray("problems")::add);
    return object;
  }
}
