package io.daybook;

import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import io.daybook.gateway.GatewayClient;
import io.daybook.gateway.GatewayHttp;
import io.daybook.gateway.Secrets;
import io.daybook.page.Downloads;
import io.daybook.page.Erasures;
import io.daybook.page.PageArchive;
import io.daybook.page.PageReader;
import io.daybook.page.PageRetries;
import io.daybook.page.PageRetryLog;
import io.daybook.route.Providers;
import io.daybook.settings.Settings;
import io.daybook.store.AddToBatch;
import io.daybook.store.Batches;
import io.daybook.store.StoredTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the steps call that download a day and go through its pages, to store it or to plan it. */
final class DownloadParts implements AutoCloseable {
  private final Providers providers = new Providers();
  private final GatewayClient gatewayClient;
  private final Secrets secrets;
  private final Erasures erasures;
  private final Map<String, Object> beans = new HashMap<>();

  /** Takes how many writers share a page. */
  DownloadParts(
      Settings settings, Clock clock, PageStore store, Statements statements, int writers) {
    erasures = new Erasures(statements);
    gatewayClient = new GatewayClient(Duration.ofSeconds(settings.http().pageTimeoutSeconds()));
    secrets = Secrets.of(settings.gateways().values());
    PageArchive archive = new PageArchive(store, settings.page().bytesMax(), clock);
    beans.put("clock", clock);
    beans.put("providers", providers);
    beans.put("http", new GatewayHttp());
    beans.put("https", new GatewayHttp());
    beans.put("gatewayClient", gatewayClient);
    beans.put(
        "downloads",
        new Downloads(providers, archive, settings.page().pagesMax(), secrets, erasures));
    beans.put("pageRetries", new PageRetries());
    beans.put("pageRetryLog", new PageRetryLog());
    beans.put(
        "pages",
        new PageReader(
            providers, archive, settings.store().batchSize(), writers, secrets, erasures));
    beans.put("batches", new Batches());
    beans.put("addToBatch", new AddToBatch());
    beans.put("storedTransactions", new StoredTransactions());
  }

  Providers providers() {
    return providers;
  }

  Erasures erasures() {
    return erasures;
  }

  Secrets secrets() {
    return secrets;
  }

  Map<String, Object> beans() {
    return beans;
  }

  @Override
  public void close() {
    gatewayClient.close();
  }
}
