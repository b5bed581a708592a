package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.Shell;
import io.daybook.testing.Archive;
import io.daybook.testing.World;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Old pages go when they are told to; their hashes stay, and so does what a young seal rests on.
 */
class ExpiredPagesTest {
  private static final String LEFT =
      "SELECT count(*) FROM pages WHERE gone_at IS NULL AND file_sha256 IS NOT NULL";

  private final World world = new World().with("daybook.gateways", "stripe,moyasar");
  private final Watch watch = new Watch(world);
  private final Archive archive = new Archive(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void pages_older_than_the_setting_go_but_not_those_of_a_day_with_a_younger_seal()
      throws IOException {
    world.start();
    world.queues().send("anybody", World.YESTERDAY.toString());
    watch.untilSucceeded(2);
    long pages = watch.number(LEFT);
    long ofTheSealedDay =
        watch.number(
            "SELECT count(*) FROM pages JOIN runs USING (run_id) WHERE gateway = 'moyasar'");
    assertThat(ofTheSealedDay).isBetween(1L, pages - 1);
    world.sql().update("UPDATE runs SET finished_at = now() - interval '31 days'");
    world.sql().update("UPDATE seals SET sealed_at = now() - interval '29 days'");

    world
        .with("daybook.archive.keep-days", "30")
        .with("daybook.schedule.lookback-days", "0")
        .with("daybook.schedule.cron", "0/1 * * * * ?");
    world.startAnew();
    watch.until(ofTheSealedDay, LEFT);
    assertThat(archive.sha256OfPages().keySet())
        .hasSize((int) ofTheSealedDay)
        .allSatisfy(name -> assertThat(name).startsWith("moyasar/"));
    Shell.Result verified = new Shell(world).type("verify", World.YESTERDAY.toString());
    assertThat(verified.lines().get(0)).startsWith("stripe 2024-07-10 expired: retention removed");
    assertThat(verified.lines().get(1)).startsWith("moyasar 2024-07-10 verified: ");
    assertThat(verified.exitCode()).isZero();
    assertThat(new Shell(world).type("rebuild", "--gateway", "stripe", "2024-07-10").err())
        .contains("stripe 2024-07-10 is left out: retention removed the pages of run");

    world.sql().update("UPDATE seals SET sealed_at = now() - interval '31 days'");
    watch.until(0, LEFT);
    assertThat(archive.sha256OfPages()).isEmpty();
    assertThat(watch.number("SELECT count(*) FROM pages WHERE sha256 IS NOT NULL"))
        .isEqualTo(pages);
  }
}
