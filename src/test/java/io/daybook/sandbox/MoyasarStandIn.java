package io.daybook.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moyasar's list of payments (<a
 * href="https://docs.moyasar.com/api/payments/list-payments">reference</a>, <a
 * href="https://docs.moyasar.com/api/errors">errors</a>): numbered pages with totals. Stricter than
 * published on what is not: an unknown parameter is refused, so that a misspelt filter shows.
 */
public final class MoyasarStandIn extends StandIn {
  /** What the saved response has; other lists of Moyasar document 40. */
  public static final int PAGE_SIZE = 20;

  private static final String PATH = "/v1/payments";
  private static final Set<String> PARAMETERS = Set.of("page", "created[gt]", "created[lt]");

  private final Keys keys = new Keys();
  private volatile int pageSize = PAGE_SIZE;

  public MoyasarStandIn(int port) {
    super(port);
  }

  public MoyasarStandIn account(String secretKey, Ledger ledger) {
    keys.put(secretKey, ledger);
    return this;
  }

  /** The provider may change its mind about this at any time. */
  public MoyasarStandIn pageSize(int newPageSize) {
    pageSize = newPageSize;
    return this;
  }

  @Override
  Answer honestly(Request request) {
    Optional<Ledger> account = Keys.basic(request).flatMap(keys::open);
    if (account.isEmpty()) {
      return MoyasarError.unauthorized();
    }
    return request.method().equals("GET") && request.path().equals(PATH)
        ? list(request, account.get())
        : MoyasarError.notFound();
  }

  private Answer list(Request request, Ledger ledger) {
    Optional<String> unknown =
        request.query().keySet().stream().filter(name -> !PARAMETERS.contains(name)).findFirst();
    if (unknown.isPresent()) {
      return MoyasarError.invalid(unknown.get(), "is not a parameter");
    }
    try {
      return page(window(request, ledger), Integer.parseInt(request.parameter("page").orElse("1")));
    } catch (NumberFormatException e) {
      return MoyasarError.invalid("page", "is not a number");
    } catch (DateTimeException e) {
      return MoyasarError.invalid("created", "is not a date");
    }
  }

  private static List<Entry> window(Request request, Ledger ledger) {
    Instant after =
        request.parameter("created[gt]").map(Instant::parse).orElse(Instant.EPOCH.minusNanos(1));
    Instant before = request.parameter("created[lt]").map(Instant::parse).orElse(Instant.now());
    return ledger.between(after.plusNanos(1), before);
  }

  private Answer page(List<Entry> window, int page) {
    int size = pageSize;
    int pages = (window.size() + size - 1) / size;
    if (page < 1) {
      return MoyasarError.invalid("page", "must be greater than 0");
    }
    int from = Math.min(window.size(), (page - 1) * size);
    List<Entry> payments = window.subList(from, Math.min(window.size(), from + size));
    MoyasarPage body = new MoyasarPage(payments, page, pages, window.size());
    return Answer.of(200, "application/json; charset=utf-8", body.json());
  }
}
