package io.daybook.transaction;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadChangesTest {

  @Test
  void names_each_member_that_differs_by_its_path_and_no_other() {
    String before = "{'a':1,'b':{'c':'x','d':[1,{'e':true},3],'gone':null},'same':{'z':1}}";
    String now = "{'same':{'z':1.0},'a':2,'b':{'c':'y','d':[1,{'e':false}],'new':{'k':0}}}";
    assertThat(PayloadChanges.between(tree(before), tree(now)))
        .containsExactly(
            new FieldChange("$.a", "1", "2"),
            new FieldChange("$.b.c", "\"x\"", "\"y\""),
            new FieldChange("$.b.d[1].e", "true", "false"),
            new FieldChange("$.b.d[2]", "3", null),
            new FieldChange("$.b.new", null, "{\"k\":0}"),
            new FieldChange("$.b.gone", "null", null));
  }

  @Test
  void tells_an_object_that_became_something_else_as_a_whole() {
    assertThat(PayloadChanges.between(tree("{'a':{'b':1}}"), tree("{'a':[1]}")))
        .containsExactly(new FieldChange("$.a", "{\"b\":1}", "[1]"));
  }

  @Test
  void quotes_names_that_a_path_could_not_hold() {
    assertThat(PayloadChanges.between(tree("{'a.b c':1}"), tree("{'a.b c':2}")))
        .containsExactly(new FieldChange("$[\"a.b c\"]", "1", "2"));
  }

  @Test
  void order_white_space_and_the_spelling_of_numbers_are_no_difference() {
    assertThat(PayloadChanges.between(tree("{'a':1,'b':[2]}"), tree(" {'b':[2.0],  'a':1e0}")))
        .isEmpty();
  }
}
