package io.daybook.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, and a container's build usually is root: the command in front
 * that makes it somebody else. A user namespace keeps root's access to the files; where containers
 * forbid it, setpriv becomes nobody.
 */
record Unprivileged(List<String> prefix, boolean ownFiles) {
  private static final String NOBODY = "65534";
  static final Unprivileged AS_IS = new Unprivileged(List.of(), false);
  static final Unprivileged NAMESPACE = new Unprivileged(List.of("unshare", "-U"), false);
  static final Unprivileged SETPRIV =
      new Unprivileged(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);

  /** The first way that is not root here. */
  static Unprivileged here() {
    return List.of(AS_IS, NAMESPACE, SETPRIV).stream()
        .filter(Unprivileged::isNotRoot)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "PostgreSQL does not run as root, and neither unshare -U nor setpriv works here:"
                        + " run the build as an ordinary user"));
  }

  private boolean isNotRoot() {
    return onWindows() || !Commands.answer(prefix, "id", "-u").orElse("0").equals("0");
  }

  /**
   * The directory itself where that user can work in it, otherwise (below /root, say) a new one
   * below /tmp.
   */
  Path home(Path directory) {
    try {
      Path home = owned(Files.createDirectories(directory.toAbsolutePath()));
      return !ownFiles || Commands.answer(prefix, "test", "-w", home.toString()).isPresent()
          ? home
          : owned(Files.createTempDirectory(Path.of("/tmp"), "daybook-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path owned(Path directory) throws IOException {
    if (ownFiles) {
      var users = directory.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(directory, users.lookupPrincipalByName(NOBODY));
    }
    return directory;
  }

  static boolean onWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }
}
