package io.daybook.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The way to a stand-in, which does to each answer's bytes what the answer's {@link Delivery} says;
 * one request a connection.
 */
public final class FaultyLink implements AutoCloseable {
  private final ServerSocket server;
  private final StandIn behind;
  private final ExecutorService threads = Executors.newCachedThreadPool(FaultyLink::daemon);

  /** On this port, or a free one if it is 0. */
  public FaultyLink(int port, StandIn behind) {
    try {
      server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + ": " + e.getMessage(), e);
    }
    this.behind = behind;
    threads.execute(this::listen);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        threads.execute(() -> serve(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      Wire wire = new Wire(caller);
      Answer answer = behind.answer(Request.of(behind.nextNumber(), head(caller)));
      answer.delivery().send(answer, wire);
      wire.close();
    } catch (IOException hungUp) {
      // The caller had enough, which is its good right.
    }
  }

  private static List<String> head(Socket caller) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
    List<String> head = new ArrayList<>();
    for (String line = reader.readLine(); line != null && !line.isEmpty(); ) {
      head.add(line);
      line = reader.readLine();
    }
    if (head.isEmpty()) {
      throw new IOException("no request");
    }
    return head;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "faulty-link");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
