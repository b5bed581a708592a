package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** So many instances on the same queue and database; who ended is replaced by another process. */
final class Fleet implements AutoCloseable {
  private static final String URL = "daybook.database.url";
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final Site site;
  private final Jar jar;
  private final List<Instance> instances = new ArrayList<>();
  private int started;
  private int endedByThemselves;

  Fleet(Site site, Jar jar) {
    this.site = site;
    this.jar = jar;
    // Whoever interrupts a proof shall not have to look for its processes.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "kill-fleet"));
  }

  /** Starts so many more; {@link #awaitUp} waits for them. */
  Fleet start(int count) {
    for (int i = 0; i < count; i++) {
      instances.add(next());
    }
    return this;
  }

  private Instance next() {
    String name = site.name() + "-" + ++started;
    return Instance.start(jar.with(URL, site.databaseUrl(name)), name, site.directory());
  }

  /** Starts another process in the place of one that has ended. */
  Instance replace(Instance ended) {
    Instance next = next();
    instances.set(instances.indexOf(ended), next);
    return next;
  }

  void remove(Instance ended) {
    instances.remove(ended);
  }

  Fleet awaitUp() {
    await("all instances are up")
        .atMost(LONGEST_START)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> up().size() == instances.size());
    return this;
  }

  List<Instance> all() {
    return List.copyOf(instances);
  }

  /**
   * Those that poll the queue. One that has ended by itself is started again, as a host does it.
   */
  List<Instance> up() {
    for (Instance instance : all()) {
      if (!instance.isAlive()) {
        endedByThemselves++;
        replace(instance);
      }
    }
    return instances.stream().filter(Instance::isUp).toList();
  }

  int endedByThemselves() {
    return endedByThemselves;
  }

  @Override
  public void close() {
    instances.forEach(Instance::kill);
  }
}
