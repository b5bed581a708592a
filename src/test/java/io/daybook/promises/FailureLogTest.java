package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import io.daybook.Application;
import io.daybook.sandbox.Behaviour;
import io.daybook.testing.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an operator reads at night, with the jar's own logging: one line for each failure. */
class FailureLogTest {
  private static final String FIRST = " stripe 2024-07-10: run 1, attempt 1, failed: ";

  private final World world = new World().with("daybook.worker.attempts", "2");
  private final Watch watch = new Watch(world);
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PrintStream standardError = System.err;

  @BeforeEach
  void logAsTheJarDoes() throws JoranException {
    System.setErr(new PrintStream(screen, true, StandardCharsets.UTF_8));
    configure("/logback.xml");
  }

  @AfterEach
  void close() throws JoranException {
    world.close();
    System.setErr(standardError);
    configure("/logback-test.xml");
  }

  private static void configure(String file) throws JoranException {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(FailureLogTest.class.getResource(file));
  }

  @Test
  void a_gateway_that_fails_is_told_once_an_attempt_and_without_a_stack_trace() {
    world.gateways().stripe().behave(Behaviour.failing(1_000, 500));
    world.start();
    ask();
    watch.takeDeadLetter();
    watch.untilNothingIsAsked();
    String said = "Page 1 of stripe 2024-07-10 was answered with status 500";
    assertThat(alarms()).hasSize(2);
    assertThat(alarms().get(0)).contains(" WARN ", FIRST + said, "; tried again in 1 s");
    assertThat(alarms().get(1)).contains("run 2, attempt 2, failed: " + said, "; kept as a dead");
    assertThat(lines("asks for page 1 again")).hasSize(4);
    assertThat(traces()).isEmpty();
  }

  @Test
  void a_stop_is_no_alarm() {
    world.gateways().stripe().behave(Behaviour.slow(Duration.ofMillis(300)));
    Application application = world.start();
    ask();
    watch.until(1, "SELECT count(*) FROM batches WHERE page = 1");
    application.close();
    assertThat(lines("Daybook stops: stripe 2024-07-10 goes back to the queue")).hasSize(1);
    assertThat(alarms()).isEmpty();
    assertThat(traces()).isEmpty();
  }

  @Test
  void what_nobody_expected_is_told_with_its_stack_trace() {
    world.start();
    world.sql().execute("ALTER TABLE pages RENAME TO elsewhere");
    ask();
    watch.takeDeadLetter();
    watch.untilNothingIsAsked();
    assertThat(alarms()).hasSize(2);
    assertThat(alarms().get(0)).contains(" ERROR ", FIRST, "; tried again in 1 s");
    assertThat(traces()).isNotEmpty();
  }

  private void ask() {
    world.queues().send("stripe", Watch.day("stripe", World.YESTERDAY));
  }

  private List<String> alarms() {
    return screen
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
        .toList();
  }

  private List<String> lines(String part) {
    return screen.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains(part)).toList();
  }

  private List<String> traces() {
    return lines("\tat ");
  }
}
