package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {
  private final World world = new World();
  private final Shell shell = new Shell(world);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "request", "status", "verify", "rebuild", "check", "migrate"})
  void helps_with_each_command(String command) {
    Shell.Result help = shell.type(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: daybook " + command);
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"recieve", "--wat", "status --wat", "request", "status --from yesterday"})
  void exits_2_with_the_usage_when_it_does_not_understand(String line) {
    Shell.Result result = shell.type(line.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Usage: daybook");
  }

  @Test
  void runs_the_routes_when_no_command_is_given() {
    world.with("daybook.store.writers", "0");

    Shell.Result result = shell.type();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo(
            """
            The configuration is not valid:
            daybook.store.writers is 0 (override): it must be a whole number from 1 to 16
            """);
    assertThat(shell.type("run")).isEqualTo(result);
  }
}
