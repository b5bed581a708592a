package io.daybook.promises;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Delivery;
import io.daybook.sandbox.Delivery.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What is wrong with a body as bytes or as JSON. */
final class BodyFaults {
  private static final int MEGABYTE = 1_000_000;

  /** Made before it is asked for: a busy machine would take longer than a client waits. */
  private static final byte[] BOMB = bomb();

  private BodyFaults() {}

  static void addTo(Map<String, Behaviour> faults) {
    faults.put("empty-body", Behaviour.changing(honest -> honest.withBody(new byte[0])));
    faults.put("html-that-calls-itself-json", Faults.always(Faults.json("<html>Hi</html>")));
    faults.put("error-envelope-with-200", Faults.always(Faults.json("{\"error\":{\"code\":9}}")));
    faults.put("bom", text(json -> "\ufeff" + json));
    faults.put("utf-16", Behaviour.changing(BodyFaults::utf16));
    faults.put("invalid-utf-8", Behaviour.changing(BodyFaults::invalid));
    faults.put("something-after-the-end", text(json -> json + "{}"));
    faults.put(
        "records-twice-in-the-envelope",
        text(json -> json.replace("{\n  \"object", "{\"data\":[],\n  \"object")));
    faults.put(
        "nesting-10000", record("\"description\": " + "[".repeat(10_000) + "]".repeat(10_000)));
    faults.put("number-of-10000-digits", record("\"description\": " + "9".repeat(10_000)));
    faults.put("name-of-10000-characters", record("\"" + "n".repeat(10_000) + "\": null"));
    faults.put("string-of-200-megabytes", generated(Map.of(), BodyFaults::longString));
    Map<String, String> gzip = Map.of("Content-Encoding", "gzip");
    faults.put("gzip-bomb", generated(gzip, out -> out.write(BOMB)));
    faults.put("gzip", Behaviour.changing(honest -> zipped(honest, 0)));
    faults.put("gzip-truncated", Behaviour.changing(honest -> zipped(honest, 500)));
    faults.put(
        "gzip-that-is-none", Behaviour.changing(h -> h.withHeader("Content-Encoding", "gzip")));
  }

  static Behaviour text(UnaryOperator<String> change) {
    return Behaviour.changing(
        honest -> honest.withBody(change.apply(honest.text()).getBytes(StandardCharsets.UTF_8)));
  }

  /** The page's second record has this member instead of its description. */
  static Behaviour record(String member) {
    return text(
        json -> {
          int second = json.indexOf("\"description\": null", json.indexOf("\"description\"") + 1);
          return json.substring(0, second) + member + json.substring(second + 19);
        });
  }

  private static Answer utf16(Answer honest) {
    return honest.withBody(honest.text().getBytes(StandardCharsets.UTF_16BE));
  }

  private static Answer invalid(Answer honest) {
    byte[] body =
        honest.text().replaceFirst("balance_t", "b\u0001lance_t").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < body.length; i++) {
      body[i] = body[i] == 1 ? (byte) 0xC3 : body[i];
    }
    return honest.withBody(body);
  }

  private static Answer zipped(Answer honest, int bytesLost) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(honest.body());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] sent = Arrays.copyOf(bytes.toByteArray(), bytes.size() - bytesLost);
    return honest.withBody(sent).withHeader("Content-Encoding", "gzip");
  }

  private static Behaviour generated(Map<String, String> headers, Content content) {
    Answer empty = Faults.json("");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      empty = empty.withHeader(header.getKey(), header.getValue());
    }
    return Faults.always(empty.via(Delivery.generated(content)));
  }

  private static void longString(OutputStream out) throws IOException {
    out.write(
        "{\"object\":\"list\",\"has_more\":false,\"data\":[{\"id\":\""
            .getBytes(StandardCharsets.UTF_8));
    megabytes(200, out);
    out.write("\"}]}".getBytes(StandardCharsets.UTF_8));
  }

  /** A gigabyte that travels as one megabyte. */
  private static byte[] bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
      gzip.write("{\"object\":\"".getBytes(StandardCharsets.UTF_8));
      megabytes(1_000, gzip);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void megabytes(int count, OutputStream out) throws IOException {
    byte[] megabyte = new byte[MEGABYTE];
    Arrays.fill(megabyte, (byte) 'x');
    for (int i = 0; i < count; i++) {
      out.write(megabyte);
    }
    out.flush();
  }
}
