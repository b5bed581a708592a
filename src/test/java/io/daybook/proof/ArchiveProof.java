package io.daybook.proof;

import io.daybook.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The archive cannot be written, by obstacles that stop root, too: a file where a directory must
 * be, and the device that is always full where a page must be. Such days fail clearly and store
 * nothing of the page; when the obstacle is gone, a redrive makes them whole.
 */
public final class ArchiveProof {
  private static final Path FULL = Path.of("/dev/full");
  private static final int PER_PAGE = 100;

  private ArchiveProof() {}

  /** Returns whether this system has a device that is always full. */
  public static boolean canBeShown() {
    return Files.exists(FULL);
  }

  /** Returns what was wrong. */
  public static List<String> run() throws IOException {
    try (World world = new World().with("daybook.worker.attempts", "1")) {
      Path archive = Path.of(world.settings().get("daybook.archive.directory"));
      Path noDirectory = archive.resolve("moyasar");
      Path secondPage = archive.resolve("stripe/2024-07-10/run-1/page-000002.json.gz.part");
      Files.createDirectories(secondPage.getParent());
      Files.createSymbolicLink(secondPage, FULL);
      Files.writeString(noDirectory, "in the way");
      Outage broken = new Outage("archive", world);
      world.start();
      ask(world, "stripe");
      broken.until("it failed", () -> broken.deadLettersHeld() == 1);
      ask(world, "moyasar");
      broken.until("both failed", () -> broken.deadLettersHeld() == 2);
      look(broken, archive);
      Files.delete(noDirectory);
      redrive(world);
      broken.until("nothing is asked", () -> broken.asked() == 0);
      broken.check(
          "days after the redrive",
          List.of("moyasar sealed", "stripe stored"),
          broken.lines("SELECT gateway || ' ' || state FROM days ORDER BY 1"));
      for (String gateway : List.of("stripe", "moyasar")) {
        List<String> differences = world.differences(gateway, World.YESTERDAY);
        broken.check(gateway + " against its books", List.of(), differences);
      }
      return broken.faults();
    }
  }

  private static void ask(World world, String gateway) {
    String day = "{\"gateway\":\"%s\",\"date\":\"%s\"}".formatted(gateway, World.YESTERDAY);
    world.queues().send(gateway, day);
  }

  private static void look(Outage broken, Path archive) throws IOException {
    broken.check(
        "days",
        List.of("moyasar failed archive-unavailable", "stripe failed archive-unavailable"),
        broken.lines("SELECT gateway || ' ' || state || ' ' || cause FROM days ORDER BY 1"));
    List<String> errors = broken.lines("SELECT error FROM dead_letters ORDER BY gateway");
    errors.forEach(broken::say);
    String what = "of %s 2024-07-10 cannot be written to the archive " + archive;
    String next =
        "make room or make it writable, or set daybook.archive.directory; then redrive the day";
    broken.contains(errors.get(0), what.formatted("moyasar"), "Not a directory", next);
    broken.contains(errors.get(1), "Page 2 " + what.formatted("stripe"), "No space left", next);
    broken.check(
        "rows: the page before the full one, and no more",
        List.of("stripe " + PER_PAGE),
        broken.lines("SELECT gateway || ' ' || count(*) FROM transactions GROUP BY gateway"));
    broken.check("pages", List.of("1"), broken.lines("SELECT page FROM pages"));
    try (var files = Files.walk(archive)) {
      broken.check(
          "unfinished files", 0L, files.filter(f -> f.toString().endsWith(".part")).count());
    }
  }

  private static void redrive(World world) {
    String url = world.queues().deadLettersUrl();
    for (var letter : world.queues().receive(url)) {
      world.queues().send("redriven", letter.body(), "redriven-" + letter.messageId());
      world.queues().delete(url, letter);
    }
  }
}
