package io.daybook.sandbox;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL for this machine, unpacked once per directory, whoever else is
 * unpacking.
 */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** The directory that has {@code bin/initdb} and its like. */
  static Path unpackBelow(Path directory) {
    try {
      byte[] archive = archive();
      Path unpacked = directory.resolve("postgres-" + checksum(archive));
      try (FileChannel lock = lockFile(directory)) {
        lock.lock();
        if (!Files.exists(unpacked)) {
          unpack(archive, unpacked);
        }
      }
      return unpacked;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] archive() throws IOException {
    QuietLoggers.hush("io.zonky");
    String architecture = System.getProperty("os.arch", "").replace("amd64", "x86_64");
    try (InputStream in =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture)) {
      return in.readAllBytes();
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Darwin" : "Linux";
  }

  private static String checksum(byte[] archive) {
    CRC32 checksum = new CRC32();
    checksum.update(archive);
    return Long.toHexString(checksum.getValue());
  }

  private static FileChannel lockFile(Path directory) throws IOException {
    return FileChannel.open(
        directory.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    Path part = Files.createTempDirectory(target.getParent(), "unpacking-");
    try (var in =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        unpack(entry, in, part.resolve(entry.getName()));
      }
    }
    readableByAll(part);
    Files.move(part, target);
  }

  private static void unpack(TarArchiveEntry entry, InputStream in, Path file) throws IOException {
    Files.createDirectories(entry.isDirectory() ? file : file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (!entry.isDirectory()) {
      Files.copy(in, file);
      file.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
    }
  }

  private static void readableByAll(Path directory) throws IOException {
    if (!Unprivileged.onWindows()) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
