package io.daybook.transaction;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatileFieldsTest {

  @Test
  void takes_out_fields_and_whole_objects_and_leaves_the_record_as_it_is() {
    JsonNode record = tree("{'id':1,'seen':2,'meta':{'at':3,'by':4},'http':{'x':5},'off':null}");
    VolatileFields fields = new VolatileFields("seen meta.at http off id.none nothing.at.all");
    assertThat(fields.removedFrom(record)).isEqualTo(tree("{'id':1,'meta':{'by':4}}"));
    assertThat(record).hasSize(5);
  }

  @Test
  void costs_nothing_where_none_is_declared() {
    JsonNode record = tree("{'id':1}");
    assertThat(VolatileFields.NONE.removedFrom(record)).isSameAs(record);
  }

  @ParameterizedTest
  @CsvSource({"created, created", "source, source.type", "source.type, source"})
  void refuses_a_field_that_a_column_is_read_from_or_that_holds_such_a_one(
      String named, String column) {
    VolatileFields fields = new VolatileFields("other " + named);
    assertThatThrownBy(() -> fields.checkApartFrom(column))
        .hasMessageContaining("\"" + named + "\" is volatile")
        .hasMessageContaining("\"" + column + "\"");
  }

  @ParameterizedTest
  @CsvSource({"created_at, created", "source.kind, source.type"})
  void allows_a_field_beside_those(String named, String column) {
    new VolatileFields(named).checkApartFrom(column);
  }
}
