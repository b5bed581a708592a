package io.daybook.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.daybook.transaction.PersonalFields;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer with the values of its personal fields replaced by one text, and all other bytes as
 * sent. Where it is no JSON it ends, with what was read and masked up to there: what nobody can
 * read, nobody can mask.
 */
final class MaskedStream extends InputStream {
  static final String MASK = "\"(masked)\"";

  /** Above what any value within the limits of {@link PageJson} takes, escaped. */
  private static final int VALUE_BYTES_MAX = 16 << 20;

  private static final int AT_ONCE = 1 << 15;

  private final PersonalFields fields;
  private final ReadyBytes ready = new ReadyBytes();
  private final RecordingStream stream;
  private final JsonParser parser;
  private boolean ended;
  private @Nullable String fault;

  MaskedStream(InputStream in, PersonalFields fields) throws IOException {
    this.fields = fields;
    this.stream = new RecordingStream(in, ready, VALUE_BYTES_MAX);
    this.parser = PageJson.parser(stream);
  }

  /** Returns why nothing after its end was masked and passed on; null if it was read whole. */
  @Nullable String fault() {
    return fault;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    while (ready.size() < AT_ONCE && !ended) {
      advance();
    }
    return ready.take(target, offset, count);
  }

  private void advance() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        ended = true;
        stream.passAll();
      } else if (token == JsonToken.FIELD_NAME && fields.match(parser.getParsingContext())) {
        mask();
      } else if (isReadTo(token)) {
        stream.passBefore(place());
      }
    } catch (JsonProcessingException malformed) {
      end(PageJson.malformed(withoutValues(malformed.getOriginalMessage()), parser));
    } catch (CharConversionException otherCharset) {
      end("it is not UTF-8");
    }
  }

  private void end(String reason) {
    ended = true;
    fault = reason;
  }

  /** The parser quotes what it did not expect. */
  private static String withoutValues(String message) {
    return message.replaceFirst("(?s)'.*'", "…");
  }

  private void mask() throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_NULL) {
      return;
    }
    stream.passBefore(parser.currentTokenLocation().getByteOffset());
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (isReadTo(token)) {
        stream.drop(place());
      }
    } while (depth > 0 && parser.nextToken() != null);
    stream.drop(place());
    ready.write(MASK);
  }

  /**
   * Reads a token to its end; returns whether what was read is to be let go. After a name, the
   * parser may have read on already.
   */
  private boolean isReadTo(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      // Reads it to its end, too, which the parser else leaves to whoever asks for the text.
      parser.streamReadConstraints().validateStringLength(parser.getTextLength());
    }
    return token != JsonToken.FIELD_NAME
        && (token.isStructStart() || token.isStructEnd() || stream.open() > AT_ONCE);
  }

  private long place() throws IOException {
    long offset = parser.currentLocation().getByteOffset();
    if (offset < 0) {
      throw new CharConversionException();
    }
    return offset;
  }

  @Override
  public void close() throws IOException {
    parser.close();
    stream.close();
  }
}
