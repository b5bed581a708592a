package io.daybook.page;

import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.GatewayUnavailableException;
import io.daybook.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * Keeps each raw page before anybody reads it: evidence, and a page that broke off half-way is
 * never read as a whole one. A file under its final name is complete.
 */
public final class PageArchive {
  private final Path directory;
  private final long bytesMax;

  public PageArchive(Path directory, long bytesMax) {
    this.directory = directory.toAbsolutePath().normalize();
    this.bytesMax = bytesMax;
  }

  /**
   * Copies an answer's body to its place in the archive.
   *
   * @throws GatewayAnswerException if it is larger than {@code daybook.page.bytes-max}
   * @throws GatewayUnavailableException if the gateway broke off
   * @throws ArchiveUnavailableException if the directory cannot be written
   */
  public ArchivedPage keep(Run run, int number, Instant fetchedAt, InputStream body) {
    Path file = directory.resolve(nameOf(run, number));
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    MessageDigest digest = sha256();
    try {
      Files.createDirectories(file.getParent());
      long bytes = copy(new DigestInputStream(body, digest), unfinished, run, number);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return new ArchivedPage(
          number, file, directory.relativize(file).toString(), bytes, digest.digest(), fetchedAt);
    } catch (IOException notWritable) {
      throw new ArchiveUnavailableException(
          "Page %d of %s cannot be written to the archive %s"
              .formatted(number, run.day(), file.getParent()),
          notWritable);
    } finally {
      discard(unfinished);
    }
  }

  /** What is left of a page that was not finished would only take the room that others need. */
  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException notThere) {
      // Where it could not be made there is nothing to remove.
    }
  }

  private static String nameOf(Run run, int number) {
    return "%s/%s/run-%d/page-%06d.json.gz".formatted(run.gateway(), run.date(), run.id(), number);
  }

  private long copy(InputStream body, Path target, Run run, int number) throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = new FastGzip(Files.newOutputStream(target))) {
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        run.mustGoOn();
        bytes += read;
        if (bytes > bytesMax) {
          throw tooLarge(run, number);
        }
        out.write(buffer, 0, read);
      }
    }
    return bytes;
  }

  private static int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException brokenOff) {
      throw new GatewayUnavailableException(
          "The gateway's answer broke off: " + brokenOff.getMessage(), brokenOff);
    }
  }

  private GatewayAnswerException tooLarge(Run run, int number) {
    return new GatewayAnswerException(
        "page %d of %s is larger than daybook.page.bytes-max=%d bytes"
            .formatted(number, run.day(), bytesMax));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
