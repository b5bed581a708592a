package io.daybook.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sandbox writes rows and sends messages, so it has no business outside of this machine:
 * refuses to start where a setting, of the process or of its environment, leads elsewhere. Hosts
 * are judged by their text, names are not looked up.
 */
final class Loopback {
  private static final Pattern AUTHORITY = Pattern.compile("://(?:[^/?#@]*@)?([^/?#]*)");
  private static final Pattern OURS =
      Pattern.compile("(?i)daybook[._].*|aws[._]endpoint[._]?url.*");
  private static final Pattern HERE =
      Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

  private Loopback() {}

  /** Of this process: environment and system properties. */
  static void check() {
    Map<String, String> all = new TreeMap<>(System.getenv());
    System.getProperties().stringPropertyNames().forEach(p -> all.put(p, System.getProperty(p)));
    check(all);
  }

  static void check(Map<String, String> settings) {
    settings.forEach(
        (name, value) -> {
          if (OURS.matcher(name).matches()) {
            hosts(name, value).filter(host -> !isHere(host)).forEach(host -> refuse(name, host));
          }
        });
  }

  private static void refuse(String name, String host) {
    throw new IllegalStateException(
        name + " leads to " + host + ", and the sandbox stays on this machine: unset it");
  }

  private static Stream<String> hosts(String name, String value) {
    if (name.toLowerCase(Locale.ROOT).endsWith("host")) {
      return Stream.of(value);
    }
    Matcher authority = AUTHORITY.matcher(value);
    return authority.find() ? Stream.of(authority.group(1).split(",")) : Stream.empty();
  }

  private static boolean isHere(String hostAndPort) {
    return HERE.matcher(hostAndPort.replaceFirst(":\\d+$", "")).matches();
  }
}
