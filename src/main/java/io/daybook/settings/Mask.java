package io.daybook.settings;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps secrets out of messages: those of settings whose name says so, and those inside a URL. */
final class Mask {
  private static final String MASKED = "******";
  private static final Pattern SECRET_NAME =
      Pattern.compile("secret|password|token|key$", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_URL =
      Pattern.compile(
          "(?<=://)[^/@\\s]*(?=@)|(?<=[?&][\\w.-]{0,40}(password|secret|token|key)=)[^&\\s]*");

  private Mask() {}

  static String value(String name, String value) {
    if (value.isEmpty()) {
      return value;
    }
    return isSecret(name) ? MASKED : IN_URL.matcher(value).replaceAll(MASKED);
  }

  static Map<String, String> values(Map<String, String> values) {
    Map<String, String> masked = new TreeMap<>();
    values.forEach((name, value) -> masked.put(name, value(name, value)));
    return masked;
  }

  static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}
