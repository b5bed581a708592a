package io.daybook.page;

import static io.daybook.testing.JsonText.tree;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.gateway.GatewayAnswerException;
import io.daybook.transaction.RawTransaction;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes are written as ' in these pages. */
class JsonRecordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':[{'id':'a'},{'id':'b'}],'has_more':true,'meta':{'count':2}}",
        "{'has_more':true,'meta':{'count':2},'data':[{'id':'a'},{'id':'b'}]}",
        "{'has_more':true,'data':[{'id':'a'},{'id':'b'}],'meta':{'count':2}}",
        " \r\n{ 'has_more' : true,\n'data' : [ {'id':'a'}\n , {'id':'b'} ] ,'meta':{'count':2} }\n\n"
      })
  void what_stands_around_the_records_is_read_wherever_it_stands(String page) throws IOException {
    PageText read = read(page);
    assertThat(read.records())
        .extracting(each -> each.fields().get("id").textValue())
        .containsExactly("a", "b");
    assertThat(read.records()).extracting(RawTransaction::position).containsExactly(0L, 1L);
    assertThat(read.summary().transactions()).isEqualTo(2);
    assertThat(read.summary().last()).isEqualTo(tree("{'id':'b'}"));
    assertThat(read.summary().find("has_more")).isEqualTo(tree("true"));
    assertThat(read.summary().find("meta.count")).isEqualTo(tree("2"));
  }

  @Test
  void an_empty_array_is_a_page_without_transactions() throws IOException {
    PageText read = read("{'data':[],'has_more':false}");
    assertThat(read.records()).isEmpty();
    assertThat(read.summary().transactions()).isZero();
    assertThat(read.summary().last()).isNull();
    assertThat(read.summary().find("has_more")).isEqualTo(tree("false"));
  }

  @Test
  void records_may_stand_inside_of_objects() throws IOException {
    String page =
        "{'v':1,'result':{'more':true,'list':{'n':1,'items':[{'id':'a'}],'z':{'y':2}}},'data':[7]}";
    PageText read = PageText.read(bytes(page), "result.list.items");
    assertThat(read.records())
        .singleElement()
        .extracting(RawTransaction::fields)
        .isEqualTo(tree("{'id':'a'}"));
    assertThat(read.summary().find("result.more")).isEqualTo(tree("true"));
    assertThat(read.summary().find("result.list.n")).isEqualTo(tree("1"));
    assertThat(read.summary().find("result.list.z.y")).isEqualTo(tree("2"));
    assertThat(read.summary().find("data")).isEqualTo(tree("[7]"));
  }

  @Test
  void an_array_of_the_same_name_elsewhere_is_not_the_records() throws IOException {
    PageText read = read("{'meta':{'data':[{'id':'x'}]},'data':[{'id':'a','data':[{'id':'y'}]}]}");
    assertThat(read.records()).hasSize(1);
    assertThat(read.records().get(0).fields().get("id").textValue()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'has_more':false}",
        "{'data':null}",
        "{'data':{'id':'a'}}",
        "{'data':'[]'}",
        "{'Data':[]}",
        "{'list':{'data':[]}}"
      })
  void a_page_without_its_array_is_an_error_and_never_an_empty_page(String page) {
    assertFails(page, "no array \"data\"");
  }

  @Test
  void an_error_in_place_of_the_records_is_told() {
    assertFails(
        "{'error':{'code':'rate_limit','message':'Too many requests'}}", "Too many requests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{'id':'a'}]", "'data'", "null", "7", " "})
  void what_is_no_object_is_an_error(String page) {
    assertFails(page, "not a JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html></html>", "data", "{data:[]}", "{'data':[,]}"})
  void what_is_no_json_is_an_error(String page) {
    assertFails(page, "not valid JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':[{'id':'a'}",
        "{'data':[{'id':'a'},",
        "{'data':[{'id':'a'},{'id':'b",
        "{'data':[{'id':'a'},{'id'",
        "{'data':[{'id':'a'}]",
        "{'data':[{'id':'a'}],",
        "{'data':[{'id':'a'}],'has_more'",
        "{'data':[{'id':'a'}],'has_more':false",
        "{'data':[",
        "{'data'",
        "{"
      })
  void a_page_that_is_cut_off_is_an_error_wherever_it_is_cut(String page) {
    assertFails(page, "");
  }

  @Test
  void a_page_that_is_cut_off_at_any_byte_is_an_error() {
    byte[] page = bytes("{'data':[{'id':'a','n':[1,{}]},{'id':'é'}],'meta':{'next':null}}");
    for (int length = 0; length < page.length; length++) {
      byte[] cut = Arrays.copyOf(page, length);
      assertThatThrownBy(() -> PageText.read(cut, "data"))
          .as("%d bytes of %d", length, page.length)
          .isInstanceOf(GatewayAnswerException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "}", "]", "x", "{'data':[]}", ",", "<html>", "\0"})
  void anything_after_the_end_is_an_error(String more) {
    assertFails("{'data':[{'id':'a'}],'has_more':false}" + more, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id':'a','id':'b'}", "{'id':'a','s':{'x':1,'x':1}}"})
  void a_record_that_names_a_member_twice_is_an_error(String record) {
    assertFails("{'data':[" + record + "],'has_more':false}", "not valid JSON");
  }

  @Test
  void nesting_beyond_the_limit_is_an_error_and_no_overflow() {
    String deep = "[".repeat(100_000);
    assertFails("{'data':[{'id':" + deep, "not valid JSON");
    assertFails("{'meta':" + deep, "not valid JSON");
  }

  @Test
  void what_is_not_utf_8_is_an_error() {
    assertThatThrownBy(() -> PageText.read("{\"data\":[{\"id\":1}]}".getBytes(UTF_16LE), "data"))
        .isInstanceOf(GatewayAnswerException.class);
    byte[] latin = bytes("{'data':[{'id':'?'}]}");
    latin[15] = (byte) 0xe9;
    assertThatThrownBy(() -> PageText.read(latin, "data"))
        .isInstanceOf(GatewayAnswerException.class);
  }

  private static void assertFails(String page, String why) {
    assertThatThrownBy(() -> read(page))
        .isInstanceOf(GatewayAnswerException.class)
        .hasMessageContaining(why);
  }

  private static PageText read(String page) throws IOException {
    return PageText.read(bytes(page), "data");
  }

  private static byte[] bytes(String page) {
    return page.replace('\'', '"').getBytes(UTF_8);
  }

  @Test
  void a_member_that_stands_twice_around_the_records_is_an_error_and_loses_nothing() {
    assertFails("{'data':[{'id':'a'}],'more':false,'data':[{'id':'b'}]}", "twice");
    assertFails("{'data':[{'id':'a'}],'more':true,'more':false}", "twice");
  }

  @Test
  void a_number_beyond_reason_is_an_error_that_names_the_place() {
    assertFails("{'data':[{'id':'a'},{'x':1e99999999999,'id':'b'}]}", "not valid JSON");
  }
}
