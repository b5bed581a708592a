package io.daybook.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * Errors in the shape of <a href="https://docs.moyasar.com/api/errors">Moyasar's documentation</a>.
 */
final class MoyasarError {
  private MoyasarError() {}

  static Answer unauthorized() {
    return answer(401, "authentication_error", "Invalid authorization credentials", null, "");
  }

  static Answer notFound() {
    return answer(404, "record_not_found", "Record not found", null, "");
  }

  static Answer invalid(String parameter, String problem) {
    return answer(400, "invalid_request_error", "Validation Failed", parameter, problem);
  }

  private static Answer answer(
      int status, String type, String message, @Nullable String parameter, String problem) {
    return Answer.of(
        status,
        "application/json; charset=utf-8",
        Json.compact(
            json -> {
              json.writeStartObject();
              json.writeStringField("type", type);
              json.writeStringField("message", message);
              if (parameter == null) {
                json.writeNullField("errors");
              } else {
                json.writeObjectFieldStart("errors");
                json.writeArrayFieldStart(parameter);
                json.writeString(problem);
                json.writeEndArray();
                json.writeEndObject();
              }
              json.writeEndObject();
            }));
  }
}
