package io.daybook.route;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One rule of the house style. Its name is also the folder of the examples that break it. */
record HouseRule(String name, Check check) {

  /** Finds what breaks a rule in one file. */
  @FunctionalInterface
  interface Check {
    Stream<RouteFault> faults(RouteFile file);
  }

  /** Makes a rule that looks at each element of a file by itself. */
  static HouseRule forEach(
      String name, Predicate<Element> broken, Function<Element, String> reason) {
    return new HouseRule(
        name,
        file -> file.elements().filter(broken).map(e -> file.fault(e.line(), reason.apply(e))));
  }
}
