package io.daybook.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client of a stand-in, as a merchant would write it by the provider's documentation. */
final class Caller {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String authorization;

  private Caller(String url, String authorization) {
    this.url = url;
    this.authorization = authorization;
  }

  static Caller basic(String url, String user) {
    byte[] pair = (user + ":").getBytes(StandardCharsets.UTF_8);
    return new Caller(url, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  static Caller bearer(String url, String token) {
    return new Caller(url, "Bearer " + token);
  }

  /** Names and values by turns. */
  HttpResponse<String> get(String... query) throws IOException, InterruptedException {
    StringBuilder target = new StringBuilder(url);
    for (int i = 0; i < query.length; i += 2) {
      target
          .append(i == 0 ? '?' : '&')
          .append(encode(query[i]))
          .append('=')
          .append(encode(query[i + 1]));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target.toString()))
            .header("Authorization", authorization)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String... query) throws IOException, InterruptedException {
    return JSON.readTree(get(query).body());
  }

  static JsonNode sample(String name) throws IOException {
    try (var in = Caller.class.getResourceAsStream("/samples/" + name)) {
      return JSON.readTree(in);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
