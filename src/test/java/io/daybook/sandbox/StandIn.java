package io.daybook.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider's HTTP server on a port of the loopback interface, which remembers what it was asked.
 */
abstract class StandIn implements AutoCloseable {
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, StandIn::daemon);
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Behaviour behaviour = Behaviour.honest();

  static {
    // Otherwise the delayed acknowledgement of kept connections costs 40 ms a page.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  StandIn(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + ": " + e.getMessage(), e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What the provider would answer. */
  abstract Answer honestly(Request request);

  /** From now on. */
  public void behave(Behaviour newBehaviour) {
    behaviour = newBehaviour;
  }

  /** All requests so far, oldest first. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public void forgetRequests() {
    requests.clear();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(Request.of(nextNumber(), exchange)));
    }
  }

  int nextNumber() {
    return count.incrementAndGet();
  }

  /** Remembers a request, and answers as it is told to behave. */
  Answer answer(Request request) {
    requests.add(request);
    return behaviour.answer(request, () -> honestly(request));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.isDropped()) {
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body, 0, answer.bytesSent());
    exchange.getResponseBody().flush();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stand-in");
    thread.setDaemon(true);
    return thread;
  }
}
