package io.daybook.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Servers that can be started without the application, and as processes of their own. */
enum Part {
  ALL {
    @Override
    Map<String, String> start(Path directory, int port) {
      return AtExit.close(Servers.start(directory, Clock.systemUTC())).settings();
    }
  },
  POSTGRES {
    @Override
    Map<String, String> start(Path directory, int port) {
      return Servers.settings(
          EmbeddedDatabase.start(directory, port, Map.of()).createDatabase("daybook"));
    }
  },
  QUEUE {
    @Override
    Map<String, String> start(Path directory, int port) {
      EmbeddedQueue queue = AtExit.close(EmbeddedQueue.start(port));
      return Servers.settings(queue, queue.createQueues());
    }
  },
  GATEWAYS {
    @Override
    Map<String, String> start(Path directory, int port) {
      return AtExit.close(Gateways.start(Clock.systemUTC(), port)).settings();
    }
  };

  /** Starts until the JVM ends, and gives the settings that lead there; port 0 takes free ones. */
  abstract Map<String, String> start(Path directory, int port);
}
