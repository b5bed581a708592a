package io.daybook.archive;

import java.time.LocalDate;

/** How files are named in the archive. */
public final class Names {
  private static final String MANIFEST = "manifest.json";
  private static final String PAGE = "page-";
  private static final String SUFFIX = ".json.gz";

  private Names() {}

  public static String folder(String gateway, LocalDate date, long runId) {
    return "%s/%s/run-%d".formatted(gateway, date, runId);
  }

  public static String page(String folder, int number) {
    return "%s/%s%06d%s".formatted(folder, PAGE, number, SUFFIX);
  }

  static String manifest(String folder) {
    return folder + "/" + MANIFEST;
  }

  /** Returns whether a file is what a run with these pages leaves in its folder. */
  public static boolean belongs(String folder, String name, int first, int last) {
    if (name.equals(manifest(folder))) {
      return true;
    }
    String start = folder + "/" + PAGE;
    String digits =
        name.startsWith(start) && name.endsWith(SUFFIX) && name.length() > start.length()
            ? name.substring(start.length(), name.length() - SUFFIX.length())
            : "";
    return digits.matches("\\d{6,9}")
        && Integer.parseInt(digits) >= first
        && Integer.parseInt(digits) <= last;
  }
}
