package io.daybook.settings;

/** Where health and metrics are served; port 0 is any free one. */
public record ManagementSettings(boolean enabled, String host, int port) {

  private static final Range PORT = new Range(0, 65_535);
  private static final Kind<String> HOST =
      Kind.matching("\\S+", "an address or the name of a host", "127.0.0.1");

  public ManagementSettings {
    HOST.check("host", host);
    PORT.check("port", port);
  }

  static ManagementSettings read(Values values) {
    return new ManagementSettings(
        values.read("daybook.management.enabled", Kind.YES_OR_NO),
        values.read("daybook.management.host", HOST),
        values.read("daybook.management.port", Kind.integer(PORT)));
  }
}
