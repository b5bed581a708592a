package io.daybook.transaction;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {
  private static final String RECORD =
      "{'id':'a','amount':100,'open':true,'note':null,'source':{'type':'card'},'fees':[1,2]}";
  private static final Instant AT = Instant.parse("2024-07-10T10:15:00Z");

  @Test
  void is_a_sha_256() {
    assertThat(ContentHash.of(tree(RECORD))).hasSize(32).isEqualTo(ContentHash.of(tree(RECORD)));
  }

  @Test
  void the_order_of_members_does_not_count_at_any_depth() {
    assertSame("{'a':1,'b':{'c':2,'d':3}}", "{'b':{'d':3,'c':2},'a':1}");
  }

  @Test
  void white_space_and_the_spelling_of_characters_do_not_count() {
    assertSame("{'a':['é',1]}", " {\n 'a' : [ '\\u00e9' ,\t1 ] } ");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "100, 1e2",
    "100, 100.00",
    "-5, -5.0",
    "0, 0.0",
    "0, -0.0",
    "0, 0e7",
    "1.5, 1.50",
    "1.5, 15e-1",
    "0.00001, 1E-5",
    "12345678901234567890, 12345678901234567890.000"
  })
  void the_spelling_of_a_number_does_not_count(String one, String other) {
    assertSame("{'a':" + one + "}", "{'a':" + other + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "\\ud800, \\ud801",
    "\\ud800, ?",
    "\\ud800, \\ufffd",
    "\\udc00\\ud800, \\ud800\\udc00"
  })
  void halves_of_surrogate_pairs_are_told_apart(String one, String other) {
    assertThat(ContentHash.of(tree("{'a':'" + one + "'}")))
        .isNotEqualTo(ContentHash.of(tree("{'a':'" + other + "'}")));
  }

  @Test
  void the_hash_of_a_record_is_what_it_always_was() {
    assertThat(HexFormat.of().formatHex(ContentHash.of(tree("{'a':['é\ud83d\ude00',1]}"))))
        .isEqualTo("7eb63b0b7eff80a458411da5eab3af65657141c6c549114e83ce078eecef81e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'b','amount':100,'open':true,'note':null,'source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':101,'open':true,'note':null,'source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':-100,'open':true,'note':null,'source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':'100','open':true,'note':null,'source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':100.5,'open':true,'note':null,'source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':100,'open':false,'note':null,'source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':100,'open':'true','note':null,'source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':100,'open':true,'note':'','source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':100,'open':true,'note':'null','source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':100,'open':true,'source':{'type':'card'},'fees':[1,2]}",
        "{'id':'a','amount':100,'open':true,'note':null,'source':{'type':'Card'},'fees':[1,2]}",
        "{'id':'a','amount':100,'open':true,'note':null,'source':{},'type':'card','fees':[1,2]}",
        "{'id':'a','amount':100,'open':true,'note':null,'source':{'type':'card'},'fees':[2,1]}",
        "{'id':'a','amount':100,'open':true,'note':null,'source':{'type':'card'},'fees':[12]}",
        "{'id':'a','amount':100,'open':true,'note':null,'source':{'type':'card'},'fees':[[1],2]}",
        "{'id':'a','amount':100,'open':true,'note':null,'source':{'type':'card'},'fees':[1,2],'x':0}"
      })
  void any_changed_value_counts(String changed) {
    assertThat(ContentHash.of(tree(changed))).isNotEqualTo(ContentHash.of(tree(RECORD)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "['a','b']; ['ab']",
        "['a','b']; ['b','a']",
        "{'a':'b','c':'d'}; {'a':'bcd'}",
        "{}; []",
        "[[]]; [[],[]]",
        "[[1],2]; [[1,2]]",
        "'1'; 1"
      })
  void values_never_run_into_each_other(String one, String other) {
    assertThat(ContentHash.of(tree("{'v':" + one + "}")))
        .isNotEqualTo(ContentHash.of(tree("{'v':" + other + "}")));
  }

  @Test
  void any_changed_column_counts() {
    byte[] hash = hash("posted", 100L, AT, "ref");
    assertThat(hash).isEqualTo(hash("posted", 100L, AT, "ref"));
    assertThat(hash("pending", 100L, AT, "ref")).isNotEqualTo(hash);
    assertThat(hash("posted", -100L, AT, "ref")).isNotEqualTo(hash);
    assertThat(hash("posted", null, AT, "ref")).isNotEqualTo(hash);
    assertThat(hash("posted", 100L, AT.plusMillis(1), "ref")).isNotEqualTo(hash);
    assertThat(hash("posted", 100L, AT, null)).isNotEqualTo(hash);
    assertThat(hash("posted", 100L, AT, "")).isNotEqualTo(hash("posted", 100L, AT, null));
  }

  private static byte[] hash(Object... columns) {
    return ContentHash.of(tree(RECORD), columns);
  }

  @ParameterizedTest
  @CsvSource({"a|b, c, a, b|c", "a, bc, ab, c", "'', 1|x, 1|x, ''", "1|a, 1|b, 1|a1|1, |b"})
  void columns_never_run_into_each_other(String a, String b, String c, String d) {
    assertThat(hash(a, b)).isNotEqualTo(hash(c, d));
  }

  @Test
  void a_column_that_moves_to_its_neighbour_counts() {
    assertThat(hash("ref", null)).isNotEqualTo(hash(null, "ref"));
  }

  private static void assertSame(String one, String other) {
    assertThat(ContentHash.of(tree(one), "x")).isEqualTo(ContentHash.of(tree(other), "x"));
  }
}
