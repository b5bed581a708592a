package io.daybook.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DockerfileTest {

  private final Dockerfile file;
  private final Dockerfile shipped;

  DockerfileTest() throws IOException {
    file = Dockerfile.read();
    shipped = file.shipped();
  }

  @Test
  void runs_as_a_user_who_is_not_root_and_has_a_number() {
    assertThat(shipped.last("USER")).matches("USER [1-9]\\d*(:\\d+)?");
  }

  @Test
  void starts_without_a_shell_so_that_sigterm_arrives() throws IOException {
    assertThat(shipped.words("ENTRYPOINT"))
        .startsWith("java")
        .contains("-XX:+ExitOnOutOfMemoryError", "io.daybook.Daybook")
        .anyMatch(word -> word.startsWith("-XX:MaxRAMPercentage="));
  }

  @Test
  void runs_the_routes_when_no_command_is_given() throws IOException {
    assertThat(shipped.words("CMD")).containsExactly("run");
  }

  @Test
  void pins_the_major_version_of_java_and_ships_no_compiler() {
    assertThat(file.all("FROM")).allMatch(from -> from.matches("FROM \\S+:\\d+\\S*( AS \\w+)?"));
    assertThat(shipped.last("FROM")).endsWith("-jre");
  }

  @Test
  void holds_no_secret_and_nothing_of_an_environment() {
    assertThat(file.instructions())
        .noneMatch(i -> i.startsWith("ARG ") && i.matches("(?i).*(secret|password|token|key).*"))
        .noneMatch(i -> i.startsWith("ENV ") && i.matches("(?i).*(secret|password|token|key).*"))
        .noneMatch(i -> i.matches("(COPY|ADD) .*(\\.env|\\.aws|credentials).*"));
  }

  @Test
  void copies_the_libraries_before_the_code_so_that_a_change_of_code_is_a_small_layer() {
    assertThat(shipped.all("COPY"))
        .extracting(copy -> copy.replaceFirst(".*/image/(\\w+).*", "$1"))
        .startsWith("libraries", "daybook");
  }

  @Test
  void keeps_raw_pages_on_a_volume_and_lets_health_and_metrics_be_asked_for() {
    String volume = shipped.last("VOLUME").replace("VOLUME ", "");
    assertThat(shipped.last("ENV"))
        .contains("DAYBOOK_ARCHIVE_DIRECTORY=" + volume)
        .contains("DAYBOOK_MANAGEMENT_HOST=0.0.0.0");
    assertThat(shipped.last("EXPOSE")).isEqualTo("EXPOSE 9876");
  }
}
