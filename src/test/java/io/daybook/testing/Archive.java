package io.daybook.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The archive of a world as a stranger finds it: files by name, without any code of ours. */
public final class Archive {
  private final Path directory;

  public Archive(World world) {
    directory = Path.of(String.valueOf(world.settings().get("daybook.archive.directory")));
  }

  public Path path(String name) {
    return directory.resolve(name);
  }

  public byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(path(name));
  }

  public void flip(String name, int place) throws IOException {
    byte[] bytes = bytes(name);
    bytes[place] ^= 1;
    Files.write(path(name), bytes);
  }

  /** Removes a file, and returns what it was. */
  public byte[] take(String name) throws IOException {
    byte[] bytes = bytes(name);
    Files.delete(path(name));
    return bytes;
  }

  public String sha256(String name) throws IOException {
    return hex(bytes(name));
  }

  public String sha256OfContent(JsonNode page) throws IOException {
    byte[] file = bytes(page.get("file").asText());
    try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return hex(content.readAllBytes());
    }
  }

  /** Of each page by its name. */
  public Map<String, String> sha256OfPages() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .filter(file -> file.toString().endsWith(".json.gz"))
          .map(file -> directory.relativize(file).toString())
          .forEach(name -> hashes.put(name, unchecked(name)));
    }
    return hashes;
  }

  /** All files by name. */
  public Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(directory.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  private String unchecked(String name) {
    try {
      return sha256(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
