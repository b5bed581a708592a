package io.daybook.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.routes.BrokenRoute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseStyleTest {

  private static final String FINE =
      """
      # Stores pages.
      - route:
          id: store-page
          description: Stores the transactions of one page.
          from:
            uri: direct:store-page
            steps:
              - to: {uri: "direct:store-batch"}
      """;

  static List<String> rules() {
    return HouseStyle.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void each_rule_has_a_broken_example_that_it_reports(String rule) throws IOException {
    List<BrokenRoute> examples =
        BrokenRoute.all().stream().filter(example -> example.rule().equals(rule)).toList();
    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(e -> assertThat(HouseStyle.faults(rule, e.fileName(), e.yaml())).isNotEmpty());
  }

  @Test
  void finds_nothing_in_a_file_that_keeps_the_rules() {
    assertThat(HouseStyle.faults("store-page.camel.yaml", FINE)).isEmpty();
  }

  @Test
  void reports_all_files_of_a_directory_and_of_its_folders(@TempDir Path directory)
      throws IOException {
    Files.createDirectory(directory.resolve("gateways"));
    Files.writeString(directory.resolve("gateways/acme.camel.yaml"), FINE);
    Files.writeString(directory.resolve("fetch-page.camel.yaml"), FINE);
    Files.writeString(directory.resolve("README.md"), "not a route");
    assertThat(HouseStyle.faultsIn(directory))
        .extracting(RouteFault::file)
        .containsExactly("fetch-page.camel.yaml", "gateways/acme.camel.yaml");
  }

  @Test
  void reports_a_file_that_is_not_utf_8(@TempDir Path directory) throws IOException {
    Files.write(directory.resolve("store-page.camel.yaml"), new byte[] {'#', (byte) 0xFC});
    assertThat(HouseStyle.faultsIn(directory))
        .containsExactly(
            new RouteFault(
                "store-page.camel.yaml", 1, "the file is not UTF-8; save it in that encoding"));
  }

  @Test
  void shows_a_fault_as_file_line_and_reason() {
    assertThat(new RouteFault("store-page.camel.yaml", 12, "no id; add one"))
        .hasToString("store-page.camel.yaml:12: no id; add one");
  }
}
