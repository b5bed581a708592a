package io.daybook.route;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The house style of route files: one notation, a name and a description for what matters, and none
 * of the options that lose data. It does not know Camel's options; the schema and loading the
 * routes check those.
 */
public final class HouseStyle {

  private static final List<HouseRule> RULES =
      Stream.of(
              FileRules.ALL,
              NameRules.ALL,
              DescriptionRules.ALL,
              CanonicalRules.ALL,
              StepRules.ALL,
              QueueRules.ALL,
              LossRules.ALL)
          .flatMap(List::stream)
          .toList();

  private HouseStyle() {}

  /**
   * Returns the faults of one file, by line. The name is relative to the routes directory, as in
   * {@code gateways/stripe.camel.yaml}: what stands in {@code gateways/} is judged as a gateway.
   */
  public static List<RouteFault> faults(String fileName, String yaml) {
    try {
      return faults(new RouteFile(fileName, yaml));
    } catch (YamlEngineException e) {
      return List.of(notYaml(fileName, e));
    }
  }

  /** Returns the faults of all {@code *.camel.yaml} below a directory, by file and line. */
  public static List<RouteFault> faultsIn(Path directory) throws IOException {
    List<RouteFault> faults = new ArrayList<>();
    for (Path file : routeFiles(directory)) {
      String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
      faults.addAll(faultsOf(name, file));
    }
    return faults;
  }

  /** Returns the names of all rules. */
  static List<String> rules() {
    return RULES.stream().map(HouseRule::name).toList();
  }

  /** Returns the faults that one rule finds. */
  static List<RouteFault> faults(String rule, String fileName, String yaml) {
    RouteFile file = new RouteFile(fileName, yaml);
    Stream<HouseRule> named = RULES.stream().filter(r -> r.name().equals(rule));
    return named.flatMap(r -> r.check().faults(file)).toList();
  }

  private static List<RouteFault> faults(RouteFile file) {
    return RULES.stream()
        .flatMap(rule -> rule.check().faults(file))
        .sorted(Comparator.comparingInt(RouteFault::line))
        .toList();
  }

  private static List<RouteFault> faultsOf(String name, Path file) throws IOException {
    try {
      return faults(name, Files.readString(file));
    } catch (CharacterCodingException e) {
      return List.of(new RouteFault(name, 1, "the file is not UTF-8; save it in that encoding"));
    }
  }

  private static List<Path> routeFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(f -> f.toString().endsWith(".camel.yaml")).sorted().toList();
    }
  }

  private static RouteFault notYaml(String fileName, YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      int line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      return new RouteFault(fileName, line, "the file is not YAML: " + marked.getProblem());
    }
    return new RouteFault(fileName, 1, "the file is not YAML: " + e.getMessage());
  }
}
