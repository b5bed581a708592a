package io.daybook.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** application.properties as its readers see it: groups, sentences, names and defaults. */
final class SettingsFile {

  /** One setting: the comment lines above it, joined, are its sentence. */
  record Entry(String group, String sentence, String name, String defaultValue) {}

  private SettingsFile() {}

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    String group = "";
    List<String> comment = new ArrayList<>();
    for (String line : lines(Path.of("application.properties"))) {
      if (line.startsWith("## ")) {
        group = line.substring(3);
      } else if (line.startsWith("# ")) {
        comment.add(line.substring(2));
      } else if (line.contains("=")) {
        String[] nameAndValue = line.split("=", 2);
        entries.add(new Entry(group, String.join(" ", comment), nameAndValue[0], nameAndValue[1]));
        comment.clear();
      } else {
        comment.clear();
      }
    }
    return entries;
  }

  static Entry entry(String name) {
    return entries().stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow();
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
