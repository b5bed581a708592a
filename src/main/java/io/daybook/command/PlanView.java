package io.daybook.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.plan.Plan;
import io.daybook.plan.Planned;
import io.daybook.plan.What;
import io.daybook.transaction.FieldChange;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run would do with a day: how many transactions of each kind, then one by one. */
final class PlanView {
  private final Ask day;
  private final Plan plan;

  PlanView(Ask day, Plan plan) {
    this.day = day;
    this.plan = plan;
  }

  void print(PrintWriter out) {
    out.println(day + ": " + counts());
    for (What what : What.values()) {
      plan.told(what).forEach(each -> print(out, each));
      if (more(what) > 0) {
        out.println("  … and %s more %s".formatted(number(more(what)), what.word()));
      }
    }
  }

  private String counts() {
    return Stream.of(What.values())
        .map(what -> what.word() + " " + number(plan.count(what)))
        .collect(Collectors.joining(" · "));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** How many are told with none of their own lines, though others of their kind have some. */
  private long more(What what) {
    int told = plan.told(what).size();
    return what.isTold() ? plan.count(what) - told : 0;
  }

  private static void print(PrintWriter out, Planned each) {
    out.println(
        "  %s%s%s%s"
            .formatted(
                each.what().word(),
                each.id() == null ? "" : " " + each.id(),
                each.because() == null ? "" : " because of the " + each.because(),
                each.note() == null ? "" : ": " + each.note()));
    each.fields().forEach(field -> out.println("    " + line(field)));
  }

  private static String line(FieldChange change) {
    return "%s: %s -> %s".formatted(change.field(), shown(change.before()), shown(change.now()));
  }

  private static String shown(@Nullable String value) {
    return Objects.requireNonNullElse(value, "(none)");
  }

  ObjectNode json() {
    ObjectNode json = day.json();
    ObjectNode more = Json.object();
    ArrayNode transactions = json.arrayNode();
    for (What what : What.values()) {
      json.put(what.word(), plan.count(what));
      plan.told(what).forEach(each -> transactions.add(json(each)));
      if (more(what) > 0) {
        more.put(what.word(), more(what));
      }
    }
    json.set("transactions", transactions);
    json.set("more", more);
    return json;
  }

  private static ObjectNode json(Planned each) {
    ObjectNode json =
        Json.object()
            .put("what", each.what().word())
            .put("id", each.id())
            .put("note", each.note())
            .put("because", each.because());
    ArrayNode fields = json.putArray("fields");
    each.fields()
        .forEach(
            field ->
                fields
                    .addObject()
                    .put("field", field.field())
                    .put("before", field.before())
                    .put("now", field.now()));
    return json;
  }
}
