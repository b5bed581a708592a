package io.daybook.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Settings as lines for a shell. */
final class Exports {
  private Exports() {}

  /** With the AWS credentials of the embedded queue. */
  static String of(Map<String, String> settings) {
    Map<String, String> variables = new TreeMap<>();
    settings.forEach((name, value) -> variables.put(variable(name), value));
    variables.put("AWS_ACCESS_KEY_ID", EmbeddedQueue.CREDENTIAL);
    variables.put("AWS_SECRET_ACCESS_KEY", EmbeddedQueue.CREDENTIAL);
    StringBuilder lines = new StringBuilder();
    variables.forEach((name, value) -> lines.append("export %s='%s'%n".formatted(name, value)));
    return lines.toString();
  }

  private static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
