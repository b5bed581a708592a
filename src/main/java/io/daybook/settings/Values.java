package io.daybook.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads settings one after the other and collects every fault on the way; a fallback stands in for
 * a refused value.
 */
final class Values {
  private final Sources sources;
  private final Set<Need> needs;
  private final Map<String, String> known;
  private final SortedMap<String, String> resolved = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  Values(Sources sources, Set<Need> needs) {
    this.sources = sources;
    this.needs = needs;
    this.known = new TreeMap<>(sources.defaults());
  }

  boolean needs(Need need) {
    return needs.contains(need);
  }

  /**
   * Makes a setting known that the jar's file cannot list, since a gateway's name is part of it.
   */
  void declare(String name, String defaultValue) {
    known.put(name, defaultValue);
  }

  Set<String> known() {
    return Collections.unmodifiableSet(known.keySet());
  }

  <T> T read(String name, Kind<T> kind) {
    Sources.Found found = find(name);
    resolved.put(name, found.value());
    try {
      return kind.parser().apply(found.value());
    } catch (RuntimeException e) {
      faults.add(fault(name, found, kind.allowed(), e));
      return kind.fallback();
    }
  }

  String text(String name) {
    return read(name, Kind.TEXT);
  }

  /** Puts the value in force in place of an empty one, for whoever reads the properties. */
  void resolve(String name, Object value) {
    resolved.put(name, value.toString());
  }

  /** The value as text, whatever its kind and whether it was refused or not. */
  String value(String name) {
    return find(name).value();
  }

  void fault(String fault) {
    faults.add(fault);
  }

  /** Every known setting and its value, also those that nothing has read. */
  SortedMap<String, String> properties() {
    SortedMap<String, String> all = new TreeMap<>();
    known.keySet().forEach(name -> all.put(name, find(name).value()));
    all.putAll(resolved);
    return Collections.unmodifiableSortedMap(all);
  }

  List<String> faults() {
    return faults;
  }

  private Sources.Found find(String name) {
    String defaultValue = known.get(name);
    if (defaultValue == null) {
      throw new IllegalStateException(name + " is read but not declared in " + Sources.FILE);
    }
    return sources.find(name).orElse(new Sources.Found(defaultValue.strip(), "default"));
  }

  private static String fault(
      String name, Sources.Found found, String allowed, RuntimeException refusal) {
    if (found.value().isEmpty()) {
      return "%s is not set (environment variable %s): it must be %s"
          .formatted(name, Sources.variable(name), allowed);
    }
    return "%s is %s (%s): it must be %s%s"
        .formatted(name, Mask.value(name, found.value()), found.where(), allowed, detail(refusal));
  }

  private static String detail(RuntimeException refusal) {
    return refusal instanceof Kind.Refusal && refusal.getMessage() != null
        ? "; " + refusal.getMessage()
        : "";
  }
}
