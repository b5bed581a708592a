package io.daybook.transaction;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of an answer are personal: dotted paths, such as {@code billing_details.email
 * card.number}. A path counts wherever members of these names follow each other, with arrays in
 * between or not: in a transaction, deeper in it, or beside the transactions.
 */
public final class PersonalFields {
  public static final PersonalFields NONE = new PersonalFields("");

  private final List<List<String>> paths;
  private final Map<String, List<List<String>>> byLastName;

  /**
   * Takes paths with white space or commas between them.
   *
   * @throws IllegalArgumentException if a path has an empty name
   */
  public PersonalFields(String spec) {
    paths =
        Arrays.stream(spec.strip().split("[\\s,]+", -1))
            .filter(path -> !path.isEmpty())
            .map(PersonalFields::names)
            .toList();
    byLastName = paths.stream().collect(groupingBy(path -> path.get(path.size() - 1)));
  }

  private static List<String> names(String path) {
    List<String> names = List.of(path.split("\\.", -1));
    if (names.contains("")) {
      throw new IllegalArgumentException("personal has \"" + path + "\", which is no path");
    }
    return names;
  }

  public boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Returns whether the member whose name a parser has just read is one of them. */
  public boolean match(JsonStreamContext member) {
    List<List<String>> ending = byLastName.get(member.getCurrentName());
    return ending != null && ending.stream().anyMatch(path -> leadsTo(path, member));
  }

  private static boolean leadsTo(List<String> path, JsonStreamContext member) {
    int left = path.size();
    for (JsonStreamContext each = member; each != null && left > 0; each = each.getParent()) {
      if (each.inObject()) {
        left--;
        if (!Objects.equals(path.get(left), each.getCurrentName())) {
          return false;
        }
      }
    }
    return left == 0;
  }

  /**
   * Returns which of them hides what stands at a path from the answer's outermost object, or null.
   */
  public @Nullable String hiding(String path) {
    List<String> names = List.of(path.split("\\.", -1));
    return paths.stream()
        .filter(personal -> stands(personal, names))
        .map(personal -> String.join(".", personal))
        .findFirst()
        .orElse(null);
  }

  private static boolean stands(List<String> personal, List<String> names) {
    return Collections.indexOfSubList(names, personal) >= 0;
  }
}
