package io.daybook.bench;

import io.daybook.sandbox.SetHash;
import io.daybook.sandbox.Totals;
import io.daybook.testing.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The gateway {@code big} as the only one of a world: a day of very many transactions on one page.
 */
public final class BigGateway implements AutoCloseable {
  public static final String NAME = "big";
  public static final LocalDate DATE = World.YESTERDAY;

  private final int transactions;
  private final Path page;
  private final BigPage server;

  /** Keeps its page and its provider's file below a folder. */
  public BigGateway(World world, Path folder, int transactions) throws IOException {
    this.transactions = transactions;
    Path routes = folder.toAbsolutePath().resolve("routes");
    page = Files.createDirectories(folder).resolve("page.json");
    BigPage.write(page, transactions, DATE.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    Files.createDirectories(routes.resolve("gateways"));
    try (InputStream provider = BigGateway.class.getResourceAsStream("/bench/big.camel.yaml")) {
      Files.copy(
          Objects.requireNonNull(provider),
          routes.resolve("gateways/big.camel.yaml"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    server = new BigPage(page);
    world.settings().keySet().removeIf(name -> name.startsWith("daybook.gateway."));
    world
        .with("daybook.gateways", NAME)
        .with("daybook.gateway.big.url", server.url())
        .with("daybook.routes.directory", routes.toString());
  }

  /** Asks for the day, however often it was asked for before. */
  public void ask(World world, String requestId) {
    String body = "{\"gateway\":\"%s\",\"date\":\"%s\",\"requestId\":\"%s\"}";
    world.queues().send(NAME, body.formatted(NAME, DATE, requestId));
  }

  public String url() {
    return server.url();
  }

  public long bytes() throws IOException {
    return Files.size(page);
  }

  /** What must be stored. */
  public Totals totals() {
    SortedMap<String, Long> posted = new TreeMap<>();
    SetHash hash = new SetHash();
    for (int i = 0; i < transactions; i++) {
      posted.merge(BigPage.currency(i).toUpperCase(Locale.ROOT), BigPage.amount(i), Math::addExact);
      hash.add(NAME, BigPage.id(i), 1);
    }
    return new Totals(transactions, posted, hash.toString());
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(page);
  }
}
