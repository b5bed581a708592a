package io.daybook.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.route.HouseStyle;
import io.daybook.route.RouteFault;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check reports its broken examples, with exactly the message that the example announces. */
class BrokenRoutesTest {

  /** What other checks than the house style find. */
  private static final Set<String> OTHER_CHECKS = Set.of("schema");

  private static final RouteSchema SCHEMA = new RouteSchema();

  static Stream<BrokenRoute> examplesOfTheHouseStyle() throws IOException {
    return BrokenRoute.all().stream().filter(example -> !OTHER_CHECKS.contains(example.rule()));
  }

  static Stream<BrokenRoute> examplesOfTheSchema() throws IOException {
    return BrokenRoute.all().stream().filter(example -> example.rule().equals("schema"));
  }

  @ParameterizedTest
  @MethodSource("examplesOfTheHouseStyle")
  void the_house_style_reports_a_broken_file_by_file_line_and_reason(BrokenRoute example) {
    List<RouteFault> faults = HouseStyle.faults(example.fileName(), example.yaml());
    assertThat(faults).isNotEmpty().isEqualTo(example.reported());
  }

  @ParameterizedTest
  @MethodSource("examplesOfTheSchema")
  void the_schema_reports_a_broken_file_by_file_line_and_reason(BrokenRoute example) {
    List<RouteFault> faults = SCHEMA.faults(example.fileName(), example.yaml());
    assertThat(faults).isNotEmpty().isEqualTo(example.reported());
  }
}
