package io.daybook.sandbox;

import org.jspecify.annotations.Nullable;

/** An error in <a href="https://docs.stripe.com/api/errors">Stripe's envelope</a>. */
final class StripeError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String code;
  private final @Nullable String parameter;

  private StripeError(
      int status, @Nullable String code, @Nullable String parameter, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.parameter = parameter;
  }

  static StripeError noKey() {
    return new StripeError(
        401,
        null,
        null,
        "You did not provide an API key. You need to provide your API key in the Authorization"
            + " header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
  }

  static StripeError invalidKey(String key) {
    return new StripeError(
        401, null, null, "Invalid API Key provided: " + "*".repeat(Math.min(key.length(), 20)));
  }

  static StripeError unknownUrl(Request request) {
    return new StripeError(
        404,
        null,
        null,
        "Unrecognized request URL (" + request.method() + ": " + request.path() + ").");
  }

  static StripeError unknownParameter(String name) {
    return new StripeError(400, "parameter_unknown", name, "Received unknown parameter: " + name);
  }

  static StripeError notANumber(String name, String value) {
    return new StripeError(400, "parameter_invalid_integer", name, "Invalid integer: " + value);
  }

  static StripeError limit(long limit, int max) {
    return new StripeError(
        400,
        "parameter_invalid_integer",
        "limit",
        "This value must be between 1 and " + max + " (it currently is '" + limit + "').");
  }

  static StripeError noSuchTransaction(String id) {
    return new StripeError(
        400, "resource_missing", "starting_after", "No such balance transaction: '" + id + "'");
  }

  Answer answer() {
    return Answer.of(
        status,
        "application/json",
        Json.indented(
            json -> {
              json.writeStartObject();
              json.writeObjectFieldStart("error");
              json.writeStringField("message", getMessage());
              json.writeStringField("type", "invalid_request_error");
              if (code != null) {
                json.writeStringField("code", code);
                json.writeStringField(
                    "doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
              }
              if (parameter != null) {
                json.writeStringField("param", parameter);
              }
              json.writeEndObject();
              json.writeEndObject();
            }));
  }
}
