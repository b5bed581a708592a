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

  private String verify() {
    return shell.type("verify", World.YESTERDAY.toString()).out();
  }
}
