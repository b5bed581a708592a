package io.daybook.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** Turns down what logback.xml turns up for run. */
final class LogLevels {
  private LogLevels() {}

  static void warningsOnly() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLoggerList().stream()
        .filter(Logger::isInfoEnabled)
        .forEach(logger -> logger.setLevel(Level.WARN));
  }
}
