package io.daybook.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The only gateway of a world, named {@code own}: it lists what a test puts into its days, by a
 * provider's file that the test may correct.
 */
public final class OwnGateway implements AutoCloseable {
  public static final String NAME = "own";

  private final Map<String, byte[]> days = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String more = "";
  private final HttpServer server;
  private final Path file;

  public OwnGateway(World world) {
    try {
      Path routes =
          Path.of("target", "own", UUID.randomUUID().toString(), "routes").toAbsolutePath();
      file = Files.createDirectories(routes.resolve("gateways")).resolve("own.camel.yaml");
      try (InputStream provider = OwnGateway.class.getResourceAsStream("/own/own.camel.yaml")) {
        Files.write(file, Objects.requireNonNull(provider).readAllBytes());
      }
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
      world.settings().keySet().removeIf(name -> name.startsWith("daybook.gateway."));
      world
          .with("daybook.gateways", NAME)
          .with("daybook.gateway.own.url", "http://127.0.0.1:" + server.getAddress().getPort())
          .with("daybook.routes.directory", routes.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String from = exchange.getRequestURI().getQuery().replaceFirst(".*from=(.{10}).*", "$1");
    byte[] body = days.getOrDefault(from, new byte[0]);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** What each page that is listed after this says besides, such as {@code "until":"2024…",}. */
  public OwnGateway saying(String fields) {
    more = fields;
    return this;
  }

  /** What the gateway lists for a day from now on. */
  public OwnGateway list(Object date, List<String> transactions) {
    String page =
        "{%s\"total\":%d,\"next\":null,\"data\":[%s]}"
            .formatted(more, transactions.size(), String.join(",", transactions));
    days.put(date.toString(), page.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** A transaction of noon; a null reference is left out. */
  public static String transaction(Object date, String id, String status, String reference) {
    return "{\"id\":\"%s\",\"status\":\"%s\",\"amount\":100,\"currency\":\"SAR\",\"created\":\"%sT12:00:00Z\",\"reference\":\"%s\"}"
        .formatted(id, status, date, reference);
  }

  /** Changes the provider's file, for instances that are started after this. */
  public void correct(String old, String corrected) {
    try {
      String before = Files.readString(file);
      if (!before.contains(old)) {
        throw new IllegalArgumentException(file + " has no \"" + old + "\"");
      }
      Files.writeString(file, before.replace(old, corrected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often it was asked. */
  public int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
