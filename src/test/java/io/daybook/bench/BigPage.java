package io.daybook.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** One page with very many transactions of about 450 bytes, served over loopback HTTP. */
final class BigPage implements AutoCloseable {
  private final HttpServer server;

  BigPage(Path file) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> serve(exchange, file));
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  /** Writes the page; {@code day} is a day's first second. */
  static void write(Path file, int transactions, long day) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"data\":[");
      for (int i = 0; i < transactions; i++) {
        out.write(i == 0 ? "" : ",");
        out.write(transaction(i, day + i % 86_400));
      }
      out.write("],\"next\":null}");
    }
  }

  private static String transaction(int number, long created) {
    return """
        {"id":"%s","object":"balance_transaction","amount":%d,"available_on":%d,"created":%d,\
        "currency":"%s","description":"Subscription for customer %d, paid by card on file",\
        "exchange_rate":null,"fee":%d,"fee_details":[{"amount":%d,"currency":"usd","type":"stripe_fee",\
        "description":"Processing fees"}],"net":%d,"reporting_category":"charge","source":"ch_%024d",\
        "status":"available","type":"charge"}"""
        .formatted(
            id(number),
            amount(number),
            created + 172_800,
            created,
            currency(number),
            number % 9_973,
            30 + number % 100,
            30 + number % 100,
            970 + number % 49_900,
            number);
  }

  static String id(int number) {
    return "txn_%024d".formatted(number);
  }

  static long amount(int number) {
    return 1_000L + number % 50_000;
  }

  static String currency(int number) {
    return number % 3 == 0 ? "usd" : "eur";
  }

  private static void serve(HttpExchange exchange, Path file) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, Files.size(file));
    try (OutputStream out = exchange.getResponseBody()) {
      Files.copy(file, out);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
