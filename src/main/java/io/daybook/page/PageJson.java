package io.daybook.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** JSON as it is read from answers: within limits, and exactly. */
public final class PageJson {
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

  private PageJson() {}

  /** Reads one record's own bytes, the way it was read in its page. */
  public static JsonNode parse(byte[] record) throws IOException {
    return TREES.readTree(record);
  }

  static JsonParser parser(InputStream in) throws IOException {
    return MAPPER.getFactory().createParser(in);
  }

  /** Reads the value at which a parser stands. */
  static JsonNode tree(JsonParser parser) throws IOException {
    return TREES.readTree(parser);
  }

  static String malformed(String reason, JsonParser parser) {
    return "it is not valid JSON: %s at byte %d"
        .formatted(reason, parser.currentLocation().getByteOffset());
  }
}
