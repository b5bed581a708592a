package io.daybook.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The image's health check, run as it stands in the Dockerfile. */
class HealthCheckTest {

  private HttpServer server;
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/bash")), "the image has bash, this machine has not");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/observe/health/live",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void is_healthy_while_the_process_says_so() throws Exception {
    assertThat(exitCode()).isZero();
  }

  @Test
  void is_unhealthy_when_the_process_says_so() throws Exception {
    status = 503;
    assertThat(exitCode()).isNotZero();
  }

  @Test
  void is_unhealthy_when_nobody_answers() throws Exception {
    server.stop(0);
    assertThat(exitCode()).isNotZero();
  }

  private int exitCode() throws Exception {
    ProcessBuilder check = new ProcessBuilder(Dockerfile.read().shipped().words("HEALTHCHECK"));
    String port = String.valueOf(server.getAddress().getPort());
    check.environment().put("DAYBOOK_MANAGEMENT_PORT", port);
    Process process = check.redirectErrorStream(true).start();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
