package io.daybook.page;

import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.GatewayClient;
import io.daybook.gateway.GatewayRefusedException;
import io.daybook.gateway.GatewayUnavailableException;
import io.daybook.gateway.PageRequest;
import io.daybook.gateway.Provider;
import io.daybook.gateway.RetryAfter;
import io.daybook.gateway.Secrets;
import io.daybook.message.Excerpt;
import io.daybook.run.Run;
import io.daybook.transaction.Erasure;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.PersonalFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Begins downloads, and takes a gateway's answer into the archive if it is one. */
public final class Downloads {
  private static final int ERROR_BYTES_MAX = 1_000;

  private final Function<String, Provider> providers;
  private final PageArchive archive;
  private final int pagesMax;
  private final Secrets secrets;
  private final Erasures erasures;

  public Downloads(
      Function<String, Provider> providers,
      PageArchive archive,
      int pagesMax,
      Secrets secrets,
      Erasures erasures) {
    this.providers = providers;
    this.erasures = erasures;
    this.archive = archive;
    this.pagesMax = pagesMax;
    this.secrets = secrets;
  }

  public Download begin(Run run, Instant begunAt) {
    return new Download(
        run,
        begunAt,
        providers.apply(run.provider()),
        pagesMax,
        erasures.transactions(run.gateway()));
  }

  /**
   * Archives the answer that the provider's route left in the variable {@code answer}.
   *
   * @throws GatewayRefusedException for 401 and 403
   * @throws GatewayUnavailableException for 429 and 5xx, or if the answer broke off
   * @throws GatewayAnswerException for anything else that is not a JSON document
   */
  public ArchivedPage archive(Run run, PageRequest page, Instant askedAt, Exchange exchange)
      throws IOException {
    String where = "Page %d of %s".formatted(page.number(), run.day());
    int status = exchange.getVariable("header:answer.CamelHttpResponseCode", 0, int.class);
    String type = exchange.getVariable("header:answer.Content-Type", String.class);
    String retryAfter = exchange.getVariable("header:answer.Retry-After", String.class);
    JsonTransactions mapping = providers.apply(run.provider()).transactions();
    Keeping keeping = new Keeping(mapping, erased(page, exchange), secrets);
    try (InputStream body = exchange.getVariable("answer", InputStream.class)) {
      checkStatus(where, status, RetryAfter.of(retryAfter, askedAt), body, mapping.personal());
      checkType(where, type);
      if (body == null) {
        throw new GatewayAnswerException(where + " has no body");
      }
      ArchivedPage.Answer answer = new ArchivedPage.Answer(request(exchange), status, type);
      return archive.keep(run, page.number(), askedAt, answer, body, keeping);
    }
  }

  /** A summary holds no transactions. */
  private static Map<String, Erasure> erased(PageRequest page, Exchange exchange) {
    return page.isSummary() ? Map.of() : exchange.getVariable("download", Download.class).erased();
  }

  /** As it was sent; what is secret in it stays here. */
  private @Nullable String request(Exchange exchange) {
    String sent = exchange.getVariable("header:answer." + GatewayClient.REQUEST_SENT, String.class);
    return sent == null ? null : secrets.hide(sent);
  }

  private void checkStatus(
      String where,
      int status,
      Duration retryAfter,
      @Nullable InputStream body,
      PersonalFields personal) {
    if (status != 200) {
      String start = start(body, personal);
      String answer = "%s was answered with status %d: %s".formatted(where, status, start);
      if (status == 401 || status == 403) {
        throw new GatewayRefusedException(answer + "; check the gateway's credentials");
      }
      if (status == 429 || status >= 500) {
        throw new GatewayUnavailableException(answer, retryAfter);
      }
      throw new GatewayAnswerException(answer);
    }
  }

  /** Only for people to read: whether it can be read to its end changes nothing. */
  private String start(@Nullable InputStream body, PersonalFields personal) {
    try {
      byte[] start =
          body == null ? new byte[0] : masked(body.readNBytes(ERROR_BYTES_MAX), personal);
      String text = new String(start, StandardCharsets.UTF_8).strip();
      return Excerpt.of(secrets.hide(text), 300);
    } catch (IOException brokenOff) {
      return "(a text that broke off)";
    }
  }

  /** Of what is no JSON nothing is told: nobody could say what is personal in it. */
  private static byte[] masked(byte[] start, PersonalFields personal) throws IOException {
    return personal.isEmpty()
        ? start
        : new MaskedStream(new ByteArrayInputStream(start), personal).readAllBytes();
  }

  private static void checkType(String where, @Nullable String contentType) {
    if (contentType == null || !contentType.toLowerCase(Locale.ROOT).contains("json")) {
      throw new GatewayAnswerException("%s is of type %s, not JSON".formatted(where, contentType));
    }
  }

  /** Returns what {@code insert-page.sql} writes. */
  public Map<String, Object> row(Run run, ArchivedPage page) {
    Map<String, Object> row = new HashMap<>();
    row.put("runId", run.id());
    row.put("page", page.number());
    row.put("archivedAs", page.archivedAs());
    row.put("bytes", page.content().bytes());
    row.put("sha256", page.content().sha256());
    row.put("fileBytes", page.file() == null ? null : page.file().bytes());
    row.put("fileSha256", page.file() == null ? null : page.file().sha256());
    row.put("fetchedAt", page.fetchedAt().toString());
    row.put("answeredAt", page.answeredAt() == null ? null : page.answeredAt().toString());
    row.put("erased", page.erased());
    row.put("request", page.answer().request());
    row.put("status", page.answer().status());
    row.put("contentType", page.answer().contentType());
    return row;
  }
}
