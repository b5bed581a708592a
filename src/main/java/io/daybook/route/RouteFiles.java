package io.daybook.route;

import io.daybook.settings.GatewaySettings;
import io.daybook.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which route files are loaded: an explicit list, because a pattern that matches nothing is no
 * error to Camel. A provider's file in {@code daybook.routes.directory} replaces the built-in one;
 * a step's only with {@code daybook.routes.replace-steps=true}.
 */
public final class RouteFiles {
  /** The steps, error handling first: it must be known before the routes that name it. */
  public static final List<String> STEPS =
      List.of(
          "failures",
          "handovers",
          "page-failures",
          "schedule-days",
          "reconcile-days",
          "receive-day",
          "work-message",
          "admit-day",
          "request-days",
          "feed-days",
          "ask-day",
          "run-day",
          "open-run",
          "download-day",
          "fetch-page",
          "archive-page",
          "store-page",
          "write-manifest",
          "store-batch",
          "finish-batch",
          "commit-batch",
          "seal-day",
          "end-run",
          "dead-letter-day",
          "send-dead-letter",
          "send-rejected",
          "store-kept",
          "store-rejected",
          "rebuild-day",
          "expire-pages");

  /** Those of a plan: a run's, but for what writes, and none that takes a message. */
  private static final List<String> PLAN_STEPS =
      List.of(
          "page-failures",
          "plan-day",
          "download-day",
          "fetch-page",
          "archive-page",
          "store-page",
          "store-batch",
          "finish-batch");

  private static final String SUFFIX = ".camel.yaml";

  private final @Nullable Path directory;
  private final boolean replaceSteps;

  public RouteFiles(Settings settings) {
    directory = settings.routesDirectory();
    replaceSteps = settings.replaceSteps();
  }

  /** Returns the files of all steps, as Camel URIs. */
  public List<String> steps() {
    return STEPS.stream().map(this::step).toList();
  }

  /** Returns the same of what only plans. */
  public List<String> planSteps() {
    return PLAN_STEPS.stream().map(this::step).toList();
  }

  /** Returns the files of the providers that enabled gateways use, by name, as Camel URIs. */
  Map<String, String> providers(Settings settings) {
    Map<String, String> files = new LinkedHashMap<>();
    settings.gateways().values().stream()
        .map(GatewaySettings::provider)
        .forEach(name -> files.put(name, provider(name)));
    return files;
  }

  private String step(String name) {
    return replaceSteps ? found(name) : builtIn(name);
  }

  private String provider(String name) {
    return found("gateways/" + name);
  }

  private String found(String name) {
    Path file = directory == null ? null : directory.resolve(name + SUFFIX);
    return file != null && Files.isRegularFile(file)
        ? "file:" + file.toAbsolutePath()
        : builtIn(name);
  }

  private static String builtIn(String name) {
    return "classpath:routes/" + name + SUFFIX;
  }

  /** Returns the steps whose built-in route is replaced. */
  public List<String> replacedSteps() {
    return Stream.concat(STEPS.stream(), PLAN_STEPS.stream())
        .distinct()
        .filter(name -> step(name).startsWith("file:"))
        .toList();
  }
}
