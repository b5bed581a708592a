package io.daybook.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as a stand-in received it: the how many-th, with the query decoded; header names in
 * any case.
 */
public record Request(
    int number,
    String method,
    String path,
    Map<String, String> query,
    Map<String, List<String>> headers) {

  static Request of(int number, HttpExchange exchange) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    return new Request(
        number,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parse(exchange.getRequestURI().getRawQuery()),
        headers);
  }

  /** From the lines of a request as they came over a connection. */
  static Request of(int number, List<String> head) {
    String[] first = head.get(0).split(" ", 3);
    String[] target = first[1].split("\\?", 2);
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : head.subList(1, head.size())) {
      String[] header = line.split(":", 2);
      headers.put(header[0], List.of(header[1].strip()));
    }
    return new Request(
        number, first[0], target[0], parse(target.length == 1 ? null : target[1]), headers);
  }

  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  private static Map<String, String> parse(@Nullable String rawQuery) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair :
        rawQuery == null || rawQuery.isEmpty() ? new String[0] : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      query.put(
          decode(equals < 0 ? pair : pair.substring(0, equals)),
          decode(equals < 0 ? "" : pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
