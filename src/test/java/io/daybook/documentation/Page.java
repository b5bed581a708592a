package io.daybook.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, without what stands in HTML comments. */
record Page(Path file, String text) {

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

  static Page read(Path file) {
    try {
      return new Page(file, Files.readString(file).replaceAll("(?s)<!--.*?-->", ""));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns the pages at the top and below {@code docs}. */
  static List<Page> all() throws IOException {
    try (Stream<Path> top = Files.list(Path.of("."));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(top.map(Path::normalize), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
    }
  }

  /** Returns the targets of its links within the project. */
  List<String> links() {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://"))
        .toList();
  }

  /** Tells whether a link leads to a file, and to a heading if it names one. */
  boolean leadsSomewhere(String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
    return Files.exists(target) && (parts.length == 1 || read(target).hasAnchor(parts[1]));
  }

  private boolean hasAnchor(String anchor) {
    return text.lines().filter(l -> l.startsWith("#")).map(Page::anchor).anyMatch(anchor::equals);
  }

  private static String anchor(String heading) {
    String words = heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT);
    return words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
