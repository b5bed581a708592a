package io.daybook.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where settings come from, strongest first: system properties (or a test's overrides), the
 * environment, {@code application.properties} in the working directory, the jar's own. The jar's
 * names are all names there are.
 */
record Sources(List<Source> named, Map<String, String> environment, Map<String, String> defaults) {

  static final String FILE = "application.properties";
  static final String PREFIX = "daybook.";
  private static final String ENVIRONMENT_PREFIX = "DAYBOOK_";

  /** What Kubernetes sets for each service; a service may well be called daybook. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile("\\w+_SERVICE_(HOST|PORT(_\\w+)?)=.*|\\w+_PORT(_\\w+)?=(tcp|udp|sctp)://.*");

  private static final Pattern SERVICE_LINK_PART =
      Pattern.compile("\\w+_PORT_\\d+_(TCP|UDP|SCTP)_(PROTO|PORT|ADDR)");

  /** Values by setting; the words name the place for whoever has to correct one. */
  record Source(String words, Map<String, String> values) {}

  /** A value and the words for where it was found. */
  record Found(String value, String where) {}

  static Sources real() {
    return of(daybookOnly(System.getProperties()), System.getenv(), Path.of(FILE));
  }

  static Sources of(Map<String, String> system, Map<String, String> environment, Path file) {
    return new Sources(
        List.of(new Source("system property", system), new Source(file.toString(), read(file))),
        environment,
        jar());
  }

  static Sources overrides(Map<String, String> overrides) {
    return new Sources(List.of(new Source("override", overrides)), Map.of(), jar());
  }

  /** The strongest value of a setting; white space around it never counts. */
  Optional<Found> find(String name) {
    Source strongest = named.get(0);
    if (strongest.values().containsKey(name)) {
      return Optional.of(found(strongest, name));
    }
    String variable = variable(name);
    String value = variables().get(variable);
    if (value != null) {
      return Optional.of(new Found(value.strip(), "environment variable " + variable));
    }
    return named.stream()
        .filter(source -> source.values().containsKey(name))
        .findFirst()
        .map(source -> found(source, name));
  }

  /** What AWS's own variable says, or else where its SDKs have always gone first. */
  String region() {
    String region = environment.get("AWS_REGION");
    return region == null || region.isBlank() ? "us-east-1" : region.strip();
  }

  /** Variables that begin as ours do, without those of Kubernetes. */
  Map<String, String> variables() {
    Map<String, String> ours = new TreeMap<>();
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(ENVIRONMENT_PREFIX) && !isServiceLink(variable, value)) {
            ours.put(variable, value);
          }
        });
    return ours;
  }

  static String variable(String name) {
    return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static boolean isServiceLink(String variable, String value) {
    return SERVICE_LINK.matcher(variable + "=" + value).matches()
        || SERVICE_LINK_PART.matcher(variable).matches();
  }

  private static Found found(Source source, String name) {
    return new Found(source.values().getOrDefault(name, "").strip(), source.words());
  }

  private static Map<String, String> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      return daybookOnly(load(reader));
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(
          List.of("%s cannot be read: %s".formatted(file.toAbsolutePath(), e)));
    }
  }

  private static Map<String, String> jar() {
    try (InputStream stream = Sources.class.getResourceAsStream("/" + FILE)) {
      if (stream == null) {
        throw new IllegalStateException("The jar has no " + FILE + "; build it again");
      }
      return daybookOnly(load(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's " + FILE + " cannot be read", e);
    }
  }

  private static Properties load(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    return properties;
  }

  private static Map<String, String> daybookOnly(Properties properties) {
    Map<String, String> ours = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        ours.put(name, properties.getProperty(name));
      }
    }
    return ours;
  }
}
