package io.daybook.proof;

import io.daybook.command.CommandLines;
import io.daybook.command.Surroundings;
import io.daybook.database.Migrations;
import io.daybook.settings.Settings;
import io.daybook.testing.Letters;
import io.daybook.testing.World;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Redrives 1,000 dead letters of 5 causes and 20 gateways: by filter, by rate, and with a command
 * that is killed half-way. Prints what it counts, and exits 1 if anything is lost or doubled.
 */
public final class RedriveProof {
  private static final int COUNT = 1_000;

  private final World world = new World();
  private final Letters letters = new Letters(world);
  private boolean failed;

  public static void main(String[] args) {
    try {
      System.exit(new RedriveProof().run() ? 0 : 1);
    } catch (Exception e) {
      e.printStackTrace(); // exec:java would wait for the servers' threads before it told
      System.exit(1);
    }
  }

  private boolean run() throws Exception {
    Migrations.migrate(Settings.of(world.settings()).database());
    letters.add(COUNT);
    long start = System.nanoTime();
    check("listed at once", COUNT, lines(type("list"), " yes "));
    System.out.printf("list took %.1f s%n", (System.nanoTime() - start) / 1e9);
    check("printed by a dry run", COUNT, type("redrive", "--all", "--dry-run").size());
    check("moved by the dry run", 0, letters.asked());
    Set<String> bodies = new HashSet<>();
    int moved = 0;
    moved += filter(bodies, 50, "--gateway", "gateway-03");
    moved += filter(bodies, 190, "--cause", "gateway-refused");
    moved += filter(bodies, 7, "--cause", "internal", "--limit", "7");
    moved += rate(bodies);
    kill(bodies, COUNT - moved);
    check("distinct bodies on the days queue in all", COUNT, bodies.size());
    check("left on the dead-letter queue", 0, letters.held());
    check("rows redriven once", COUNT, number("state = 'redriven' AND redrives = 1"));
    return !failed;
  }

  private int filter(Set<String> bodies, int count, String... filter) {
    List<String> words = new ArrayList<>(List.of("redrive", "--rate", "1000"));
    words.addAll(List.of(filter));
    type(words.toArray(String[]::new));
    take(bodies, String.join(" ", filter), count);
    return count;
  }

  private int rate(Set<String> bodies) {
    type("redrive", "--cause", "gateway-answer", "--rate", "20");
    List<Message> asked = take(bodies, "--cause gateway-answer --rate 20", 190);
    List<Long> sent =
        asked.stream()
            .map(m -> Long.valueOf(m.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP)))
            .sorted()
            .toList();
    double rate = 189_000.0 / (sent.get(189) - sent.get(0));
    System.out.printf(Locale.ROOT, "rate asked for 20/s, measured %.2f/s%n", rate);
    failed |= Math.abs(rate - 20) > 2;
    return 190;
  }

  private void kill(Set<String> bodies, int count) throws Exception {
    Process process = process("redrive", "--all", "--rate", "50");
    while (number("state = 'redriven'") < COUNT - count / 2 && process.isAlive()) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    int before = number("state = 'redriven'") - (COUNT - count);
    System.out.printf("killed when %d of %d were marked%n", before, count);
    failed |= before >= count;
    long start = System.nanoTime();
    type("redrive", "--all", "--rate", "200");
    System.out.printf("typed again: %.1f s%n", (System.nanoTime() - start) / 1e9);
    take(bodies, "killed half-way and typed again", count);
  }

  private List<Message> take(Set<String> bodies, String what, int count) {
    List<Message> asked = letters.takeAsked();
    check(what, count, asked.size());
    asked.forEach(message -> bodies.add(message.body()));
    return asked;
  }

  private void check(String what, int expected, int found) {
    failed |= expected != found;
    System.out.printf("%s %s: %d%n", expected == found ? "ok   " : "FAULT", what, found);
  }

  private static int lines(List<String> lines, String part) {
    return (int) lines.stream().filter(line -> line.contains(part)).count();
  }

  private int number(String where) {
    return world
        .sql()
        .queryForObject("SELECT count(*) FROM dead_letters WHERE " + where, Integer.class);
  }

  private List<String> type(String... words) {
    StringWriter out = new StringWriter();
    Map<String, String> settings = world.settings();
    Surroundings here =
        new Surroundings(needs -> Settings.examine(settings, needs), Clock.systemUTC(), () -> {});
    String[] line =
        Stream.concat(Stream.of("dead-letters"), Stream.of(words)).toArray(String[]::new);
    failed |= CommandLines.of(here).setOut(new PrintWriter(out, true)).execute(line) != 0;
    return out.toString().lines().toList();
  }

  private Process process(String... words) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", classPath(), "io.daybook.Daybook", "dead-letters"));
    line.addAll(List.of(words));
    ProcessBuilder process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(new File("target", "redrive-proof.log"));
    Map<String, String> environment = process.environment();
    world
        .settings()
        .forEach(
            (name, value) ->
                environment.put(
                    name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
    environment.put("AWS_ACCESS_KEY_ID", "x");
    environment.put("AWS_SECRET_ACCESS_KEY", "x");
    return process.start();
  }

  /** exec:java runs us in a class loader of its own. */
  private static String classPath() {
    return RedriveProof.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
        : System.getProperty("java.class.path");
  }
}
