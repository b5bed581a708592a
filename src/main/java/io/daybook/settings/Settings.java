package io.daybook.settings;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration, valid or not made at all. Strongest first: system property, environment
 * variable, {@code application.properties} in the working directory, the jar's own.
 *
 * @param gateways by name, in the order of {@code daybook.gateways}
 * @param properties every {@code daybook.*} setting with the value in force, for placeholders in
 *     routes; with secrets
 */
public record Settings(
    DatabaseSettings database,
    QueueSettings queue,
    ScheduleSettings schedule,
    StoreSettings store,
    WorkerSettings worker,
    HttpSettings http,
    PageSettings page,
    ManagementSettings management,
    ArchiveSettings archive,
    @Nullable Path routesDirectory,
    boolean replaceSteps,
    String instance,
    Map<String, GatewaySettings> gateways,
    SortedMap<String, String> properties) {

  public Settings {
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /** From all sources; throws SettingsException with all faults. */
  public static Settings load() {
    return load(EnumSet.allOf(Need.class));
  }

  /** The same, where only some parts must be there. */
  public static Settings load(Set<Need> needs) {
    return examine(needs).orThrow();
  }

  /** Overrides on top of the jar's defaults, and nothing else: for tests and the sandbox. */
  public static Settings of(Map<String, String> overrides) {
    return of(overrides, EnumSet.allOf(Need.class));
  }

  /** The same, where only some parts must be there. */
  public static Settings of(Map<String, String> overrides, Set<Need> needs) {
    return examine(overrides, needs).orThrow();
  }

  /** From all sources, with the faults instead of an exception. */
  public static Examined examine(Set<Need> needs) {
    return SettingsReader.read(Sources.real(), needs);
  }

  /** From overrides, with the faults instead of an exception. */
  public static Examined examine(Map<String, String> overrides, Set<Need> needs) {
    return SettingsReader.read(Sources.overrides(overrides), needs);
  }

  @Override
  public String toString() {
    return "Settings" + Mask.values(properties);
  }
}
