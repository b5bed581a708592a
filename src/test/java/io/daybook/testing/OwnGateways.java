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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The only gateways of a world: they answer what a test puts into their days, by providers' files
 * that the test may correct.
 */
public final class OwnGateways implements AutoCloseable {
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final Set<String> names = new TreeSet<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final World world;
  private final HttpServer server;
  private final Path providers;

  public OwnGateways(World world) {
    this.world = world;
    try {
      Path routes =
          Path.of("target", "own", UUID.randomUUID().toString(), "routes").toAbsolutePath();
      providers = Files.createDirectories(routes.resolve("gateways"));
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
      world.settings().keySet().removeIf(name -> name.startsWith("daybook.gateway."));
      world.with("daybook.routes.directory", routes.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A provider like {@code own.camel.yaml}, or what becomes of that file's text. */
  public OwnGateways provider(String name, UnaryOperator<String> edit) {
    try (InputStream file = OwnGateways.class.getResourceAsStream("/own/own.camel.yaml")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          fileOf(name), edit.apply(text.replaceAll("\\bown\\b", name)), StandardCharsets.UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a provider's file, for instances that are started after this. */
  public void correct(String provider, String old, String corrected) {
    try {
      String before = Files.readString(fileOf(provider));
      if (!before.contains(old)) {
        throw new IllegalArgumentException(provider + " has no \"" + old + "\"");
      }
      Files.writeString(fileOf(provider), before.replace(old, corrected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path fileOf(String provider) {
    return providers.resolve(provider + ".camel.yaml");
  }

  /** One more account with a provider. */
  public OwnGateways add(String gateway, String provider) {
    names.add(gateway);
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + gateway;
    world
        .with("daybook.gateways", String.join(",", names))
        .with("daybook.gateway." + gateway + ".provider", provider)
        .with("daybook.gateway." + gateway + ".url", url);
    return this;
  }

  /** Answers {@code /<gateway>/transactions?from=<date>…&page=<number>}, and the summary's twin. */
  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String query = exchange.getRequestURI().getQuery();
    String date = query.replaceFirst(".*from=(.{10}).*", "$1");
    String page = query.replaceFirst(".*page=(\\d+).*", "$1");
    String key = exchange.getRequestURI().getPath() + " " + date;
    byte[] body = answers.getOrDefault(key + " " + page, answers.getOrDefault(key, new byte[0]));
    int status = statuses.getOrDefault(key, 200);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** What a gateway answers for one page of a day from now on. */
  public void page(String gateway, Object date, int number, String body) {
    answers.put(
        "/%s/transactions %s %d".formatted(gateway, date, number),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** The status of all answers for a day from now on. */
  public void status(String gateway, Object date, int status) {
    statuses.put("/%s/transactions %s".formatted(gateway, date), status);
  }

  /** What a gateway's other source declares about a day from now on. */
  public void summary(String gateway, Object date, String body) {
    answers.put("/%s/summary %s".formatted(gateway, date), body.getBytes(StandardCharsets.UTF_8));
  }

  /** What a gateway lists for a day from now on, on one page that declares their number. */
  public void list(String gateway, Object date, List<String> transactions) {
    page(gateway, date, 1, pageOf(transactions.size(), "null", transactions));
  }

  public static String pageOf(long total, String next, List<String> transactions) {
    return "{\"total\":%d,\"next\":%s,\"data\":[%s]}"
        .formatted(total, next, String.join(",", transactions));
  }

  /** How often they were asked. */
  public int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
