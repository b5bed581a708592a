package io.daybook.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.route.HouseStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The route files as shipped keep to Camel's schema and to the house style. */
class RouteFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/routes");
  private static final RouteSchema SCHEMA = new RouteSchema();

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

  @Test
  void there_are_route_files_to_check() throws IOException {
    assertThat(files()).isNotEmpty();
  }

  private static String read(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }
}
