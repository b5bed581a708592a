package io.daybook.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.transaction.RawTransaction;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The payload is the gateway's own bytes, whatever they look like and wherever a buffer ends. */
class JsonRecordBytesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"a\"}",
        "{ \"id\" :\t\"a\" ,\r\n \"n\" : 1.50 }",
        "{\"b\":1e2,\"a\":1.0}",
        "{\"text\":\"} ] , \\\" \\\\ { [\"}",
        "{\"name\":\"محمد é 😀 \\u00e9 \\ud83d\\ude00\"}",
        "{\"nested\":{\"list\":[{\"a\":[]},{}]}}"
      })
  void a_record_keeps_its_own_bytes(String record) throws IOException {
    assertThat(texts(page("", record, " \n", record, ""))).containsExactly(record, record);
  }

  @Test
  void a_byte_order_mark_does_not_shift_the_records() throws IOException {
    assertThat(texts(page("\uFEFF", "{\"id\":\"é\"}", "", "{\"id\":\"b\"}", "\n")))
        .containsExactly("{\"id\":\"é\"}", "{\"id\":\"b\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {7_990, 65_530, 65_536, 65_540, 131_072, 400_000})
  void a_record_larger_than_the_buffers_keeps_its_own_bytes(int size) throws IOException {
    String large = "{\"name\":\"" + "é".repeat(size / 2) + "\",\"n\":1}";
    assertThat(texts(page("", large, "", "{\"id\":\"b\"}", "")))
        .containsExactly(large, "{\"id\":\"b\"}");
    assertThat(texts(page("", "{\"id\":\"b\"}", "", large, "")))
        .containsExactly("{\"id\":\"b\"}", large);
  }

  @Test
  void many_records_over_many_buffers_keep_their_own_bytes() throws IOException {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      records.add("{\"id\":\"txn_" + i + "\",\"name\":\"" + "é😀".repeat(i % 40) + "\"}");
    }
    String page = "{\"data\":[" + String.join(", ", records) + "],\"has_more\":false}";
    assertThat(texts(page.getBytes(UTF_8))).isEqualTo(records);
  }

  @Test
  void a_large_envelope_before_the_records_does_not_shift_them() throws IOException {
    String page =
        "{\"meta\":{\"note\":\""
            + "é".repeat(90_000)
            + "\"},\"url\":\""
            + "x".repeat(70_000)
            + "\",\"data\":[{\"id\":\"é\"}]}";
    assertThat(texts(page.getBytes(UTF_8))).containsExactly("{\"id\":\"é\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void a_stream_that_gives_few_bytes_at_a_time_is_read_alike(int step) throws IOException {
    byte[] page = page("\uFEFF", "{\"id\":\"😀é\"}", " ", "{\"n\":[1,{\"a\":\"}\"}]}", "\n");
    assertThat(texts(new Slow(page, step)))
        .containsExactly("{\"id\":\"😀é\"}", "{\"n\":[1,{\"a\":\"}\"}]}");
  }

  private static byte[] page(String before, String one, String space, String other, String after) {
    return (before
            + "{\"url\":\"/é\",\"data\":["
            + space
            + one
            + space
            + ","
            + space
            + other
            + space
            + "],\"has_more\":false}"
            + after)
        .getBytes(UTF_8);
  }

  private static List<String> texts(byte[] page) throws IOException {
    return texts(new ByteArrayInputStream(page));
  }

  private static List<String> texts(InputStream page) throws IOException {
    return PageText.read(page, "data").records().stream()
        .map(RawTransaction::bytes)
        .map(bytes -> new String(bytes, UTF_8))
        .toList();
  }

  /** Gives at most so many bytes for each read, as a slow connection does. */
  private static final class Slow extends FilterInputStream {
    private final int step;

    Slow(byte[] bytes, int step) {
      super(new ByteArrayInputStream(bytes));
      this.step = step;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      return super.read(target, offset, Math.min(count, step));
    }
  }
}
