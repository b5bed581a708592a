package io.daybook.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.PageSummary;
import io.daybook.gateway.Secrets;
import io.daybook.transaction.RawTransaction;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON answer record by record, and what stands around them. The document must end properly
 * after its last brace, and the array of records must be there: else nothing about it can be
 * trusted.
 */
public final class JsonRecords implements Closeable {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(1_000_000)
                          .maxNumberLength(400)
                          .maxNameLength(1_000)
                          .build())
                  .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();
  private static final ObjectReader TREES = MAPPER.readerFor(JsonNode.class);

  private final Secrets secrets;
  private final RecordingStream stream;
  private final JsonParser parser;
  private final String recordsPath;
  private final Map<String, JsonNode> envelope = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private final Deque<String> path = new ArrayDeque<>();
  private boolean started;
  private boolean recordsSeen;
  private boolean inRecords;
  private long count;
  private @Nullable JsonNode last;

  public JsonRecords(InputStream in, String recordsPath, Secrets secrets) throws IOException {
    this.secrets = secrets;
    this.stream = new RecordingStream(in);
    this.parser = parser(stream);
    this.recordsPath = recordsPath;
  }

  /** Returns a record that was read before, from its own bytes. */
  public static JsonNode parse(byte[] record) throws IOException {
    return TREES.readTree(record);
  }

  /** Returns the next record, or null once the document was read to its proper end. */
  public @Nullable RawTransaction next() throws IOException {
    try {
      if (!started) {
        start();
      }
      return inRecords ? record() : null;
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed.getOriginalMessage(), malformed);
    } catch (NumberFormatException beyondReason) {
      // Jackson lets this one through for exponents that no number type holds.
      throw malformed("a number is " + beyondReason.getMessage(), beyondReason);
    }
  }

  private GatewayAnswerException malformed(String reason, Exception malformed) {
    return new GatewayAnswerException(malformed(secrets.hide(reason), parser), malformed);
  }

  static String malformed(String reason, JsonParser parser) {
    return "it is not valid JSON: %s at byte %d"
        .formatted(reason, parser.currentLocation().getByteOffset());
  }

  /** A parser with the limits of all answers. */
  static JsonParser parser(InputStream in) throws IOException {
    return MAPPER.getFactory().createParser(in);
  }

  PageSummary summary() {
    return new PageSummary(Map.copyOf(envelope), count, last);
  }

  private void start() throws IOException {
    started = true;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new GatewayAnswerException("it is not a JSON object");
    }
    readToRecordsOrEnd();
  }

  private @Nullable RawTransaction record() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      inRecords = false;
      readToRecordsOrEnd();
      return null;
    }
    long from = parser.currentTokenLocation().getByteOffset();
    if (from < 0) {
      throw new GatewayAnswerException("it is not UTF-8");
    }
    JsonNode fields = TREES.readTree(parser);
    byte[] bytes = stream.cut(from, parser.currentLocation().getByteOffset());
    last = fields;
    return new RawTransaction(count++, bytes, fields);
  }

  private void readToRecordsOrEnd() throws IOException {
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_OBJECT || leaveObject()) {
      if (token == null) {
        throw new GatewayAnswerException("it ends in the middle, after " + count + " records");
      }
      if (token == JsonToken.FIELD_NAME && enterMember()) {
        return;
      }
      token = parser.nextToken();
    }
    finish();
  }

  /** Returns whether an outer object is still open. */
  private boolean leaveObject() {
    return path.pollLast() != null;
  }

  /** Returns whether the member just entered is the array of records. */
  private boolean enterMember() throws IOException {
    String name = pathOf(parser.currentName());
    JsonToken value = parser.nextToken();
    if (!members.add(name)) {
      throw new GatewayAnswerException(
          "it has \"" + name + "\" twice, and which counts is not known");
    }
    if (name.equals(recordsPath) && value == JsonToken.START_ARRAY) {
      inRecords = true;
      recordsSeen = true;
    } else if (value == JsonToken.START_OBJECT && recordsPath.startsWith(name + ".")) {
      path.addLast(parser.currentName());
    } else {
      envelope.put(name, TREES.readTree(parser));
    }
    stream.passBefore(parser.currentLocation().getByteOffset());
    return inRecords;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : String.join(".", path) + "." + name;
  }

  private void finish() throws IOException {
    if (!recordsSeen) {
      throw new GatewayAnswerException(
          "it has no array \"%s\", only %s%s"
              .formatted(recordsPath, envelope.keySet(), errorMember()));
    }
    if (parser.nextToken() != null) {
      throw new GatewayAnswerException("something follows after its end");
    }
  }

  private String errorMember() {
    JsonNode error = envelope.get("error");
    String text = error == null ? "" : secrets.hide(error.toString());
    return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), 200));
  }

  @Override
  public void close() throws IOException {
    parser.close();
    stream.close();
  }
}
