package io.daybook.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables and columns as the migrations make them, and as the page describes them. */
class TablesPageTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path PAGE = Path.of("docs/reference/tables.md");
  private static final Pattern TABLE = Pattern.compile("(?s)CREATE TABLE (\\w+) \\((.*?)\\n\\);");
  private static final Pattern ADDED =
      Pattern.compile("(?s)ALTER TABLE (\\w+)\\s+(ADD COLUMN .*?);");
  private static final Pattern ADDED_COLUMN = Pattern.compile("ADD COLUMN (\\w+)");
  private static final Pattern COLUMN = Pattern.compile("(?m)^  ([a-z]\\w*)\\s");
  private static final Pattern SECTION = Pattern.compile("(?s)\\n## (\\w+)\\n(.*?)(?=\\n## |$)");
  private static final Pattern NAME = Pattern.compile("`([a-z]\\w*)`");

  @Test
  void each_table_and_column_is_described() throws IOException {
    Map<String, Set<String>> described = named(SECTION, NAME, Files.readString(PAGE));
    BiConsumer<String, Set<String>> check =
        (table, columns) ->
            assertThat(described.getOrDefault(table, Set.of()))
                .as("described columns of %s", table)
                .containsAll(columns);
    named(TABLE, COLUMN, migrations()).forEach(check);
    named(ADDED, ADDED_COLUMN, migrations()).forEach(check);
  }

  @Test
  void no_table_is_described_that_does_not_exist() throws IOException {
    String sql = migrations();
    assertThat(named(SECTION, NAME, Files.readString(PAGE)).keySet())
        .allSatisfy(table -> assertThat(sql).containsPattern("CREATE (TABLE|VIEW) " + table));
  }

  private static String migrations() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static Map<String, Set<String>> named(Pattern part, Pattern name, String text) {
    Map<String, Set<String>> named = new TreeMap<>();
    for (MatchResult found : part.matcher(text).results().toList()) {
      Set<String> names =
          name.matcher("\n" + found.group(2)).results().map(m -> m.group(1)).collect(toSet());
      named.computeIfAbsent(found.group(1), table -> new TreeSet<>()).addAll(names);
    }
    return named;
  }
}
