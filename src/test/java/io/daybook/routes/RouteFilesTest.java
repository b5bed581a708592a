package io.daybook.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.route.HouseStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The route files as shipped keep to Camel's schema and to the house style. */
class RouteFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/routes");
  private static final RouteSchema SCHEMA = new RouteSchema();
  private static final Pattern COUNTED =
      Pattern.compile("classpath:(sql/\\S+)(?:(?!uri:)[\\s\\S])*?parametersCount: (\\d+)");
  private static final Pattern PARAMETER = Pattern.compile(":\\?\\w+");

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_route_file_keeps_to_the_schema_of_camel(String file) throws IOException {
    assertThat(SCHEMA.faults("routes/" + file, read(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_route_file_keeps_to_the_house_style(String file) throws IOException {
    assertThat(HouseStyle.faults("routes/" + file, read(file))).isEmpty();
  }

  /** A count spares the driver a question per batch; a wrong one would stop every day. */
  @ParameterizedTest
  @MethodSource("files")
  void a_count_of_parameters_is_that_of_its_statement(String file) throws IOException {
    Matcher counted = COUNTED.matcher(read(file));
    while (counted.find()) {
      String statement = Files.readString(Path.of("src/main/resources", counted.group(1)));
      assertThat(PARAMETER.matcher(statement).results().count())
          .as(counted.group(1))
          .isEqualTo(Long.parseLong(counted.group(2)));
    }
  }

  @Test
  void there_are_route_files_to_check() throws IOException {
    assertThat(files()).isNotEmpty();
  }

  private static String read(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }
}
