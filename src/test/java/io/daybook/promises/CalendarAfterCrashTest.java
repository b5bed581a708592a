package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.Shell;
import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of each day stands in the tables and nowhere else. */
class CalendarAfterCrashTest {
  private static final List<String> CALENDAR =
      List.of("status", "--calendar", "--from", World.YESTERDAY.minusDays(9).toString());

  @Test
  void the_calendar_is_the_same_after_everything_was_killed_and_started_again() {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(EmbeddedDatabase.DIRECTORY);
        World world = new World(60, server.createDatabase())) {
      world.start();
      world.queues().send("anybody", World.YESTERDAY.minusDays(3).toString());
      world.queues().send("anybody", World.YESTERDAY.toString());
      new Watch(world).untilSucceeded(6);
      List<String> before = calendar(world);
      assertThat(before).anyMatch(line -> line.matches("stripe +\\?+o\\?+o"));
      assertThat(before).anyMatch(line -> line.matches("moyasar +\\?+\\.\\?+\\."));

      server.crash();
      server.resume();
      world.startAnew();
      assertThat(calendar(world)).isEqualTo(before);
    }
  }

  private static List<String> calendar(World world) {
    return new Shell(world).type(CALENDAR.toArray(String[]::new)).lines();
  }
}
