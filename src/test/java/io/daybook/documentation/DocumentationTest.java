package io.daybook.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

  private static final Path INDEX = Path.of("docs/README.md");
  private static final Path HOW = Path.of("docs/how-it-works.md");
  private static final Path PROMISES = Path.of("src/test/java/io/daybook/promises");

  @Test
  void no_link_leads_nowhere() throws IOException {
    for (Page page : Page.all()) {
      assertThat(page.links())
          .as("links of %s", page.file())
          .allSatisfy(link -> assertThat(page.leadsSomewhere(link)).as(link).isTrue());
    }
  }

  @Test
  void the_index_has_every_document() throws IOException {
    List<String> listed = Page.read(INDEX).links();
    try (Stream<Path> documents = Files.walk(Path.of("docs"))) {
      assertThat(documents.filter(d -> d.toString().endsWith(".md") && !d.equals(INDEX)))
          .extracting(d -> Path.of("docs").relativize(d).toString().replace('\\', '/'))
          .isSubsetOf(listed);
    }
  }

  @Test
  void each_promise_is_shown_by_tests_that_exist() {
    Pattern named = Pattern.compile("`(\\w+(?:Test|IT))`");
    assertThat(named.matcher(Page.read(HOW).text()).results().map(m -> m.group(1)))
        .isNotEmpty()
        .allSatisfy(test -> assertThat(PROMISES.resolve(test + ".java")).exists());
  }

  @Test
  void every_step_has_its_place_in_the_way_of_a_day() throws IOException {
    String how = Page.read(HOW).text();
    try (Stream<Path> routes = Files.list(Path.of("src/main/resources/routes"))) {
      assertThat(routes.map(r -> r.getFileName().toString()).filter(r -> r.endsWith(".camel.yaml")))
          .allSatisfy(r -> assertThat(how).contains("`" + r.replace(".camel.yaml", "") + "`"));
    }
  }
}
