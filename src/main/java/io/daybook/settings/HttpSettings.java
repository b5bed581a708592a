package io.daybook.settings;

/** How long a gateway may take; the response timeout counts per read, the page timeout overall. */
public record HttpSettings(
    int connectTimeoutSeconds,
    int responseTimeoutSeconds,
    int pageTimeoutSeconds,
    int retries,
    int retryDelayMillis) {

  private static final Range CONNECT_TIMEOUT = new Range(1, 600);
  private static final Range RESPONSE_TIMEOUT = new Range(1, 3600);
  private static final Range PAGE_TIMEOUT = new Range(1, 43_200);
  private static final Range RETRIES = new Range(0, 10);
  private static final Range RETRY_DELAY = new Range(1, 60_000);

  public HttpSettings {
    CONNECT_TIMEOUT.check("connectTimeoutSeconds", connectTimeoutSeconds);
    RESPONSE_TIMEOUT.check("responseTimeoutSeconds", responseTimeoutSeconds);
    PAGE_TIMEOUT.check("pageTimeoutSeconds", pageTimeoutSeconds);
    RETRIES.check("retries", retries);
    RETRY_DELAY.check("retryDelayMillis", retryDelayMillis);
  }

  static HttpSettings read(Values values) {
    return new HttpSettings(
        values.read("daybook.http.connect-timeout", Kind.integer(CONNECT_TIMEOUT)),
        values.read("daybook.http.response-timeout", Kind.integer(RESPONSE_TIMEOUT)),
        values.read("daybook.http.page-timeout", Kind.integer(PAGE_TIMEOUT)),
        values.read("daybook.http.retries", Kind.integer(RETRIES)),
        values.read("daybook.http.retry-delay-millis", Kind.integer(RETRY_DELAY)));
  }
}
