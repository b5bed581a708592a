package io.daybook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The management port of an instance, as whoever runs it asks there. */
public final class Management {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port = freePort();

  /** The instances that are started after this answer here, so let it be one. */
  public Management(World world) {
    world
        .with("daybook.management.enabled", "true")
        .with("daybook.management.port", String.valueOf(port));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status and the text of the answer. */
  public String live() {
    return get("/observe/health/live");
  }

  public String ready() {
    return get("/observe/health/ready");
  }

  /** As impatient as the health check of the image. */
  private String get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
