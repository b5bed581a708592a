package io.daybook.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * One bucket of S3 on loopback: the calls of its protocol that put, get, list and delete an object.
 */
public final class Bucket implements AutoCloseable {
  public static final String NAME = "daybook-archive";
  private static final String ROOT = "/" + NAME;

  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final HttpServer server;

  public Bucket() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(ROOT, this::answer);
    server.start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it holds, by key; changes here change the bucket. */
  public ConcurrentSkipListMap<String, byte[]> objects() {
    return objects;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String key = path.length() > ROOT.length() ? path.substring(ROOT.length() + 1) : "";
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        objects.put(key, body);
        send(exchange, 200, new byte[0]);
      }
      case "DELETE" -> {
        objects.remove(key);
        send(exchange, 204, new byte[0]);
      }
      default -> get(exchange, key);
    }
  }

  private void get(HttpExchange exchange, String key) throws IOException {
    if (key.isEmpty()) {
      send(exchange, 200, list(exchange.getRequestURI().getQuery()));
    } else if (objects.containsKey(key)) {
      send(exchange, 200, objects.get(key));
    } else {
      send(exchange, 404, bytes("<Error><Code>NoSuchKey</Code><Message>none</Message></Error>"));
    }
  }

  private byte[] list(String query) {
    String prefix = query.replaceFirst("(^|.*&)prefix=([^&]*).*", "$2");
    String contents =
        objects.keySet().stream()
            .filter(key -> key.startsWith(prefix))
            .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
            .collect(Collectors.joining());
    return bytes(
        "<ListBucketResult><IsTruncated>false</IsTruncated>" + contents + "</ListBucketResult>");
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
