package io.daybook.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stripe's list of balance transactions (<a
 * href="https://docs.stripe.com/api/balance_transactions/list">reference</a>, <a
 * href="https://docs.stripe.com/api/pagination">pagination</a>, <a
 * href="https://docs.stripe.com/api/errors">errors</a>). Several accounts, told apart by their
 * secret keys.
 */
public final class StripeStandIn extends StandIn {
  private static final String PATH = "/v1/balance_transactions";
  private static final int LIMIT_DEFAULT = 10;
  private static final int LIMIT_MAX = 100;
  private static final Set<String> PARAMETERS =
      Set.of(
          "created[gt]", "created[gte]", "created[lt]", "created[lte]", "limit", "starting_after");

  private final Keys keys = new Keys();

  public StripeStandIn(int port) {
    super(port);
  }

  public StripeStandIn account(String secretKey, Ledger ledger) {
    keys.put(secretKey, ledger);
    return this;
  }

  @Override
  Answer honestly(Request request) {
    try {
      return page(request, authenticated(request));
    } catch (StripeError e) {
      return e.answer();
    }
  }

  private Ledger authenticated(Request request) {
    Optional<String> key = Keys.bearer(request).or(() -> Keys.basic(request));
    return keys.open(key.orElseThrow(StripeError::noKey))
        .orElseThrow(() -> StripeError.invalidKey(key.get()));
  }

  private static Answer page(Request request, Ledger ledger) {
    checkTarget(request);
    int limit = limit(request);
    List<Entry> window = window(request, ledger);
    int from = request.parameter("starting_after").map(id -> after(id, window, ledger)).orElse(0);
    int to = Math.min(window.size(), from + limit);
    return Answer.of(
        200, "application/json", StripeRecords.list(window.subList(from, to), to < window.size()));
  }

  private static void checkTarget(Request request) {
    if (!request.method().equals("GET") || !request.path().equals(PATH)) {
      throw StripeError.unknownUrl(request);
    }
    for (String name : request.query().keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw StripeError.unknownParameter(name);
      }
    }
  }

  private static int limit(Request request) {
    long limit = number(request, "limit", LIMIT_DEFAULT);
    if (limit < 1 || limit > LIMIT_MAX) {
      throw StripeError.limit(limit, LIMIT_MAX);
    }
    return (int) limit;
  }

  private static List<Entry> window(Request request, Ledger ledger) {
    long from =
        Math.max(number(request, "created[gte]", 0), number(request, "created[gt]", -1) + 1);
    long before =
        Math.min(
            number(request, "created[lt]", Integer.MAX_VALUE),
            number(request, "created[lte]", Integer.MAX_VALUE) + 1);
    return ledger.between(Instant.ofEpochSecond(from), Instant.ofEpochSecond(before));
  }

  private static int after(String id, List<Entry> window, Ledger ledger) {
    Entry last = ledger.find(id).orElseThrow(() -> StripeError.noSuchTransaction(id));
    int index = Ledger.indexOf(window, last);
    boolean inWindow = index < window.size() && window.get(index).id().equals(id);
    return inWindow ? index + 1 : index;
  }

  private static long number(Request request, String name, long otherwise) {
    String value = request.parameter(name).orElse(Long.toString(otherwise));
    if (!value.matches("-?\\d{1,15}")) {
      throw StripeError.notANumber(name, value);
    }
    return Long.parseLong(value);
  }
}
