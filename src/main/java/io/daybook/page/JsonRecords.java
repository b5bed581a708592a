package io.daybook.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.PageSummary;
import io.daybook.gateway.Secrets;
import io.daybook.transaction.ErasedRecord;
import io.daybook.transaction.RawTransaction;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
  private final Secrets secrets;
  private final Set<String> erasures;
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
    this(in, recordsPath, secrets, Set.of(), OutputStream.nullOutputStream());
  }

  /**
   * Reads a page that may hold erased transactions.
   *
   * @param erasures by which they may have been erased
   * @param around takes each byte that is no record's, in time between the records
   */
  public JsonRecords(
      InputStream in,
      String recordsPath,
      Secrets secrets,
      Set<String> erasures,
      OutputStream around)
      throws IOException {
    this.stream = new RecordingStream(in, around, Integer.MAX_VALUE);
    this.parser = PageJson.parser(stream);
    this.recordsPath = recordsPath;
    this.secrets = secrets;
    this.erasures = erasures;
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
    return new GatewayAnswerException(PageJson.malformed(secrets.hide(reason), parser), malformed);
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
    JsonNode fields = PageJson.tree(parser);
    byte[] bytes = stream.cut(from, parser.currentLocation().getByteOffset());
    last = fields;
    ErasedRecord erased = erasures.isEmpty() ? null : ErasedRecord.read(fields, erasures);
    return new RawTransaction(count++, bytes, fields, erased);
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
      envelope.put(name, PageJson.tree(parser));
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
    stream.passAll();
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
