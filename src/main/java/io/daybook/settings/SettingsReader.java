package io.daybook.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Reads every part, and collects all faults on the way. */
final class SettingsReader {
  private static final String INSTANCE = "daybook.instance";
  private static final Kind<String> INSTANCE_NAME =
      Kind.matching("\\S{1,200}", "at most 200 characters without white space", "");
  private static final Kind<Path> DIRECTORY =
      new Kind<>("a directory that exists", SettingsReader::directory, Path.of(""));

  private SettingsReader() {}

  static Examined read(Sources sources, Set<Need> needs) {
    Values values = new Values(sources, needs);
    WorkerSettings worker = WorkerSettings.read(values);
    StoreSettings store = StoreSettings.read(values);
    Path routes = values.read("daybook.routes.directory", DIRECTORY.optional()).orElse(null);
    DatabaseSettings database = DatabaseSettings.read(values, worker, store);
    QueueSettings queue = QueueSettings.read(values, sources.region());
    ScheduleSettings schedule = ScheduleSettings.read(values);
    HttpSettings http = HttpSettings.read(values);
    PageSettings page = PageSettings.read(values);
    ManagementSettings management = ManagementSettings.read(values);
    ArchiveSettings archive = ArchiveSettings.read(values, sources.region());
    boolean replaceSteps = values.read("daybook.routes.replace-steps", Kind.YES_OR_NO);
    String instance = instance(values, sources);
    Map<String, GatewaySettings> gateways = new GatewaysReader(values, routes).read();
    new UnknownNames(values, gateways).refuse(sources);
    Settings settings =
        new Settings(
            database,
            queue,
            schedule,
            store,
            worker,
            http,
            page,
            management,
            archive,
            routes,
            replaceSteps,
            instance,
            gateways,
            values.properties());
    return new Examined(settings, values.faults());
  }

  private static Path directory(String text) {
    Path path = Path.of(text);
    if (!Files.isDirectory(path)) {
      throw new Kind.Refusal(path.toAbsolutePath() + " is none");
    }
    return path;
  }

  private static String instance(Values values, Sources sources) {
    String name = values.read(INSTANCE, INSTANCE_NAME.neededIf(false, self(sources)));
    values.resolve(INSTANCE, name);
    return name;
  }

  private static String self(Sources sources) {
    String host = sources.environment().get("HOSTNAME");
    return (host == null || host.isBlank() ? hostName() : host)
        + "-"
        + ProcessHandle.current().pid();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
