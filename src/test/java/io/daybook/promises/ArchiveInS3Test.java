package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.Shell;
import io.daybook.testing.Bucket;
import io.daybook.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The archive may be a bucket: pages, manifests, verify, rebuild and retention are the same. */
class ArchiveInS3Test {
  private static final String FOLDER = "moyasar/" + World.YESTERDAY + "/run-1/";

  private final Bucket bucket = new Bucket();
  private final World world =
      new World()
          .with("daybook.gateways", "moyasar")
          .with("daybook.archive.bucket", Bucket.NAME)
          .with("daybook.archive.endpoint", bucket.endpoint());
  private final Watch watch = new Watch(world);
  private final Shell shell = new Shell(world);

  @AfterEach
  void close() {
    world.close();
    bucket.close();
  }

  @Test
  void a_day_is_archived_verified_rebuilt_and_removed_and_damage_is_noticed() {
    world.start();
    world.queues().send("moyasar", Watch.day("moyasar", World.YESTERDAY));
    watch.untilSucceeded(1);
    assertThat(bucket.objects().keySet())
        .contains(FOLDER + "manifest.json", FOLDER + "page-000001.json.gz");
    assertThat(verify()).startsWith("moyasar 2024-07-10 verified: run 1, ");

    world.sql().update("DELETE FROM transactions");
    assertThat(shell.type("rebuild", World.YESTERDAY.toString()).exitCode()).isZero();
    watch.untilSucceeded(2);
    assertThat(world.differences("moyasar", World.YESTERDAY)).isEmpty();
    assertThat(verify()).startsWith("moyasar 2024-07-10 verified: run 1, ");

    String page = FOLDER + "page-000002.json.gz";
    bucket.objects().get(page)[99] ^= 1;
    assertThat(verify()).contains("damaged: run 1 page 2: " + page + " is not what it was");
    bucket.objects().remove(page);
    assertThat(verify()).contains("damaged: run 1 page 2: " + page + " is missing");

    world.sql().update("UPDATE runs SET finished_at = now() - interval '31 days'");
    world.sql().update("DELETE FROM seals");
    world
        .with("daybook.archive.keep-days", "30")
        .with("daybook.schedule.lookback-days", "0")
        .with("daybook.schedule.cron", "0/1 * * * * ?");
    world.startAnew();
    watch.until(0, "SELECT count(*) FROM pages WHERE gone_at IS NULL");
    assertThat(bucket.objects()).isEmpty();
  }

  @Test
  void a_transaction_is_erased_in_the_bucket_and_its_neighbours_stay_verified() {
    world.start();
    world.queues().send("moyasar", Watch.day("moyasar", World.YESTERDAY));
    watch.untilSucceeded(1);
    String id = watch.lines("SELECT min(transaction_id) FROM transactions").get(0);
    int files = bucket.objects().size();
    Shell.Result erased =
        shell.type("erase", "--gateway", "moyasar", "--id", id, "--by", "anna", "--reason", "mail");
    assertThat(erased.lines())
        .containsExactly("moyasar " + id + ": erased: 1 versions, 0 rejected, 1 pages");
    assertThat(bucket.objects()).hasSize(files);
    assertThat(verify()).startsWith("moyasar 2024-07-10 erased: run 1, ").contains(" by anna on ");

    world.sql().update("DELETE FROM transactions");
    assertThat(shell.type("rebuild", World.YESTERDAY.toString()).exitCode()).isZero();
    watch.untilSucceeded(2);
    assertThat(world.differences("moyasar", World.YESTERDAY)).isEmpty();
    assertThat(watch.number("SELECT count(*) FROM transactions WHERE erased_at IS NOT NULL"))
        .isOne();
    String page = watch.lines("SELECT archived_as FROM pages WHERE erased_at IS NOT NULL").get(0);
    bucket.objects().get(page)[99] ^= 1;
    assertThat(verify()).contains(" damaged: run 1 page ").contains(page + " is not what it was");
  }

  private String verify() {
    return shell.type("verify", World.YESTERDAY.toString()).out();
  }
}
