package io.daybook.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.Secrets;
import io.daybook.transaction.Erasure;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.Transaction;
import io.daybook.transaction.UnmappableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A note takes the place of what is erased, and the page stays what it was in every other byte. */
class RecordEraserTest {
  private static final Erasure ERASURE =
      new Erasure("0b1f8a1e-0000-4000-8000-000000000000", Instant.parse("2024-07-11T12:00:00Z"));
  private static final Set<String> KNOWN = Set.of(ERASURE.id());
  private static final String JANE =
      "{\"id\":\"jane\",\"amount\":5,\"currency\":\"SAR\",\"at\":1720612800,\"who\":\"é\"}";
  private static final String NEIGHBOUR = "{ \"id\" :\t\"é😀\" }";

  private final JsonTransactions mapping = new JsonTransactions();

  RecordEraserTest() {
    mapping.setRecords("page.data");
    mapping.setId("id");
    mapping.setType("'payment'");
    mapping.setStatus("'paid'");
    mapping.setEffect("posted");
    mapping.setAmount("amount");
    mapping.setCurrency("currency");
    mapping.setOccurredAt("epoch-seconds at");
    mapping.setReference("who");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t"})
  void every_other_byte_stays(String space) throws IOException {
    String before = "\uFEFF{\"n\":[1,{}]," + space + "\"page\":{\"data\" : [" + space + NEIGHBOUR;
    String after = space + "," + NEIGHBOUR + "]" + space + ",\"jane\":\"jane\"}}" + space;
    String page = before + "," + space + JANE + after;

    String erased = erase(page, Set.of(), 1);

    assertThat(erased).startsWith(before + "," + space + "{\"erasedByDaybook\":{").endsWith(after);
    assertThat(erased).doesNotContain("who");
    assertThat(erase(erased, KNOWN, 0)).as("erased again").isEqualTo(erased);
  }

  @Test
  void what_is_left_maps_to_the_same_columns_with_the_hash_of_what_was_sent()
      throws IOException, UnmappableException {
    Transaction sent = mapping.map(records(page(JANE), Set.of()).get(0));
    RawTransaction raw = records(erase(page(JANE), Set.of(), 1), KNOWN).get(0);
    Transaction left = mapping.map(raw);

    assertThat(left).usingRecursiveComparison().ignoringFields("raw", "reference").isEqualTo(sent);
    assertThat(left.reference()).isNull();
    assertThat(mapping.idOf(raw)).isEqualTo("jane");
  }

  @Test
  void a_gateway_cannot_make_up_that_something_was_erased() throws IOException {
    String made = erase(page(JANE), Set.of(), 1);
    assertThat(records(made, Set.of()).get(0).erased()).isNull();
    assertThat(records(made, Set.of("another")).get(0).erased()).isNull();
    String more = made.replace("{\"erasedByDaybook\"", "{\"id\":\"jane\",\"erasedByDaybook\"");
    assertThat(records(more, KNOWN).get(0).erased()).isNull();
    assertThatThrownBy(() -> mapping.map(records(made, Set.of()).get(0)))
        .isInstanceOf(UnmappableException.class);
  }

  @Test
  void of_a_page_that_breaks_off_only_what_was_read_is_copied() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String page = page(NEIGHBOUR + "," + JANE + ",{\"id\":\"jane\",\"who\":\"é");
    assertThatThrownBy(() -> eraser(Set.of()).copy(in(page), out))
        .isInstanceOf(GatewayAnswerException.class);
    assertThat(out.toString(UTF_8)).contains(NEIGHBOUR).contains("erased").doesNotContain("who");
  }

  private String erase(String page, Set<String> known, int expected) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(eraser(known).copy(in(page), out)).isEqualTo(expected);
    return out.toString(UTF_8);
  }

  private RecordEraser eraser(Set<String> known) {
    return new RecordEraser(
        mapping,
        known,
        raw -> "jane".equals(mapping.idOf(raw)) ? ERASURE : null,
        new Secrets(List.of()));
  }

  private static List<RawTransaction> records(String page, Set<String> known) throws IOException {
    OutputStream nowhere = OutputStream.nullOutputStream();
    try (JsonRecords records =
        new JsonRecords(in(page), "page.data", new Secrets(List.of()), known, nowhere)) {
      return List.of(Objects.requireNonNull(records.next()));
    }
  }

  private static String page(String records) {
    return "{\"page\":{\"data\":[" + records + "]}}";
  }

  private static ByteArrayInputStream in(String page) {
    return new ByteArrayInputStream(page.getBytes(UTF_8));
  }
}
