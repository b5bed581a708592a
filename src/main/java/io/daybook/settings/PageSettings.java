package io.daybook.settings;

/** Bounds of what a gateway may send: bytes of one page, pages of one day. */
public record PageSettings(long bytesMax, int pagesMax) {

  private static final Range BYTES_MAX = new Range(1024, 1L << 40);
  private static final Range PAGES_MAX = new Range(1, 10_000_000);

  public PageSettings {
    BYTES_MAX.check("bytesMax", bytesMax);
    PAGES_MAX.check("pagesMax", pagesMax);
  }

  static PageSettings read(Values values) {
    return new PageSettings(
        values.read("daybook.page.bytes-max", Kind.whole(BYTES_MAX)),
        values.read("daybook.page.pages-max", Kind.integer(PAGES_MAX)));
  }
}
