package io.daybook.routes;

import static java.util.stream.Collectors.joining;

import io.daybook.route.RouteFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that breaks one rule, in a folder named as the rule. Its first lines say what is reported:
 * {@code # Line 7: reason}, going on in lines that begin with {@code # }.
 */
public record BrokenRoute(String rule, String fileName, String yaml) {

  private static final Path FOLDER = Path.of("src/test/resources/broken-routes");
  private static final Pattern REPORTED = Pattern.compile("# Line (\\d+): (.*(?:\\n#   .*)*)");

  /** Returns all examples, sorted by rule. */
  public static List<BrokenRoute> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().map(BrokenRoute::read).toList();
    }
  }

  /** Returns the faults that its first lines announce. */
  public List<RouteFault> reported() {
    return REPORTED
        .matcher(head())
        .results()
        .map(r -> new RouteFault(fileName, Integer.parseInt(r.group(1)), unfolded(r.group(2))))
        .toList();
  }

  @Override
  public String toString() {
    return rule + "/" + fileName;
  }

  private String head() {
    return yaml.lines().takeWhile(line -> line.startsWith("#")).collect(joining("\n"));
  }

  private static String unfolded(String reason) {
    return reason.replace("\n#  ", "");
  }

  private static BrokenRoute read(Path file) {
    Path rule = FOLDER.relativize(file).getName(0);
    String name = FOLDER.resolve(rule).relativize(file).toString().replace('\\', '/');
    try {
      return new BrokenRoute(rule.toString(), name, Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
