package io.daybook.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to the queue's server that can be cut: after so many calls of one action, each further one
 * is refused, before or after the server has done it.
 */
public final class QueueRelay implements AutoCloseable {
  private static final String DENIED =
      "{\"__type\":\"com.amazonaws.sqs#AccessDenied\",\"message\":\"cut by the test\"}";

  private final URI target;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger left = new AtomicInteger();
  private volatile String action = "none";
  private volatile boolean done;
  private volatile Runnable then = () -> {};

  public QueueRelay(String endpoint) {
    target = URI.create(endpoint);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::relay);
    server.start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Refuses each call of an action but the first few; if done, it is refused after it was done. */
  public void cut(String refusedAction, int after, boolean doneBefore) {
    left.set(after);
    done = doneBefore;
    action = refusedAction;
  }

  /** The same; what is to happen at that moment, such as the end of the caller, comes first. */
  public void cut(String refusedAction, int after, boolean doneBefore, Runnable first) {
    then = first;
    cut(refusedAction, after, doneBefore);
  }

  public void mend() {
    action = "none";
    then = () -> {};
  }

  private void relay(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String called = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    boolean refused = called.endsWith("." + action) && left.getAndDecrement() <= 0;
    try {
      HttpResponse<byte[]> answer = refused && !done ? null : forward(exchange, called, body);
      if (refused || answer == null) {
        then.run();
        answer(exchange, 403, DENIED.getBytes(StandardCharsets.UTF_8));
      } else {
        answer(exchange, answer.statusCode(), answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, String called, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().getPath()))
            .header("X-Amz-Target", called)
            .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
            .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
