package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.command.Shell;
import io.daybook.database.Migrations;
import io.daybook.proof.PlanProof;
import io.daybook.proof.PlanSite;
import io.daybook.sandbox.Answer;
import io.daybook.settings.Settings;
import io.daybook.testing.Deadly;
import io.daybook.testing.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan tells what a run would write, as the run then writes it, and writes nothing itself. */
class PlanTest {
  private static final String RUN =
      """
      SELECT format('new %s · changed %s · unchanged %s · vanished %s · rejected %s · outside %s · repeated %s · skipped %s',
                    inserted, changed, unchanged, vanished, rejected, outside, repeated, skipped)
      FROM runs ORDER BY run_id DESC LIMIT 1
      """;

  @Test
  void says_exactly_what_the_run_then_does_and_writes_nothing() {
    assertThat(PlanProof.faults(1_500, 150)).isEmpty();
  }

  @Test
  void counts_as_a_run_does_what_is_rejected_outside_listed_twice_or_listed_again() {
    try (PlanSite site = site()) {
      site.list(List.of(paid("a", 1), paid("b", 1), paid("gone", 1), paid("back", 1)));
      site.store();
      site.list(List.of(paid("a", 1), paid("b", 1), paid("gone", 1)));
      site.store();
      String other = paid("c", 1).replace(PlanSite.DATE.toString(), "2024-07-09");
      String bad = paid("d", 1).replace("paid", "disputed");
      site.page(1, 8, "2", List.of(paid("a", 1), paid("b", 2), paid("n", 1), bad, other));
      site.page(2, 8, "3", List.of(paid("a", 1), paid("b", 2), paid("n", 1), paid("back", 1), bad));
      site.page(3, 8, "null", List.of(paid("n", 2), paid("m", 1), paid("m", 1)));

      List<String> lines = site.type().lines();
      site.store();
      assertThat(lines.get(0)).isEqualTo("own 2024-07-10: " + site.lines(RUN).get(0));
      assertThat(lines)
          .contains(
              "  new n: payment, paid, 1 minor units of SAR, 2024-07-10T12:00:00Z",
              "  changed b because of the gateway",
              "    amount_minor: 1 -> 2",
              "    $.amount: 1 -> 2",
              "  changed n because of the gateway: listed twice, and not alike",
              "  changed back because of the gateway: it had vanished, and is listed again")
          .anyMatch(line -> line.startsWith("  rejected: Page 1 of own 2024-07-10, position 3:"));
    }
  }

  @Test
  void nothing_vanishes_by_a_download_that_contradicts_itself_nor_in_the_plan_of_one() {
    try (PlanSite site = site()) {
      site.list(List.of(paid("a", 1), paid("b", 1)));
      site.store();
      site.page(1, 2, "null", List.of(paid("a", 1)));
      JsonNode plan = site.plan();
      site.store();
      assertThat(plan.get("vanished").asInt()).isZero();
      assertThat(site.number("SELECT count(*) FROM transactions WHERE vanished_at IS NOT NULL"))
          .isZero();

      site.page(1, 3, "null", List.of(paid("c", 1), paid("d", 1), paid("e", 1)));
      assertThat(site.type("--limit", "1").lines())
          .hasSize(5)
          .contains("  … and 2 more new", "  … and 1 more vanished");
    }
  }

  @Test
  void a_gateway_that_refuses_is_one_clear_line_and_neither_secrets_nor_pages_are_left()
      throws IOException {
    try (World world = new World().with("daybook.gateways", "stripe")) {
      world.start().close();
      String key = world.settings().get("daybook.gateway.stripe.secret-key");
      world
          .gateways()
          .stripe()
          .behave(
              (request, honest) ->
                  Answer.of(401, "application/json", "{\"error\":\"bad key " + key + "\"}"));
      Shell.Result refused = new Shell(world).type("request", "--plan", "2024-07-10");
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err())
          .contains("stripe 2024-07-10", "401", "check the gateway's credentials")
          .doesNotContain(key);
      assertThat(refused.out()).isEmpty();
      assertThat(temporary()).isEmpty();

      world
          .gateways()
          .stripe()
          .behave(
              (request, honest) ->
                  honest
                      .get()
                      .withBody(
                          honest
                              .get()
                              .text()
                              .replace("\"charge\"", "\"" + key + "\"")
                              .getBytes(StandardCharsets.UTF_8)));
      Shell.Result plan = new Shell(world).type("request", "--plan", "2024-07-10", "--limit", "1");
      assertThat(plan.out()).contains("new txn_", ": ******, ").doesNotContain(key);
      assertThat(temporary()).isEmpty();
    }
  }

  @Test
  void ends_with_one_clear_line_when_the_thread_dies_that_goes_through_a_page(@TempDir Path routes)
      throws IOException {
    Files.writeString(routes.resolve("store-batch.camel.yaml"), Deadly.route("store-batch"));
    try (World world = new World().with("daybook.gateways", "stripe")) {
      world
          .with("daybook.routes.directory", routes.toString())
          .with("daybook.routes.replace-steps", "true");
      Migrations.migrate(Settings.of(world.settings()).database());
      Shell.Result died = new Shell(world).type("request", "--plan", "2024-07-10");
      assertThat(died.exitCode()).isEqualTo(1);
      assertThat(died.err()).contains("stripe 2024-07-10", "died of NoClassDefFoundError");
      assertThat(temporary()).isEmpty();
    }
  }

  @Test
  void is_not_for_a_day_that_is_not_over_nor_for_more_days_than_somebody_waits_for() {
    try (World world = new World().with("daybook.gateways", "stripe")) {
      Shell shell = new Shell(world);
      assertThat(shell.type("request", "--plan", "2024-07-11").err()).contains("is not over yet");
      assertThat(shell.type("request", "--plan", "2024-06-01..2024-07-02", "--only=all").err())
          .contains("32 days; plan at most 31");
      assertThat(shell.type("request", "--plan", "--dry-run", "2024-07-10").exitCode())
          .isEqualTo(2);
    }
  }

  private static PlanSite site() {
    return new PlanSite(UnaryOperator.identity());
  }

  private static String paid(String id, int amount) {
    return PlanSite.transaction(id, amount, amount, "");
  }

  /** What plans of this process have left. */
  private static List<Path> temporary() throws IOException {
    Path one = Files.createTempFile("one", "");
    Files.delete(one);
    String prefix = "daybook-plan-" + ProcessHandle.current().pid();
    try (Stream<Path> files = Files.list(one.getParent())) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
  }
}
