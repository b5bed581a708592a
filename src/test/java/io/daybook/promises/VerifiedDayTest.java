package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.command.Shell;
import io.daybook.testing.Archive;
import io.daybook.testing.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was archived is evidence: whatever was changed since, in a file or a row, is noticed. */
class VerifiedDayTest {
  private static final String FOLDER = "stripe/" + World.YESTERDAY + "/run-1/";
  private static final String PAGE = FOLDER + "page-000002.json.gz";
  private static final String MANIFEST = FOLDER + "manifest.json";

  private final World world = new World().with("daybook.gateways", "stripe");
  private final Watch watch = new Watch(world);
  private final Archive archive = new Archive(world);
  private final Shell shell = new Shell(world);

  @BeforeEach
  void store() {
    world.start();
    world.queues().send("stripe", Watch.day("stripe", World.YESTERDAY));
    watch.untilSucceeded(1);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_untouched_day_is_verified_and_its_manifest_says_what_was_asked_without_secrets()
      throws IOException {
    assertThat(verify().out())
        .isEqualTo(
            "stripe 2024-07-10 verified: run 1, %d pages, %d transactions\n"
                .formatted(
                    watch.number("SELECT count(*) FROM pages"),
                    watch.number("SELECT count(*) FROM transactions")));
    assertThat(verify().exitCode()).isZero();

    JsonNode manifest = new JsonMapper().readTree(archive.bytes(MANIFEST));
    assertThat(manifest.get("gateway").asText()).isEqualTo("stripe");
    assertThat(manifest.get("windowFrom").asText()).isEqualTo("2024-07-10T00:00:00Z");
    assertThat(manifest.get("pages")).isNotEmpty();
    Map<String, String> listed = new TreeMap<>();
    for (JsonNode page : manifest.get("pages")) {
      listed.put(page.get("file").asText(), page.get("fileSha256").asText());
      assertThat(page.get("request").asText())
          .startsWith("GET http://")
          .contains("/v1/balance_transactions?created%5Bgte%5D=1720569600");
      assertThat(page.get("status").asInt()).isEqualTo(200);
      assertThat(page.get("contentType").asText()).contains("json");
      assertThat(page.get("askedAt").asText()).isEqualTo("2024-07-11T12:00:00Z");
      assertThat(page.get("sha256").asText()).isEqualTo(archive.sha256OfContent(page));
    }
    assertThat(listed).isEqualTo(archive.sha256OfPages());
    assertThat(watch.lines("SELECT encode(manifest_sha256, 'hex') FROM runs"))
        .containsExactly(archive.sha256(MANIFEST));
    assertThat(new String(archive.bytes(MANIFEST), StandardCharsets.UTF_8))
        .doesNotContain(world.settings().get("daybook.gateway.stripe.secret-key"));
    assertThat(watch.lines("SELECT to_json(p)::text FROM pages p").toString())
        .doesNotContain(world.settings().get("daybook.gateway.stripe.secret-key"));
  }

  @Test
  void one_flipped_byte_of_a_page_names_run_and_page() throws IOException {
    byte[] intact = archive.bytes(PAGE);
    for (int place : List.of(0, 4, 9, intact.length / 2, intact.length - 1)) {
      archive.flip(PAGE, place);
      assertDamage("run 1 page 2: " + PAGE + " is not what it was");
      Files.write(archive.path(PAGE), intact);
    }
    assertThat(verify().exitCode()).isZero();
  }

  @Test
  void a_page_or_manifest_that_was_removed_changed_or_added_is_noticed() throws IOException {
    byte[] page = archive.take(PAGE);
    assertDamage("run 1 page 2: " + PAGE + " is missing");
    Files.write(archive.path(PAGE), page);

    byte[] manifest = archive.take(MANIFEST);
    assertDamage("run 1 manifest.json is missing");
    Files.write(archive.path(MANIFEST), manifest);
    archive.flip(MANIFEST, manifest.length / 2);
    assertDamage("run 1 manifest.json is not what it was");
    Files.write(archive.path(MANIFEST), manifest);

    Path surplus = archive.path(FOLDER + "page-000099.json.gz");
    Files.write(surplus, page);
    assertDamage("run 1: " + FOLDER + "page-000099.json.gz is surplus");
    Files.delete(surplus);

    world.sql().update("UPDATE pages SET request = 'GET http://elsewhere/' WHERE page = 2");
    assertDamage("run 1 manifest.json says of page 2: another request than the table");
  }

  @Test
  void a_page_that_the_table_no_longer_has_is_noticed() {
    world.sql().update("DELETE FROM pages WHERE page = 2");
    assertDamage("run 1 page 2: is not in the table pages");
  }

  @Test
  void a_row_that_was_changed_removed_or_added_by_hand_is_noticed() {
    String some = "(SELECT min(transaction_id) FROM transactions)";
    String id = watch.lines("SELECT min(transaction_id) FROM transactions").get(0);
    change(
        "UPDATE transactions SET amount_minor = amount_minor + 1 WHERE transaction_id = " + some);
    assertDamage("transaction " + id + " at position");
    assertDamage("its row was changed, but not by Daybook");
    change(
        "UPDATE transactions SET amount_minor = amount_minor - 1 WHERE transaction_id = " + some);
    assertThat(verify().exitCode()).isZero();

    change(
        "INSERT INTO transactions SELECT (jsonb_populate_record(t, '{\"transaction_id\":\"made-up\"}')).*"
            + " FROM transactions t WHERE transaction_id = "
            + some);
    assertDamage("1 rows of the day, such as [made-up], stand in no archived page of its runs");
    change("DELETE FROM transactions WHERE transaction_id = 'made-up'");
    change("DELETE FROM transactions WHERE transaction_id = " + some);
    assertDamage("transaction " + id + " at position");
    assertDamage("it is not in the table");
  }

  private void change(String statement) {
    assertThat(world.sql().update(statement)).isOne();
  }

  private void assertDamage(String expected) {
    Shell.Result result = verify();
    assertThat(result.out()).startsWith("stripe 2024-07-10 damaged: ").contains(expected);
    assertThat(result.lines()).hasSize(1);
    assertThat(result.exitCode()).isEqualTo(1);
  }

  private Shell.Result verify() {
    return shell.type("verify", "--gateway", "stripe", World.YESTERDAY.toString());
  }
}
