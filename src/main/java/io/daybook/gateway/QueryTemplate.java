package io.daybook.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query string with placeholders, such as {@code created[gte]={from}&starting_after={cursor}}.
 * Names and values are percent-encoded, so that no value can add a parameter; a parameter whose
 * placeholder has no value (no cursor yet) is left out.
 */
final class QueryTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  private final List<String[]> parameters;

  /** Takes the template and the placeholders that it may use; any other is a mistake in it. */
  QueryTemplate(String template, Set<String> known) {
    PLACEHOLDER
        .matcher(template)
        .results()
        .map(each -> each.group(1))
        .filter(each -> !known.contains(each))
        .findFirst()
        .ifPresent(each -> refuse(each, known));
    parameters = Arrays.stream(template.split("&", -1)).map(QueryTemplate::nameAndValue).toList();
  }

  private static void refuse(String placeholder, Set<String> known) {
    throw new IllegalArgumentException(
        "query has no placeholder {%s}; known are %s".formatted(placeholder, new TreeSet<>(known)));
  }

  private static String[] nameAndValue(String parameter) {
    String[] parts = parameter.strip().split("=", 2);
    if (parts.length != 2 || parts[0].isEmpty()) {
      throw new IllegalArgumentException(
          "query must be name=value pairs joined with &, was \"" + parameter + "\"");
    }
    return parts;
  }

  String fill(Map<String, String> values) {
    return parameters.stream()
        .map(parameter -> filled(parameter, values))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("&"));
  }

  private static @Nullable String filled(String[] parameter, Map<String, String> values) {
    StringBuilder value = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(parameter[1]);
    while (matcher.find()) {
      String replacement = values.get(matcher.group(1));
      if (replacement == null) {
        return null;
      }
      matcher.appendReplacement(value, Matcher.quoteReplacement(replacement));
    }
    return encode(parameter[0]) + "=" + encode(matcher.appendTail(value).toString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
