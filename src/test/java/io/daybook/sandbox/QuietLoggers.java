package io.daybook.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** Servers that talk too much, without touching the configuration of the program under test. */
final class QuietLoggers {
  private QuietLoggers() {}

  /** Only warnings from now on. */
  static void hush(String... names) {
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    for (String name : names) {
      loggers.getLogger(name).setLevel(Level.WARN);
    }
  }
}
