package io.daybook.gateway;

import io.daybook.message.Excerpt;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;

/** What is not accepted in the header of a gateway's answer. */
final class AnswerHeader {
  private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip", "x-gzip", "deflate");

  private AnswerHeader() {}

  /**
   * The client would unpack an answer as often as its header says, and hand on what it cannot
   * unpack.
   */
  static void check(HttpResponse answer) {
    Header[] encodings = answer.getHeaders(HttpHeaders.CONTENT_ENCODING);
    for (Header each : encodings) {
      String encoding = each.getValue().strip().toLowerCase(Locale.ROOT);
      if (encodings.length > 1 || !ENCODINGS.contains(encoding)) {
        throw new GatewayAnswerException(
            "the answer is packed as %s, not once as gzip or deflate"
                .formatted(Excerpt.of(each.getValue())));
      }
    }
  }

  static GatewayAnswerException tooLarge(MessageConstraintException limit) {
    return new GatewayAnswerException(
        "the answer's header is too large (%s): at most %d lines of %d bytes are read"
            .formatted(limit.getMessage(), GatewayHttp.HEADERS_MAX, GatewayHttp.LINE_BYTES_MAX),
        limit);
  }
}
