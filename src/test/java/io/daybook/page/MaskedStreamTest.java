package io.daybook.page;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.transaction.PersonalFields;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of personal fields are masked, every other byte is the gateway's own. */
class MaskedStreamTest {
  private static final PersonalFields FIELDS =
      new PersonalFields("billing.email card.number, customer secrets");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"customer\":\"Jane\"}|{\"customer\":M}",
        "{ \"customer\" :\t\"Jane\\\"\\\\\" ,\"é\":1.50 }|{ \"customer\" :\tM ,\"é\":1.50 }",
        "{\"customer\":{\"name\":[\"Jane\",{\"a\":{}}]},\"n\":1}|{\"customer\":M,\"n\":1}",
        "{\"customer\":[1,[2],{}] }|{\"customer\":M }",
        "{\"customer\":-4.2e7}|{\"customer\":M}",
        "{\"customer\":42,\"customer\":true}|{\"customer\":M,\"customer\":M}",
        "{\"customer\":null,\"n\":\"\"}|{\"customer\":null,\"n\":\"\"}",
        "{\"cust\\u006fmer\":\"Jane\"}|{\"cust\\u006fmer\":M}",
        "{\"billing\":{\"email\":\"j@x\",\"city\":\"é\"}}|{\"billing\":{\"email\":M,\"city\":\"é\"}}",
        "{\"billing\":[{\"email\":\"j@x\"},[{\"email\":1}]]}|{\"billing\":[{\"email\":M},[{\"email\":M}]]}",
        "{\"data\":[{\"billing\":{\"email\":\"j@x\"}}],\"deep\":{\"billing\":{\"email\":1}}}"
            + "|{\"data\":[{\"billing\":{\"email\":M}}],\"deep\":{\"billing\":{\"email\":M}}}",
        "{\"email\":\"kept\",\"billing\":{\"to\":{\"email\":\"kept\"}}}"
            + "|{\"email\":\"kept\",\"billing\":{\"to\":{\"email\":\"kept\"}}}",
        "[{\"customer\":\"Jane\"}] |[{\"customer\":M}] ",
        "{\"a\":{\"customer\":{\"customer\":\"Jane\"}},\"customers\":1}|{\"a\":{\"customer\":M},\"customers\":1}",
      })
  void a_personal_value_is_masked_wherever_it_stands_and_nothing_else_is(String sent, String kept)
      throws IOException {
    String expected = kept.replace("M", MaskedStream.MASK);
    assertThat(mask(sent)).isEqualTo(expected);
    assertThat(mask(expected)).as("masked again").isEqualTo(expected);
    assertThat(mask("\uFEFF" + sent)).isEqualTo("\uFEFF" + expected);
    InputStream slow = new ByByte(sent.getBytes(UTF_8));
    assertThat(new String(new MaskedStream(slow, FIELDS).readAllBytes(), UTF_8))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Jane</html>",
        "Jane",
        "{\"id\":1,\"customer\":\"Jane",
        "{\"id\":1,\"customer\":Jane}",
        "{\"id\":1,\"customer\":{\"name\":\"Jane\"",
        "{\"id\":1,\"customer\":{\"name\":\"Jane\"]",
        "{\"id\":1,\"customer\":\"\uFFFFJane",
        "{\"id\":1} Jane",
        "{\"id\":1,'customer':'Jane'}",
        "{\"id\":1,customer:\"Jane\"}",
        "{\"id\":1,\"custom\u0000er\":\"Jane\"}"
      })
  void what_is_no_json_ends_before_it_and_is_told_without_its_values(String sent)
      throws IOException {
    try (MaskedStream masked = new MaskedStream(in(sent), FIELDS)) {
      String kept = new String(masked.readAllBytes(), UTF_8);
      assertThat(sent).startsWith(kept);
      assertThat(kept).doesNotContain("J");
      assertThat(masked.fault()).startsWith("it is not valid JSON: ").doesNotContain("Jane");
    }
  }

  @Test
  void bytes_of_another_charset_or_of_none_are_not_passed_on() throws IOException {
    for (byte[] sent :
        new byte[][] {
          "{\"customer\":\"Jane\"}".getBytes(UTF_16LE),
          {'{', '"', 'c', '"', ':', '"', (byte) 0xff, 'J', '"', '}'},
          {'{', '"', 'c', '"', ':', '"', (byte) 0xe2, '"', ',', '"', 'J', '"', '}'}
        }) {
      try (MaskedStream masked = new MaskedStream(new ByteArrayInputStream(sent), FIELDS)) {
        assertThat(new String(masked.readAllBytes(), UTF_8)).isIn("", "{");
        assertThat(masked.fault()).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7_970, 7_985, 8_000, 32_760, 65_530, 65_536, 400_000})
  void a_value_that_meets_the_end_of_a_buffer_is_masked_as_any_other(int size) throws IOException {
    String filler = "é".repeat(size / 2);
    String sent = "{\"n\":\"%s\",\"customer\":\"%1$s\",\"m\":\"%1$s\"}".formatted(filler);
    assertThat(mask(sent))
        .isEqualTo(
            "{\"n\":\"%s\",\"customer\":%s,\"m\":\"%1$s\"}".formatted(filler, MaskedStream.MASK));
  }

  @Test
  void limits_hold_for_what_is_masked_too() throws IOException {
    assertThat(fault(in("{\"customer\":\"" + "J".repeat(1_000_001) + "\"}")))
        .contains("exceeds the maximum");
    assertThat(fault(in("{\"customer\":" + "[".repeat(101) + "]".repeat(101) + "}")))
        .contains("nesting depth");
    assertThat(fault(many("{", " ".repeat(1 << 20), "}"))).contains("more than 16777216 bytes");
  }

  /** What is held has a limit of its own, as the white space above shows. */
  @Test
  void what_is_held_does_not_grow_with_the_answer() throws IOException {
    String element = "\"" + "J".repeat(900_000) + "\",";
    for (String start : List.of("{\"customer\":[", "{\"n\":[", "{\"customer\":[{\"n\":[")) {
      String end = start.endsWith("n\":[") && start.contains("customer") ? "1]}]}" : "1]}";
      assertThat(fault(many(start, element, end))).isEqualTo("null");
    }
  }

  /** The middle forty times. */
  private static InputStream many(String start, String middle, String end) {
    List<InputStream> parts = new ArrayList<>();
    parts.add(in(start));
    IntStream.range(0, 40).forEach(i -> parts.add(in(middle)));
    parts.add(in(end));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static String fault(InputStream sent) throws IOException {
    try (MaskedStream masked = new MaskedStream(sent, FIELDS)) {
      masked.transferTo(OutputStream.nullOutputStream());
      return String.valueOf(masked.fault());
    }
  }

  private static String mask(String sent) throws IOException {
    try (MaskedStream masked = new MaskedStream(in(sent), FIELDS)) {
      String kept = new String(masked.readAllBytes(), UTF_8);
      assertThat(masked.fault()).isNull();
      return kept;
    }
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** One byte at a time, whatever is asked for. */
  private static final class ByByte extends FilterInputStream {
    ByByte(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      return super.read(target, offset, Math.min(count, 1));
    }
  }
}
